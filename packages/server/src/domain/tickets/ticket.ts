import type {
  QuarantineReason,
  TicketChannel,
  TicketContext,
  TicketFields,
  TicketKind,
  TicketOrder,
  TicketPriority,
  TicketStatus,
  Verification,
} from '@waypost/sdk/contract'
import { WaypostError } from '@waypost/sdk/contract'
import { addressOf } from '../../foundation/address-of.js'
import type { StoredRecord } from '../../foundation/records.js'
import type { RequestOrigin } from '../request-origin.js'

export interface Ticket extends StoredRecord {
  readonly site: string
  readonly reference: string
  readonly subject: string
  readonly kind: TicketKind
  readonly status: TicketStatus
  readonly priority: TicketPriority
  readonly channel: TicketChannel
  readonly requesterId: string
  readonly requester: Requester
  /** The company whose customer asked; absent where a host has named none. */
  readonly group?: string | undefined
  readonly assigneeId: string | null
  readonly fields: TicketFields
  readonly context: TicketContext
  /** The order that it is about. */
  readonly order?: TicketOrder | undefined
  /** When the requester agreed to what the site asked them to. */
  readonly consentedAt?: string | undefined
  readonly updatedAt: string
  readonly solvedAt: string | null
  /** Messages so far; the next one gets the next number. */
  readonly messageCount: number
  /**
   * Numbers of the agents' replies that the requester has not read, ascending. Tickets from before
   * reading was noted have none: what they hold counts as read.
   */
  readonly unread?: readonly number[]
  /** Raised by each change of the ticket; an agent's change names the one it saw. */
  readonly version: number
  /** Raised to make every access token of this ticket worthless. */
  readonly accessVersion: number
  /** Put aside for the team to look at: it stands in no queue, and nobody is told of it. */
  readonly quarantine?: { readonly reason: QuarantineReason; readonly at: string } | undefined
  /** Which request made it, so that a retry finds it again. */
  readonly origin: RequestOrigin | null
}

export interface Requester {
  readonly name: string | null
  readonly email: string | null
  readonly verification: Verification
}

/**
 * The ticket after the requester has said something: whatever it waited for, it is with us again,
 * and what came before counts as read.
 */
export function withRequesterReply(ticket: Ticket, at: Date): Ticket {
  refuseClosed(ticket)
  const status = ticket.status === 'new' || ticket.status === 'on-hold' ? ticket.status : 'open'
  const messageCount = ticket.messageCount + 1
  return changed({ ...ticket, status, solvedAt: null, messageCount, unread: [] }, at)
}

/** The ticket after a colleague has said something: what its requester has not read stays unread. */
export function withColleagueReply(ticket: Ticket, at: Date): Ticket {
  return { ...withRequesterReply(ticket, at), unread: unreadReplies(ticket) }
}

/** The ticket after an agent has answered: it waits for the requester, who has not read it yet. */
export function withAgentReply(ticket: Ticket, agentId: string, at: Date): Ticket {
  refuseClosed(ticket)
  const assigneeId = ticket.assigneeId ?? agentId
  const messageCount = ticket.messageCount + 1
  const unread = [...unreadReplies(ticket), messageCount]
  return changed(
    { ...ticket, status: 'pending', solvedAt: null, assigneeId, messageCount, unread },
    at,
  )
}

export const unreadReplies = ({ unread = [] }: Pick<Ticket, 'unread'>): readonly number[] => unread

/**
 * The ticket after its requester has read up to the message with this number; what was read stays
 * read. It is no change of the ticket: neither its version nor its time moves, so that nobody of the
 * team is told that the ticket has changed because somebody looked at it.
 */
export function readUpTo(ticket: Ticket, number: number): Ticket {
  const before = unreadReplies(ticket)
  const unread = before.filter((reply) => reply > number)
  return unread.length === before.length ? ticket : { ...ticket, unread }
}

export function solved(ticket: Ticket, at: Date): Ticket {
  return withStatus(ticket, 'solved', at)
}

export function reopened(ticket: Ticket, at: Date): Ticket {
  return ticket.status === 'solved'
    ? withStatus(ticket, 'open', at)
    : withStatus(ticket, ticket.status, at)
}

/** The ticket in another status. Nothing leaves `closed`; the same status changes nothing. */
export function withStatus(ticket: Ticket, status: TicketStatus, at: Date): Ticket {
  refuseClosed(ticket)
  if (ticket.status === status) return ticket
  const isDone = status === 'solved' || status === 'closed'
  const solvedAt = isDone ? (ticket.solvedAt ?? at.toISOString()) : null
  return changed({ ...ticket, status, solvedAt }, at)
}

/**
 * The ticket as that of a customer who has opened it before they had a name. What it says of its
 * requester stays: nobody vouches afterwards for what was written then.
 */
export function claimed(ticket: Ticket, customerId: string): Ticket {
  return { ...ticket, requesterId: customerId, version: ticket.version + 1 }
}

/** The ticket put aside; one that is, stays as it is. */
export function quarantined(ticket: Ticket, reason: QuarantineReason, at: Date): Ticket {
  if (ticket.quarantine) return ticket
  return changed({ ...ticket, quarantine: { reason, at: at.toISOString() } }, at)
}

/** The ticket in the queue again. */
export function released(ticket: Ticket, at: Date): Ticket {
  const { quarantine, ...rest } = ticket
  return quarantine ? changed(rest, at) : ticket
}

/**
 * The ticket after its requester has put right what it says of them; nobody's turn has changed. With
 * another address its links open nothing any more: some went to the one that was wrong.
 */
export function corrected(ticket: Ticket, right: Partial<Requester>): Ticket {
  const { requester, version, accessVersion } = ticket
  const isElsewhere =
    right.email != null && addressOf(right.email) !== addressOf(requester.email ?? '')
  return {
    ...ticket,
    requester: { ...requester, ...right },
    version: version + 1,
    accessVersion: isElsewhere ? accessVersion + 1 : accessVersion,
  }
}

/** The ticket with the moment of its change and its next version. */
export function changed(ticket: Ticket, at: Date): Ticket {
  return { ...ticket, updatedAt: at.toISOString(), version: ticket.version + 1 }
}

function refuseClosed(ticket: Ticket): void {
  if (ticket.status === 'closed') throw new WaypostError('ticket_closed')
}
