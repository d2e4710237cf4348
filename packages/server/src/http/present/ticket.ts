import type { AgentTicket, Note as NoteReply, Ticket as TicketReply } from '@waypost/sdk/contract'
import type { Actor } from '../../domain/actor.js'
import { can, isRequester } from '../../domain/policy.js'
import type { Note } from '../../domain/tickets/message.js'
import { type Ticket, unreadReplies } from '../../domain/tickets/ticket.js'
import type { Sites } from '../site.js'
import { presentAnswers } from './answers.js'
import { presentTicketOrder } from './order.js'

/** A ticket as the one sees it who asked, or a colleague of theirs: what is unread is the one's alone. */
export const presentTicketFor =
  (actor: Actor) =>
  (ticket: Ticket): TicketReply => {
    const isOwn = isRequester(actor, ticket)
    const canReply = can(actor, { action: 'reply', ticket })
    const presented = presentTicket(ticket)
    return { ...presented, isOwn, canReply, unread: isOwn ? presented.unread : 0 }
  }

/** A ticket as its requester sees it: `on-hold` is our affair, so it reads `open`. */
function presentTicket(ticket: Ticket): TicketReply {
  return {
    id: ticket.id,
    reference: ticket.reference,
    subject: ticket.subject,
    kind: ticket.kind,
    status: ticket.status === 'on-hold' ? 'open' : ticket.status,
    requester: {
      name: ticket.requester.name,
      email: ticket.requester.email,
      verification: ticket.requester.verification,
    },
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    solvedAt: ticket.solvedAt,
    unread: unreadReplies(ticket).length,
  }
}

/** A ticket as the team sees it, its answers in the words of its site. */
export const presentAgentTicket =
  (sites: Sites) =>
  (ticket: Ticket): AgentTicket => {
    const { form, defaultLocale } = sites.find(ticket.site) ?? sites.main
    const reader = { locale: defaultLocale, fallback: defaultLocale }
    return {
      ...presentTicket(ticket),
      requesterId: ticket.requesterId,
      status: ticket.status,
      priority: ticket.priority,
      channel: ticket.channel,
      assigneeId: ticket.assigneeId,
      group: ticket.group ?? null,
      fields: ticket.fields,
      answers: presentAnswers(ticket.fields, form, reader),
      context: ticket.context,
      order: ticket.order ? presentTicketOrder(ticket.order) : null,
      consentedAt: ticket.consentedAt ?? null,
      quarantine: ticket.quarantine ?? null,
      version: ticket.version,
    }
  }

export function presentNote(note: Note): NoteReply {
  return {
    id: note.id,
    author: { id: note.author.id, name: note.author.name },
    body: note.body,
    createdAt: note.createdAt,
  }
}
