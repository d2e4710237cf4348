import type { Message as MessageReply } from '@waypost/sdk/contract'
import type { Actor } from '../../domain/actor.js'
import { isAuthor, type Message } from '../../domain/tickets/message.js'
import type { Ticket } from '../../domain/tickets/ticket.js'
import { type FileUrl, presentAttachment } from './attachment.js'

export const presentMessage =
  (fileUrl: FileUrl) =>
  (message: Message): MessageReply => ({
    id: message.id,
    author: { kind: message.author.kind, name: message.author.name },
    body: message.body,
    attachments: (message.attachments ?? []).map(presentAttachment(fileUrl)),
    createdAt: message.createdAt,
  })

/** A message of the ticket as the one sees it who asked, or a colleague of theirs. */
export const presentMessageFor =
  (actor: Actor, ticket: Ticket, fileUrl: FileUrl) =>
  (message: Message): MessageReply => ({
    ...presentMessage(fileUrl)(message),
    isOwn: isAuthor(actor, ticket, message),
  })
