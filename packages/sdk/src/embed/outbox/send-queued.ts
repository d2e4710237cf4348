import type { Client } from '../../client/client.js'
import type { WaypostError } from '../../contract/errors.js'
import type { Queued, Sent } from '../../contract/outbox.js'
import { sendTicket } from './send-ticket.js'

export interface SendDeps {
  /** Asks no hooks: that was done before it was queued. */
  client: Pick<Client, 'tickets' | 'articles'>
  /** Whether the person here has a name. */
  isCustomer(): boolean
  /** That of the session of whoever is here. */
  token(): string | null | Promise<string | null>
}

/** Sends one thing that waits. Its key makes a second time the same time. */
export async function sendQueued(
  item: Queued,
  signal: AbortSignal,
  { client: { tickets, articles }, isCustomer, token }: SendDeps,
): Promise<Sent> {
  const { kind, key } = item
  const options = { signal, idempotencyKey: key }

  /**
   * What a customer has written, no visitor sends: then it waits until they are known again. What they
   * tried without a name may have arrived, and is asked for `by` that session first.
   */
  async function asCustomer<T>(
    send: (access: { accessToken: string }) => Promise<T>,
    by?: string,
  ): Promise<T> {
    const before = await token()
    let refusal: unknown = { code: 'unauthenticated', status: 401 }
    for (const accessToken of [by, before]) {
      try {
        if (accessToken) return await send({ accessToken })
      } catch (error) {
        const { status, code } = error as WaypostError
        // What is the customer's own, as an order or a file, that session may not name: then it made nothing, either.
        const isTheirs = accessToken === by && code === 'invalid_input'
        if (status !== 401 && !isTheirs) throw error
        refusal = error
      }
    }
    // Asks the host again who is here, or is refused.
    await tickets.list({ limit: 1, signal })
    const accessToken = await token()
    if (!accessToken || accessToken === before) throw refusal
    return send({ accessToken })
  }

  if (kind === 'message') {
    const { ticketId, accessToken, body } = item
    const access = accessToken ? { accessToken } : {}
    const answer = await tickets.reply(ticketId, body, { ...options, ...access })
    return { kind, key, ticketId, answer }
  }
  if (kind === 'vote') {
    const { articleId, locale, body } = item
    return {
      kind,
      key,
      articleId,
      answer: await articles.vote(articleId, body, { ...options, locale }),
    }
  }
  const send = (access: object) =>
    sendTicket(tickets, { key, tried: [...(item.tried ?? []), item.body], signal, ...access })
  const created = await (isCustomer() ? asCustomer(send, item.by) : send({}))
  return { kind, key, answer: created.ticket }
}
