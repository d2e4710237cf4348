import {
  type NewReply,
  type TicketChange,
  type TicketStatus,
  WaypostError,
} from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent, guarded, worksFor } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { RichTextReader } from '../rich-text.js'
import type { Storage } from '../storage.js'
import type { Attaching } from './attaching.js'
import type { Carrying } from './carrying.js'
import type { Message, Note } from './message.js'
import type { Notices } from './notices.js'
import {
  changed,
  quarantined,
  released,
  type Ticket,
  withAgentReply,
  withStatus,
} from './ticket.js'
import { quarantineKey, queueKey } from './ticket-store.js'

export interface QueueDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  richText: RichTextReader
  attaching: Attaching
  carrying: Carrying
  notices: Notices
  audit: AuditLog
}

export interface QueueFilter {
  status?: TicketStatus | undefined
  assignee?: string | undefined
  /** Those that were put aside, and no others. */
  isQuarantined?: boolean
  /** Only tickets in which some of these words stand, the best first. */
  words?: string | undefined
}

/** What the support team can do with tickets. */
export function createQueue(deps: QueueDeps) {
  const { storage, clock, newId, richText, attaching, carrying, notices, audit } = deps
  return {
    /** Tickets of the site, newest first; those with certain words, the best first. */
    async list(actor: Actor, filter: QueueFilter, page: PageRequest): Promise<Page<Ticket>> {
      const { site } = asAgent(actor, 'list-queue')
      const { status, assignee, words, isQuarantined } = filter
      const ofQueue = queueKey(site, {
        ...(status && { status }),
        ...(assignee && { assignee }),
      })
      const key = isQuarantined ? quarantineKey(site) : ofQueue
      return storage.transaction((tx) =>
        words === undefined
          ? tx.tickets.list('queue', key, { ...page, direction: 'descending' })
          : tx.tickets.search('queue', key, words, page),
      )
    },

    /** Every ticket of the site but those put aside, with its whole conversation, oldest first. */
    async export(
      actor: Actor,
      page: PageRequest,
    ): Promise<Page<{ ticket: Ticket; messages: readonly Message[] }>> {
      const agent = asAgent(actor, 'export-tickets')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const { site } = agent
        const note = await audit.open(tx, agent, at)
        const { items, next } = await tx.tickets.list('queue', queueKey(site), page)
        const withMessages = items.map(async (ticket) => {
          const messages = await allOf((after) =>
            tx.messages.list('ticket', ticket.id, { limit: 1_000, after }),
          )
          return { ticket, messages }
        })
        const all = await Promise.all(withMessages)
        // Once for all its pages.
        if (page.after === undefined) note('tickets.exported', null)
        return { items: all, next }
      })
    },

    async get(actor: Actor, ticketId: string): Promise<Ticket> {
      asAgent(actor, 'list-queue')
      return storage.transaction(async (tx) =>
        guarded(actor, 'read', await tx.tickets.find(ticketId)),
      )
    },

    async messages(
      actor: Actor,
      ticketId: string,
      page: PageRequest,
    ): Promise<Page<Message> & { ticket: Ticket }> {
      asAgent(actor, 'list-queue')
      return storage.transaction(async (tx) => {
        const ticket = guarded(actor, 'read', await tx.tickets.find(ticketId))
        return { ...(await tx.messages.list('ticket', ticketId, page)), ticket }
      })
    },

    async notes(actor: Actor, ticketId: string, page: PageRequest): Promise<Page<Note>> {
      asAgent(actor, 'list-queue')
      return storage.transaction(async (tx) => {
        guarded(actor, 'manage', await tx.tickets.find(ticketId))
        return tx.notes.list('ticket', ticketId, page)
      })
    },

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
        const note = await audit.open(tx, agent, at)
        attached.save()
        note('ticket.replied', ticketId)
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

    /**
     * Changes status, priority or assignee of the ticket that the agent saw: `seen` is its version.
     * Throws `ticket_changed` when somebody was faster.
     */
    async update(
      actor: Actor,
      ticketId: string,
      change: TicketChange,
      seen: number | undefined,
    ): Promise<Ticket> {
      const agent = asAgent(actor, 'list-queue')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const before = guarded(actor, 'manage', await tx.tickets.find(ticketId))
        const assignee = change.assigneeId ? await tx.agents.find(change.assigneeId) : undefined
        if (change.assigneeId && !(assignee && worksFor(assignee, before.site))) {
          throw new WaypostError('invalid_input', {
            errors: [{ path: 'assigneeId', code: 'not_an_option' }],
          })
        }
        if (seen !== before.version) {
          const detail = `Read it again, then send If-Match: "<version>". It is at ${before.version}.`
          throw new WaypostError('ticket_changed', { detail })
        }
        const after = withChange(before, change, at)
        if (after === before) return before
        const note = await audit.open(tx, agent, at)
        tx.tickets.save(after)
        note('ticket.updated', ticketId)
        for (const event of changeEvents(before, after)) tx.events.add(event)
        return after
      })
    },

    /** Puts a ticket aside; it leaves every queue, and keeps all it has. */
    quarantine: (actor: Actor, ticketId: string): Promise<Ticket> =>
      move(actor, ticketId, 'ticket.quarantined', (ticket, at) => quarantined(ticket, 'agent', at)),

    /** Takes a ticket out of quarantine. What is told of a new ticket is told now, if it never was. */
    release: (actor: Actor, ticketId: string): Promise<Ticket> =>
      move(actor, ticketId, 'ticket.released', released),
  }

  async function move(
    actor: Actor,
    ticketId: string,
    kind: 'ticket.quarantined' | 'ticket.released',
    step: (ticket: Ticket, at: Date) => Ticket,
  ): Promise<Ticket> {
    const agent = asAgent(actor, 'list-queue')
    const at = clock.now()
    return storage.transaction(async (tx) => {
      const before = guarded(actor, 'manage', await tx.tickets.find(ticketId))
      const after = step(before, at)
      if (after === before) return before
      // Only what was put aside as it was opened has been told to nobody yet.
      const isUntold = kind === 'ticket.released' && before.quarantine?.reason !== 'agent'
      const tell = isUntold ? await notices.opened(tx, after) : () => {}
      const note = await audit.open(tx, agent, at)
      tx.tickets.save(after)
      note(kind, ticketId)
      tell()
      tx.events.add({ kind, site: after.site, ticketId })
      return after
    })
  }
}

export type Queue = ReturnType<typeof createQueue>

function withChange(before: Ticket, change: TicketChange, at: Date): Ticket {
  const priority = change.priority ?? before.priority
  const assigneeId = change.assigneeId === undefined ? before.assigneeId : change.assigneeId
  const moved = change.status ? withStatus(before, change.status, at) : before
  if (priority === before.priority && assigneeId === before.assigneeId) return moved
  const base = moved === before ? changed(before, at) : moved
  return { ...base, priority, assigneeId }
}

function changeEvents(before: Ticket, after: Ticket) {
  const { id: ticketId, site } = after
  const parts = [
    before.status !== after.status && ('status' as const),
    before.priority !== after.priority && ('priority' as const),
    before.assigneeId !== after.assigneeId && ('assignee' as const),
  ].filter((part) => part !== false)
  const solvedNow = before.status !== 'solved' && after.status === 'solved'
  const openAgain = before.status === 'solved' && after.solvedAt === null
  return [
    { kind: 'ticket.updated' as const, site, ticketId, changed: parts },
    ...(solvedNow
      ? [{ kind: 'ticket.solved' as const, site, ticketId, by: 'agent' as const }]
      : []),
    ...(openAgain
      ? [{ kind: 'ticket.reopened' as const, site, ticketId, by: 'agent' as const }]
      : []),
  ]
}
