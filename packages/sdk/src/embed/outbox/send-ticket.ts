import type { Client } from '../../client/client.js'
import type { WaypostError } from '../../contract/errors.js'
import type { NewMessage } from '../../contract/messages.js'
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
  const last = tried.at(-1) as NewTicket
  let refusal: unknown
  for (const ticket of tried.toReversed()) {
    try {
      const options = { signal, accessToken, idempotencyKey: key }
      const created = await tickets.create(ticket, options)
      const changes = changesOf(ticket, last)
      // It may be somebody else's than the session's that opened it: it has just been claimed.
      if (changes) {
        const idempotencyKey = `${key}-changed-${tried.length}`
        await tickets.reply(created.ticket.id, changes, { signal, idempotencyKey })
      }
      return created
    } catch (error) {
      if ((error as WaypostError).code !== 'idempotency_key_reused') throw error
      refusal ??= error
    }
  }
  throw refusal
}

/** What is new in it, as a reply. By the names that API and host have for it: it has no language. */
function changesOf(before: NewTicket, now: NewTicket): NewMessage | undefined {
  const old = linesOf(before)
  const lines = linesOf(now).filter((line) => !old.includes(line))
  const attachmentIds = now.attachmentIds?.filter((id) => !before.attachmentIds?.includes(id)) ?? []
  if (attachmentIds.length > 0) return { message: lines.join('\n') || now.message, attachmentIds }
  return lines.length > 0 ? { message: lines.join('\n') } : undefined
}

function linesOf({ message, subject, name, email, kind, order, fields }: NewTicket): string[] {
  const facts = { subject, name, email, kind, order: order?.title }
  // What is asked no more, as of somebody who has signed in, is not taken back.
  const said = [...Object.entries(facts), ...Object.entries(fields ?? {})].filter(
    ([, it]) => it !== undefined,
  )
  return [message, ...said.map(([what, it]) => `${what}: ${it}`)]
}
