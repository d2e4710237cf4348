import { type NewMessage, type TicketScope, WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { addressKey } from '../answered-at.js'
import { guarded, readableGroup } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { Transaction } from '../storage.js'
import type { Message } from './message.js'
import { createOpening, type OpeningDeps } from './opening.js'
import {
  readUpTo,
  reopened,
  solved,
  type Ticket,
  unreadReplies,
  withColleagueReply,
  withRequesterReply,
} from './ticket.js'
import { groupKey } from './ticket-store.js'

/** What a requester can do with tickets. */
export function createTickets(deps: OpeningDeps) {
  const { storage, clock, newId, richText, requesters, attaching } = deps
  return {
    ...createOpening(deps),

    /** The actor's own tickets, or those of their company, newest first. */
    list(actor: Actor, page: PageRequest, scope: TicketScope = 'own'): Promise<Page<Ticket>> {
      const newestFirst = { ...page, direction: 'descending' } as const
      return storage.transaction(async (tx) => {
        if (actor.kind === 'ticket') {
          const ticket = guarded(actor, 'read', await tx.tickets.find(actor.ticketId))
          return { items: [ticket], next: null }
        }
        if (actor.kind !== 'session' || actor.customerId === null) return { items: [], next: null }
        if (scope === 'own' && actor.address !== undefined) {
          return tx.tickets.list('address', addressKey(actor.site, actor.address), newestFirst)
        }
        if (scope === 'own') return tx.tickets.list('requester', actor.customerId, newestFirst)
        const group = readableGroup(actor)
        if (group === undefined) return { items: [], next: null }
        return tx.tickets.list('group', groupKey(actor.site, group), newestFirst)
      })
    },

    /** The ticket that an access token names, unless its access has been revoked since. */
    findByAccess(ticketId: string, accessVersion: number): Promise<Ticket | undefined> {
      return storage.transaction(async (tx) => {
        const ticket = await tx.tickets.find(ticketId)
        return ticket?.accessVersion === accessVersion ? ticket : undefined
      })
    },

    get(actor: Actor, ticketId: string): Promise<Ticket> {
      return storage.transaction((tx) => read(tx, actor, ticketId))
    },

    /** The conversation, oldest first, and the ticket that it belongs to. */
    messages(
      actor: Actor,
      ticketId: string,
      page: PageRequest,
    ): Promise<Page<Message> & { ticket: Ticket }> {
      return storage.transaction(async (tx) => {
        const ticket = await read(tx, actor, ticketId)
        return { ...(await tx.messages.list('ticket', ticketId, page)), ticket }
      })
    },

    /** Adds the reply of the requester, or of a colleague; a solved ticket opens again. */
    async reply(
      actor: Actor,
      ticketId: string,
      { message: text, attachmentIds = [] }: NewMessage,
      origin: RequestOrigin | null,
    ): Promise<Message> {
      const body = richText.fromPlainText(text)
      const id = newId('msg')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const before = guarded(actor, 'reply', await tx.tickets.find(ticketId))
        const earlier = await madeBefore(tx.messages, origin)
        if (earlier) return earlier
        const { site, context } = before
        const attached = await attaching.find(tx, actor, attachmentIds, {
          ...{ ticketId, messageId: id, at },
        })
        const author = await requesters.authorOf(tx, actor, before)
        const ticket = author.isColleague
          ? withColleagueReply(before, at)
          : withRequesterReply(before, at)
        const message: Message = {
          id,
          ticketId,
          number: ticket.messageCount,
          author: { kind: 'requester', ...author },
          body,
          ...(attached.files.length > 0 && { attachments: attached.files }),
          locale: context.locale,
          createdAt: at.toISOString(),
          origin,
        }
        attached.save()
        tx.tickets.save(ticket)
        tx.messages.save(message)
        tx.events.add({
          kind: 'ticket.replied',
          site,
          ticketId,
          messageId: id,
          author: 'requester',
        })
        if (before.status === 'solved') {
          tx.events.add({ kind: 'ticket.reopened', site, ticketId, by: 'requester' })
        }
        return message
      })
    },

    /** The requester says that the matter is settled; saying it twice changes nothing. */
    solve(actor: Actor, ticketId: string): Promise<Ticket> {
      return settle(actor, ticketId, 'solve')
    },

    /** The requester says that it is not settled after all. */
    reopen(actor: Actor, ticketId: string): Promise<Ticket> {
      return settle(actor, ticketId, 'reopen')
    },

    /** The requester has read up to a message, or all that there is now. */
    markRead(actor: Actor, ticketId: string, messageId?: string): Promise<Ticket> {
      return storage.transaction(async (tx) => {
        const before = guarded(actor, 'mark-read', await tx.tickets.find(ticketId))
        const last = messageId === undefined ? undefined : await tx.messages.find(messageId)
        if (messageId !== undefined && last?.ticketId !== ticketId) {
          const errors = [{ path: 'messageId', code: 'not_an_option' as const }]
          throw new WaypostError('invalid_input', { errors })
        }
        const after = readUpTo(before, last?.number ?? before.messageCount)
        if (after === before) return before
        tx.tickets.save(after)
        tx.events.add({ kind: 'ticket.read', site: before.site, ticketId })
        return after
      })
    },

    /** Replies that the actor has not read, in all their tickets; 0 for who has none. */
    countUnread(actor: Actor): Promise<number> {
      return storage.transaction(async (tx) => {
        const tickets = await withUnread(tx, actor)
        return tickets.reduce((sum, ticket) => sum + unreadReplies(ticket).length, 0)
      })
    },
  }

  async function withUnread(tx: Transaction, actor: Actor): Promise<readonly Ticket[]> {
    if (actor.kind === 'ticket') return [await read(tx, actor, actor.ticketId)]
    if (actor.kind !== 'session' || actor.customerId === null) return []
    const { site, customerId, address } = actor
    const all = (index: 'unread' | 'unreadAt', key: string) =>
      allOf((after) => tx.tickets.list(index, key, { limit: 1_000, after }))
    if (address === undefined) return all('unread', customerId)
    const [asked, answered] = await Promise.all([
      all('unread', customerId),
      all('unreadAt', addressKey(site, address)),
    ])
    return [...new Map([...asked, ...answered].map((ticket) => [ticket.id, ticket])).values()]
  }

  async function read(tx: Transaction, actor: Actor, ticketId: string): Promise<Ticket> {
    return guarded(actor, 'read', await tx.tickets.find(ticketId))
  }

  function settle(actor: Actor, ticketId: string, action: 'solve' | 'reopen'): Promise<Ticket> {
    const at = clock.now()
    return storage.transaction(async (tx) => {
      const before = guarded(actor, action, await tx.tickets.find(ticketId))
      const after = action === 'solve' ? solved(before, at) : reopened(before, at)
      if (after === before) return before
      tx.tickets.save(after)
      tx.events.add({
        kind: action === 'solve' ? 'ticket.solved' : 'ticket.reopened',
        site: before.site,
        ticketId,
        by: 'requester',
      })
      return after
    })
  }
}

export type Tickets = ReturnType<typeof createTickets>
