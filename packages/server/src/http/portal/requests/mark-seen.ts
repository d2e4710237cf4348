import { isWaypostError } from '@waypost/sdk/contract'
import type { Message } from '../../../domain/tickets/message.js'
import type { Ticket } from '../../../domain/tickets/ticket.js'
import type { Tickets } from '../../../domain/tickets/tickets.js'
import type { Visit } from '../page.js'
import type { FoundRequest } from './find-request.js'

/** The ticket, read up to the last message that the page shows. */
export async function markSeen(
  tickets: Tickets,
  { request }: Visit,
  { ticket, actor }: FoundRequest,
  last: Message | undefined,
): Promise<Ticket> {
  if (last === undefined || isUnseen(request)) return ticket
  try {
    return await tickets.markRead(actor, ticket.id, last.id)
  } catch (error) {
    // Where no room is left to keep the mark, one can still read.
    if (!isWaypostError(error, 'storage_full')) throw error
    return ticket
  }
}

/** Nobody has seen what a browser fetched ahead, or asked about without its body. */
function isUnseen({ method, headers }: Request): boolean {
  return method === 'HEAD' || /prefetch/i.test(headers.get('sec-purpose') ?? '')
}
