import {
  type FieldError,
  type NewTicketInput,
  type OrderCard,
  type QuarantineReason,
  type TicketChannel,
  type TicketOrder,
  WaypostError,
} from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Actor } from '../actor.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { RichTextReader } from '../rich-text.js'
import type { Storage } from '../storage.js'
import { type AskedForm, answerFaults, answersKept } from './answered.js'
import type { Attaching } from './attaching.js'
import type { Notices } from './notices.js'
import type { Requesters } from './requesters.js'
import type { Ticket } from './ticket.js'

export interface OpeningDeps {
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

/** How a ticket comes to be: what is wrong with it, and what is written where nothing is. */
export function createOpening(deps: OpeningDeps) {
  const { storage, clock, newId, richText, requesters, attaching, notices, formOf, vouch } = deps
  return {
    /** Everything that is wrong with what somebody wants to open, before anything is counted. */
    faultsOf,

    /** Whether an earlier try of the same request has opened its ticket; throws as `open` does. */
    async isOpened(origin: RequestOrigin | null): Promise<boolean> {
      if (origin === null) return false
      return (await storage.transaction((tx) => madeBefore(tx.tickets, origin))) !== undefined
    },

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
      // A retry is answered without asking the shop's server once more.
      if (card && origin) {
        const earlier = await storage.transaction((tx) => madeBefore(tx.tickets, origin))
        if (earlier) return earlier
      }
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
  }

  function faultsOf(actor: Actor, input: NewTicketInput): FieldError[] {
    return [
      ...(actor.kind !== 'session' && input.email === undefined ? [UNREACHABLE] : []),
      ...answerFaults(formOf(actor.site), input),
    ]
  }
}

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
