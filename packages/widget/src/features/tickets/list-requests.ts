import type { Client, WaypostError } from '@waypost/sdk/client'
import type { List, Ticket, TicketScope } from '@waypost/sdk/contract'

const PAGE = 20
const MOST_AT_ONCE = 100

export interface ListOptions {
  cursor?: string
  /** As many as are shown already, so that a second look shortens nothing. */
  atLeast?: number
  /** Whose; the person's own unless said. */
  scope?: TicketScope
  signal?: AbortSignal
}

/** The requests of this browser or customer; none for somebody who never asked. Starts no session. */
export async function listRequests(
  { tickets }: Pick<Client, 'tickets'>,
  { atLeast = 0, ...options }: ListOptions = {},
): Promise<List<Ticket>> {
  const limit = Math.min(Math.max(PAGE, atLeast), MOST_AT_ONCE)
  try {
    return await tickets.list({ ...options, limit })
  } catch (error) {
    if ((error as WaypostError).code !== 'unauthenticated') throw error
    return { items: [], nextCursor: null }
  }
}

/** Two pages as one; what came twice stands once, as the later one says. */
export function joined(first: List<Ticket>, second: List<Ticket>): List<Ticket> {
  const fresh = new Map(second.items.map((ticket) => [ticket.id, ticket]))
  const items = first.items.map((ticket) => {
    const newer = fresh.get(ticket.id)
    fresh.delete(ticket.id)
    return newer ?? ticket
  })
  return { items: [...items, ...fresh.values()], nextCursor: second.nextCursor }
}
