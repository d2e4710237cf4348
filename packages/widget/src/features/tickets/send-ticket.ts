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
  const others = tried.filter((earlier) => !isSame(earlier, ticket))
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
  const [latest, ...earlier] = tried.toReversed()
  if (!latest) throw new TypeError('There is nothing to send')
  try {
    return await tickets.create(latest, { idempotencyKey: key })
  } catch (error) {
    if (!isReused(error)) throw error
    return await arrived(earlier, latest, error)
  }

  async function arrived(
    candidates: readonly NewTicket[],
    { message }: NewTicket,
    reason: unknown,
  ): Promise<CreatedTicket> {
    for (const candidate of candidates) {
      try {
        const created = await tickets.create(candidate, { idempotencyKey: key })
        if (candidate.message !== message) {
          await tickets.reply(created.ticket.id, { message }, { idempotencyKey: `${key}-changed` })
        }
        return created
      } catch (error) {
        if (!isReused(error)) throw error
      }
    }
    throw reason
  }
}

const isSame = (a: NewTicket, b: NewTicket) => JSON.stringify(a) === JSON.stringify(b)
const isReused = (error: unknown) => (error as WaypostError).code === 'idempotency_key_reused'
