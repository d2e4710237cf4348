import type { List, PageOptions } from '../../contract/fields.js'
import type { Ticket } from '../../contract/tickets.js'
import type { KeptTicket } from './kept-tickets.js'

export interface ListWithKeptDeps {
  kept: readonly KeptTicket[]
  /** A page of what the session has. */
  list(page: PageOptions): Promise<List<Ticket>>
  /** The ticket as it is; `undefined` where its token opens it no more. */
  open(kept: KeptTicket): Promise<Ticket | undefined>
}

/** Where a ticket stands: lists are newest first. */
const placeOf = ({ createdAt, id }: Pick<Ticket, 'createdAt' | 'id'>) => createdAt + id

/**
 * What the session has and what only a kept token opens, as one list. Its cursor says on which page
 * of the session's list to go on, and after which ticket.
 */
export async function listWithKept(
  { kept, list, open }: ListWithKeptDeps,
  { limit = 20, cursor = '' }: PageOptions,
): Promise<List<Ticket>> {
  const [at = '', after] = cursor.split(' ')
  const page = await list({ limit, ...(at && { cursor: at }) })
  const lastOfPage = page.nextCursor && page.items.at(-1)
  const known = new Set(page.items.map(({ id }) => id))
  const strays = kept.filter(
    (one) => !known.has(one.id) && (!lastOfPage || placeOf(one) > placeOf(lastOfPage)),
  )
  const left = [...page.items, ...(cursor && !after ? [] : strays)]
    .filter((one) => !after || placeOf(one) < after)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
  const shown = left.slice(0, limit)
  const items = await Promise.all(shown.map((one) => ('accessToken' in one ? open(one) : one)))
  const last = shown.at(-1)
  const next = left.length > limit ? at : page.nextCursor
  return {
    items: items.filter((ticket) => ticket !== undefined),
    nextCursor: next === null ? null : `${next} ${last ? placeOf(last) : after}`,
  }
}
