import type { Client } from '../../client/client.js'
import type { WaypostError } from '../../contract/errors.js'
import type { CreatedTicket, NewTicket } from '../../contract/tickets.js'

/** A ticket on its way: one key for all tries, and what each of them said, the last one last. */
export interface TicketSending {
  key: string
  tried: readonly NewTicket[]
  signal?: AbortSignal
  /** Of whoever opens it: without it a visitor would be made of a customer. */
  accessToken?: string
}

/**
 * Sends the last try, once for all: where an earlier one did arrive and only its answer was lost,
 * that ticket is found again, and what was changed since goes into it as a reply.
 */
export async function sendTicket(
  tickets: Pick<Client['tickets'], 'create' | 'reply'>,
  { key, tried, accessToken, signal }: TicketSending,
): Promise<CreatedTicket> {
  const message = tried.at(-1)?.message ?? ''
  let refusal: unknown
  for (const ticket of tried.toReversed()) {
    try {
      const options = { signal, accessToken, idempotencyKey: key }
      const created = await tickets.create(ticket, options)
      if (ticket.message !== message) {
        const { id } = created.ticket
        // It may be somebody else's than the session's that opened it: it has just been claimed.
        await tickets.reply(id, { message }, { signal, idempotencyKey: `${key}-changed` })
      }
      return created
    } catch (error) {
      if ((error as WaypostError).code !== 'idempotency_key_reused') throw error
      refusal ??= error
    }
  }
  throw refusal
}
