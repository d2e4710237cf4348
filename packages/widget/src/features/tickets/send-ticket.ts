import type { Client, WaypostError } from '@waypost/sdk/client'
import type { CreatedTicket, NewTicket } from '@waypost/sdk/contract'

/** A ticket on its way: one key for all tries, and what each of them said. */
export interface TicketSending {
  key: string
  tried: NewTicket[]
}

/** More than this nobody edits between failed tries; what is older is forgotten. */
const MOST_TRIES = 5

/** The sending with what is to be said now. Keep it before anything goes out. */
export function withTry({ key, tried }: TicketSending, ticket: NewTicket): TicketSending {
  const others = tried.filter((earlier) => JSON.stringify(earlier) !== JSON.stringify(ticket))
  return { key, tried: [...others, ticket].slice(-MOST_TRIES) }
}

/**
 * Sends the last try, once for all: where an earlier one did arrive and only its answer was lost,
 * that ticket is found again, and what was changed since goes into it as a reply.
 */
export async function sendTicket(
  tickets: Pick<Client['tickets'], 'create' | 'reply'>,
  { key, tried }: TicketSending,
): Promise<CreatedTicket> {
  const message = tried.at(-1)?.message ?? ''
  let refusal: unknown
  for (const ticket of tried.toReversed()) {
    try {
      const created = await tickets.create(ticket, { idempotencyKey: key })
      if (ticket.message !== message) {
        await tickets.reply(created.ticket.id, { message }, { idempotencyKey: `${key}-changed` })
      }
      return created
    } catch (error) {
      if ((error as WaypostError).code !== 'idempotency_key_reused') throw error
      refusal ??= error
    }
  }
  throw refusal
}
