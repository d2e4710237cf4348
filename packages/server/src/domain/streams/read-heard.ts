import type { LoggedEvent } from '../event-log.js'
import type { Storage, Transaction } from '../storage.js'
import type { HeardTicket, TicketEvent } from './heard.js'

/** An event of the log with the ticket that it is about, as that is now. */
export interface Occurrence extends LoggedEvent {
  /** Absent where it is about no ticket, or about one that is gone. */
  readonly ticket: HeardTicket | undefined
  /** Sessions of the requester, where this may have made them one. */
  readonly sessionIds: readonly string[]
}

/** Tickets are read as they are now, once each: an event of one that was erased reaches nobody. */
export function readOccurrences(
  storage: Storage,
  events: readonly LoggedEvent[],
  hasNameless: (site: string) => boolean = () => false,
): Promise<readonly Occurrence[]> {
  return storage.transaction(async (tx) => {
    const tickets = new Map<string, HeardTicket | undefined>()
    for (const { event } of events) {
      if (!isOfTicket(event) || tickets.has(event.ticketId)) continue
      tickets.set(event.ticketId, await tx.tickets.find(event.ticketId))
    }
    return Promise.all(
      events.map(async (logged) => {
        const { event } = logged
        const ticket = isOfTicket(event) ? tickets.get(event.ticketId) : undefined
        const isNew = event.kind === 'ticket.opened' && hasNameless(event.site)
        const sessionIds = isNew && ticket ? await sessionsOf(tx, ticket.requesterId) : []
        return { ...logged, ticket, sessionIds }
      }),
    )
  })
}

export function isOfTicket(event: LoggedEvent['event']): event is TicketEvent {
  return 'ticketId' in event
}

/** A session that has just become somebody's is their only one. */
async function sessionsOf(tx: Transaction, customerId: string): Promise<readonly string[]> {
  const { items } = await tx.sessions.list('customer', customerId, { limit: 10 })
  return items.map(({ id }) => id)
}
