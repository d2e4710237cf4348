import type { Client } from '@waypost/sdk/client'
import type { Message, Ticket } from '@waypost/sdk/contract'

export interface Conversation {
  ticket: Ticket
  /** Oldest first. */
  messages: readonly Message[]
  /** Where the last page began: what is new stands there or after it. */
  lastPage: string | undefined
  /** Of what the messages carry. */
  locale: string | undefined
}

export interface ConversationOptions {
  accessToken?: string
  signal?: AbortSignal
  /** Of what messages carry. */
  locale?: string
}

const PAGE = 100

/** A ticket and all that was said in it; where an earlier look is given, no more than what is new. */
export async function fetchConversation(
  { tickets }: Pick<Client, 'tickets'>,
  ticketId: string,
  access: ConversationOptions,
  before: () => Conversation | undefined,
): Promise<Conversation> {
  const ticket = await tickets.get(ticketId, access)
  let { lastPage } = before() ?? {}
  const fetched: Message[] = []
  if (ticket.updatedAt !== before()?.ticket.updatedAt) {
    for (let cursor = lastPage; ; ) {
      const options = { ...access, limit: PAGE, ...(cursor && { cursor }) }
      const { items, nextCursor } = await tickets.messages(ticketId, options)
      fetched.push(...items)
      lastPage = cursor
      if (!nextCursor) break
      cursor = nextCursor
    }
  }
  const now = before()
  return {
    // What was done here meanwhile, as solving it, is newer than the answer from before.
    ticket: now && now.ticket.updatedAt > ticket.updatedAt ? now.ticket : ticket,
    messages: withMessages(now?.messages ?? [], fetched),
    lastPage,
    locale: access.locale,
  }
}

/** Both, each message once, oldest first. */
export function withMessages(
  known: readonly Message[],
  more: readonly Message[],
): readonly Message[] {
  const fresh = more.filter(({ id }) => !known.some((message) => message.id === id))
  if (fresh.length === 0) return known
  return [...known, ...fresh].toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
}
