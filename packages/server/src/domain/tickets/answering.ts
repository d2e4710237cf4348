import type { NewReply } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Actor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent, guarded } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { RichTextReader } from '../rich-text.js'
import type { Storage } from '../storage.js'
import type { Attaching } from './attaching.js'
import type { Carrying } from './carrying.js'
import type { Message, Note } from './message.js'
import type { Notices } from './notices.js'
import { withAgentReply } from './ticket.js'

export interface AnsweringDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  richText: RichTextReader
  attaching: Attaching
  carrying: Carrying
  notices: Notices
  audit: AuditLog
}

/** What the support team writes into a ticket: to the requester, and to itself. */
export function createAnswering(deps: AnsweringDeps) {
  const { storage, clock, newId, richText, attaching, carrying, notices, audit } = deps
  return {
    /** Answers the requester, in Markdown; the ticket then waits for them. */
    async reply(
      actor: Actor,
      ticketId: string,
      { message: markdown, attachmentIds = [], contents = [] }: NewReply,
      origin: RequestOrigin | null,
    ): Promise<Message> {
      const agent = asAgent(actor, 'list-queue')
      const { body } = richText.fromMarkdown(markdown)
      const id = newId('msg')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const before = guarded(actor, 'manage', await tx.tickets.find(ticketId))
        const earlier = await madeBefore(tx.messages, origin)
        if (earlier) return earlier
        const { site, context } = before
        const attached = await attaching.find(tx, actor, attachmentIds, {
          ...{ ticketId, messageId: id, at },
        })
        const carried = await carrying.check(tx, before, contents)
        const ticket = withAgentReply(before, agent.agentId, at)
        const message: Message = {
          id,
          ticketId,
          number: ticket.messageCount,
          author: { kind: 'agent', id: agent.agentId, name: agent.name },
          body,
          ...(attached.files.length > 0 && { attachments: attached.files }),
          ...(carried.length > 0 && { contents: carried }),
          locale: context.locale,
          createdAt: at.toISOString(),
          origin,
        }
        const tell = await notices.replied(tx, ticket, message)
        const noteDeed = await audit.open(tx, agent, at)
        attached.save()
        noteDeed('ticket.replied', ticketId)
        tell()
        tx.tickets.save(ticket)
        tx.messages.save(message)
        tx.events.add({ kind: 'ticket.replied', site, ticketId, messageId: id, author: 'agent' })
        return message
      })
    },

    /** Adds an internal note, in Markdown; the requester never sees it. */
    async note(
      actor: Actor,
      ticketId: string,
      markdown: string,
      origin: RequestOrigin | null,
    ): Promise<Note> {
      const agent = asAgent(actor, 'list-queue')
      const { body } = richText.fromMarkdown(markdown)
      const id = newId('not')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const { site, context } = guarded(actor, 'manage', await tx.tickets.find(ticketId))
        const earlier = await madeBefore(tx.notes, origin)
        if (earlier) return earlier
        const author = { id: agent.agentId, name: agent.name }
        const { locale } = context
        const createdAt = at.toISOString()
        const note: Note = { id, ticketId, author, body, locale, createdAt, origin }
        const noteDeed = await audit.open(tx, agent, at)
        tx.notes.save(note)
        noteDeed('note.added', ticketId)
        tx.events.add({ kind: 'ticket.noted', site, ticketId, noteId: id })
        return note
      })
    },
  }
}
