import {
  type FieldError,
  type NewMessage,
  type NewTicketInput,
  type OrderCard,
  type QuarantineReason,
  type TicketChannel,
  type TicketOrder,
  type TicketScope,
  WaypostError,
} from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { addressKey } from '../answered-at.js'
import { guarded, readableGroup } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { RichTextReader } from '../rich-text.js'
import type { Storage, Transaction } from '../storage.js'
import { type AskedForm, answerFaults, answersKept } from './answered.js'
import type { Attaching } from './attaching.js'
import type { Message } from './message.js'
import type { Notices } from './notices.js'
import type { Requesters } from './requesters.js'
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

export interface TicketsDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  richText: RichTextReader
  requesters: Requesters
  attaching: Attaching
  notices: Notices
  /** What a site asks beside subject and message. */
  formOf(site: string): AskedForm
  /** The order as the host knows it; `undefined` for none of this customer. */
  vouch(actor: Actor, card: OrderCard, locale?: string): Promise<TicketOrder | undefined>
}

const FIRST_NUMBER = 1001

/** What a requester can do with tickets. */
export function createTickets(deps: TicketsDeps) {
  const { storage, clock, newId, richText, requesters, attaching, notices, formOf, vouch } = deps
  return {
    /** Everything that is wrong with what somebody wants to open, before anything is counted. */
    faultsOf,

    /**
     * Opens a ticket; a retry under the same key returns the first one. Who says where they are came
     * by the widget, unless another channel is named. With a reason it is put aside at once.
     */
    async open(
      actor: Actor,
      input: NewTicketInput,
      origin: RequestOrigin | null,
      channel: TicketChannel = input.context === undefined ? 'api' : 'widget',
      quarantine?: QuarantineReason,
    ): Promise<Ticket> {
      const contact = { name: input.name ?? null, email: input.email ?? null }
      const form = formOf(actor.site)
      const faults = faultsOf(actor, input)
      const card = faults.length === 0 ? input.order : undefined
      const order = card && (await vouch(actor, card, input.context?.locale))
      const refusal = refusalOf(card && !order ? [NO_ORDER_OF_THEIRS] : faults)
      const body = richText.fromPlainText(input.message)
      const [id, messageId, customerId] = [newId('tic'), newId('msg'), newId('cus')]
      const at = clock.now()
      const createdAt = at.toISOString()
      const counterId = `${actor.site}|ticket`
      return storage.transaction(async (tx) => {
        // Asked together, so that a database is asked once.
        const [earlier, counter] = await Promise.all([
          madeBefore(tx.tickets, origin),
          tx.counters.find(counterId),
        ])
        if (earlier) return earlier
        // Only now: what has been opened once is found again, whatever the site asks since.
        if (refusal) throw refusal
        const {
          id: requesterId,
          requester,
          group,
          locale,
          save,
        } = await requesters.find(tx, actor, contact, {
          customerId,
          at,
        })
        const part = { ticketId: id, messageId, at }
        const attached = await attaching.find(tx, actor, input.attachmentIds ?? [], part)
        const number = counter ? counter.value + 1 : FIRST_NUMBER
        const ticket: Ticket = {
          id,
          site: actor.site,
          reference: `WP-${number}`,
          subject: input.subject,
          kind: input.kind,
          status: 'new',
          priority: 'normal',
          channel,
          requesterId,
          requester,
          ...(group !== undefined && { group }),
          assigneeId: null,
          fields: answersKept(form, input),
          context: { ...(locale && { locale }), ...input.context },
          ...(order && { order }),
          ...(form.wantsConsent && { consentedAt: createdAt }),
          createdAt,
          updatedAt: createdAt,
          solvedAt: null,
          messageCount: 1,
          version: 1,
          accessVersion: 1,
          ...(quarantine && { quarantine: { reason: quarantine, at: createdAt } }),
          origin,
        }
        const tell = await notices.opened(tx, ticket)
        save()
        attached.save()
        tell()
        tx.counters.save({
          id: counterId,
          createdAt: counter?.createdAt ?? createdAt,
          value: number,
        })
        tx.tickets.save(ticket)
        tx.messages.save({
          id: messageId,
          ticketId: id,
          number: 1,
          author: { kind: 'requester', id: requesterId, name: requester.name },
          body,
          ...(attached.files.length > 0 && { attachments: attached.files }),
          locale: ticket.context.locale,
          createdAt,
          origin: null,
        })
        const kind = quarantine ? 'ticket.quarantined' : 'ticket.opened'
        tx.events.add({ kind, site: ticket.site, ticketId: id })
        return ticket
      })
    },

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

  function faultsOf(actor: Actor, input: NewTicketInput): FieldError[] {
    return [
      ...(actor.kind !== 'session' && input.email === undefined ? [UNREACHABLE] : []),
      ...answerFaults(formOf(actor.site), input),
    ]
  }

  async function withUnread(tx: Transaction, actor: Actor): Promise<readonly Ticket[]> {
    if (actor.kind === 'ticket') return [await read(tx, actor, actor.ticketId)]
    if (actor.kind !== 'session' || actor.customerId === null) return []
    const { customerId } = actor
    return allOf((after) => tx.tickets.list('unread', customerId, { limit: 1_000, after }))
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

const NO_ORDER_OF_THEIRS: FieldError = { path: 'order', code: 'not_an_option' }
const UNREACHABLE: FieldError = { path: 'email', code: 'required' }

/** Everything that is wrong at once. */
function refusalOf(errors: readonly FieldError[]): WaypostError | undefined {
  if (errors.length === 0) return undefined
  const detail = 'Without a session, `email` says where to answer.'
  return new WaypostError('invalid_input', {
    errors,
    ...(errors.includes(UNREACHABLE) && { detail }),
  })
}
