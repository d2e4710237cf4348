import type { WaypostError } from '../contract/errors.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Message, NewMessage } from '../contract/messages.js'
import type {
  CreatedTicket,
  NewTicket,
  ReadMark,
  Ticket,
  TicketScope,
} from '../contract/tickets.js'
import type { AccessOptions, Call } from './call.js'
import { newIdempotencyKey } from './idempotency-key.js'
import type { CallOptions, ChangeOptions } from './transport.js'

export interface CreateTicketOptions extends ChangeOptions {
  /**
   * `false` opens the ticket without a session: then it needs an e-mail address, and its
   * `accessToken` alone leads back to it.
   */
  session?: boolean
  /** How long the form took. What takes less than anybody needs is put aside for the team. */
  seconds?: number
}

export interface ListTicketsOptions extends AccessOptions, PageOptions {
  /** `group` for what everybody of the customer's company has asked; their own unless said. */
  scope?: TicketScope
}
export interface TicketChangeOptions extends AccessOptions, ChangeOptions {}

export function createTickets(call: Call) {
  return {
    /**
     * Opens a ticket; starts an anonymous session first where the browser has none. Where the server
     * asks for proof of work, it is done first.
     */
    async create(
      ticket: NewTicket,
      { seconds, idempotencyKey = newIdempotencyKey(), ...rest }: CreateTicketOptions = {},
    ): Promise<CreatedTicket> {
      // One key for all rounds: the first may have opened the ticket before its answer was lost.
      const options = { session: true, ...rest, idempotencyKey }
      const timed = seconds === undefined ? '' : `seconds=${seconds};`
      // A proof counts once: where opening fails after it, the next try is asked for another.
      for (let guard = timed, proofs = 0; ; proofs++) {
        try {
          return await call('createTicket', options, { body: ticket, guard })
        } catch (error) {
          if ((error as WaypostError).code !== 'proof_required' || proofs > 1) throw error
          const { prove } = await import('./prove.js')
          guard = `${timed}proof=${await prove(await call('getChallenge', { session: false }))}`
        }
      }
    },

    /** The tickets of the session or its company, or the one of a ticket token, newest first. */
    list: (options?: ListTicketsOptions): Promise<List<Ticket>> => call('listTickets', options),

    /** One ticket; throws `not_found` also for one that belongs to somebody else. */
    get: (id: string, options?: AccessOptions): Promise<Ticket> =>
      call('getTicket', options, { params: { id } }),

    /** The conversation, oldest first; what it carries is named in `locale`. */
    messages: (
      id: string,
      options?: AccessOptions & PageOptions & { locale?: string },
    ): Promise<List<Message>> => call('listMessages', options, { params: { id } }),

    /** Adds the requester's reply; a solved ticket opens again, a closed one throws `ticket_closed`. */
    reply: (id: string, message: NewMessage, options?: TicketChangeOptions): Promise<Message> =>
      call('createMessage', options, { params: { id }, body: message }),

    /** Says that the matter is settled. */
    solve: (id: string, options?: TicketChangeOptions): Promise<Ticket> =>
      call('solveTicket', options, { params: { id } }),

    /** Says that it is not settled after all. */
    reopen: (id: string, options?: TicketChangeOptions): Promise<Ticket> =>
      call('reopenTicket', options, { params: { id } }),

    /**
     * Says that the conversation was read up to the message with `messageId`: a reply that came
     * after it stays unread. Without one, all that there is now has been read.
     */
    markRead: (id: string, mark: ReadMark = {}, options?: TicketChangeOptions): Promise<Ticket> =>
      call('markTicketRead', options, { params: { id }, body: mark }),

    /**
     * Makes tickets that were opened without a name those of the session's customer, and gives back
     * which of them are. What a token does not open, or belongs to somebody by name, is passed over.
     * Throws `forbidden` where no host has said who the customer is.
     */
    claim: (accessTokens: string[], options?: CallOptions): Promise<List<Ticket>> =>
      call('claimTickets', options, { body: { accessTokens } }),
  }
}
