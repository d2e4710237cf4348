import type { Sessions } from '../../../domain/identity/sessions.js'
import type { Visit } from '../page.js'
import { findReader, type Reader } from '../signing-in/find-reader.js'
import { findRemembered } from './find-remembered.js'
import type { FindRequestDeps, FoundRequest } from './find-request.js'

export interface FindOwnDeps extends FindRequestDeps {
  sessions: Sessions
}

/** As many as one page shows. */
const MOST = 100

/** Who is signed in, and every request that is theirs or that this browser keeps the link of. */
export async function findOwn(
  deps: FindOwnDeps,
  visit: Visit,
): Promise<{ reader: Reader | undefined; found: readonly FoundRequest[] }> {
  const [reader, remembered] = await Promise.all([
    findReader(deps, visit),
    findRemembered(deps, visit),
  ])
  if (!reader) return { reader, found: remembered }
  const own = await foundBy(deps, reader)
  const known = new Set(own.map(({ ticket }) => ticket.id))
  const found = [...own, ...remembered.filter(({ ticket }) => !known.has(ticket.id))]
  return { reader, found: found.sort(byChange) }
}

async function foundBy(
  { tickets, ticketTokens }: FindOwnDeps,
  { actor }: Reader,
): Promise<readonly FoundRequest[]> {
  const { items } = await tickets.list(actor, { limit: MOST })
  return items.map((ticket) => ({
    ticket,
    token: ticketTokens.issue(ticket.id, ticket.accessVersion),
    actor: { kind: 'ticket', site: ticket.site, ticketId: ticket.id },
  }))
}

const byChange = (a: FoundRequest, b: FoundRequest): number =>
  Date.parse(b.ticket.updatedAt) - Date.parse(a.ticket.updatedAt)
