import type { List, PageOptions } from '../contract/fields.js'
import type { Message, NewMessage } from '../contract/messages.js'
import type { CreatedTicket, NewTicket, Ticket } from '../contract/tickets.js'
import type { AccessOptions, Call } from './call.js'
import type { ChangeOptions } from './transport.js'

export interface CreateTicketOptions extends ChangeOptions {
  /**
   * `false` opens the ticket without a session: then it needs an e-mail address, and its
   * `accessToken` alone leads back to it.
   */
  session?: false
}

export interface ListTicketsOptions extends AccessOptions, PageOptions {}
export interface TicketChangeOptions extends AccessOptions, ChangeOptions {}

export function createTickets(call: Call) {
  return {
    /** Opens a ticket; starts an anonymous session first where the browser has none. */
    create: (
      ticket: NewTicket,
      { session, ...rest }: CreateTicketOptions = {},
    ): Promise<CreatedTicket> =>
      call('createTicket', { body: ticket, session: session ?? true, ...rest }),

    /** The tickets of the session, or the one of a ticket token, newest first. */
    list: ({ limit, cursor, ...rest }: ListTicketsOptions = {}): Promise<List<Ticket>> =>
      call('listTickets', { query: { limit, cursor }, ...rest }),

    /** One ticket; throws `not_found` also for one that belongs to somebody else. */
    get: (id: string, options?: AccessOptions): Promise<Ticket> =>
      call('getTicket', { params: { id }, ...options }),

    /** The conversation, oldest first. */
    messages: (
      id: string,
      { limit, cursor, ...rest }: ListTicketsOptions = {},
    ): Promise<List<Message>> =>
      call('listMessages', { params: { id }, query: { limit, cursor }, ...rest }),

    /** Adds the requester's reply; a solved ticket opens again, a closed one throws `ticket_closed`. */
    reply: (id: string, message: NewMessage, options?: TicketChangeOptions): Promise<Message> =>
      call('createMessage', { params: { id }, body: message, ...options }),

    /** Says that the matter is settled. */
    solve: (id: string, options?: TicketChangeOptions): Promise<Ticket> =>
      call('solveTicket', { params: { id }, ...options }),

    /** Says that it is not settled after all. */
    reopen: (id: string, options?: TicketChangeOptions): Promise<Ticket> =>
      call('reopenTicket', { params: { id }, ...options }),
  }
}
