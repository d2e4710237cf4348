import { type TicketChange, type TicketStatus, WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { asAgent, guarded, worksFor } from '../policy.js'
import { type AnsweringDeps, createAnswering } from './answering.js'
import type { Message, Note } from './message.js'
import { createQuarantining } from './quarantining.js'
import type { Ticket } from './ticket.js'
import { changeEvents, withChange } from './ticket-change.js'
import { quarantineKey, queueKey } from './ticket-store.js'

export interface QueueFilter {
  status?: TicketStatus | undefined
  assignee?: string | undefined
  /** Those that were put aside, and no others. */
  isQuarantined?: boolean
  /** Only tickets in which some of these words stand, the best first. */
  words?: string | undefined
}

/** What the support team can do with tickets. */
export function createQueue(deps: AnsweringDeps) {
  const { storage, clock, audit } = deps
  return {
    ...createAnswering(deps),
    ...createQuarantining(deps),

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
        const noteDeed = await audit.open(tx, agent, at)
        const { items, next } = await tx.tickets.list('queue', queueKey(site), page)
        const withMessages = items.map(async (ticket) => {
          const messages = await allOf((after) =>
            tx.messages.list('ticket', ticket.id, { limit: 1_000, after }),
          )
          return { ticket, messages }
        })
        const all = await Promise.all(withMessages)
        // Once for all its pages.
        if (page.after === undefined) noteDeed('tickets.exported', null)
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
        const noteDeed = await audit.open(tx, agent, at)
        tx.tickets.save(after)
        noteDeed('ticket.updated', ticketId)
        for (const event of changeEvents(before, after)) tx.events.add(event)
        return after
      })
    },
  }
}

export type Queue = ReturnType<typeof createQueue>
