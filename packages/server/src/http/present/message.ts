import type { CarriedContent, Message as MessageReply } from '@waypost/sdk/contract'
import type { Actor } from '../../domain/actor.js'
import type { CarriedCard } from '../../domain/carried.js'
import { isAuthor, type Message } from '../../domain/tickets/message.js'
import type { Ticket } from '../../domain/tickets/ticket.js'
import { type FileUrl, presentAttachment } from './attachment.js'
import type { CardUrl } from './card-url.js'

export interface MessageUrls {
  readonly fileUrl: FileUrl
  readonly cardUrl: CardUrl
}

/** What messages carry, as whoever reads them may see it, by their ids. */
export type Cards = ReadonlyMap<string, readonly CarriedCard[]>

export const presentMessage =
  ({ fileUrl, cardUrl }: MessageUrls, site: string, cards: Cards) =>
  (message: Message): MessageReply => {
    const contents = cards.get(message.id) ?? []
    return {
      id: message.id,
      author: { kind: message.author.kind, name: message.author.name },
      body: message.body,
      attachments: (message.attachments ?? []).map(presentAttachment(fileUrl)),
      ...(contents.length > 0 && { contents: contents.map(presentCard(cardUrl, site)) }),
      createdAt: message.createdAt,
    }
  }

/** A message of the ticket as the one sees it who asked, or a colleague of theirs. */
export const presentMessageFor =
  (actor: Actor, ticket: Ticket, urls: MessageUrls, cards: Cards) =>
  (message: Message): MessageReply => ({
    ...presentMessage(urls, ticket.site, cards)(message),
    isOwn: isAuthor(actor, ticket, message),
  })

const presentCard =
  (cardUrl: CardUrl, site: string) =>
  (card: CarriedCard): CarriedContent => {
    const { kind, id, locale, title, minutes } = card
    return { kind, id, locale, title, minutes, url: cardUrl(site, card) }
  }
