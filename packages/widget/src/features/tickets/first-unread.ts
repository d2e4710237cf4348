import type { Conversation } from './fetch-conversation.js'

/** The first answer of the team that the requester had not read when this was fetched. */
export function firstUnread({ ticket, messages }: Conversation): string | undefined {
  const answers = messages.filter(({ author }) => author.kind === 'agent')
  return ticket.unread > 0 ? answers.at(-ticket.unread)?.id : undefined
}
