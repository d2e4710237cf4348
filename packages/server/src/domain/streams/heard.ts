import type { StreamEvent, WaypostEvent } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { can, type GuardedTicket, isRequester } from '../policy.js'

export interface HeardTicket extends GuardedTicket {
  readonly quarantine?: unknown
}

export type TicketEvent = Extract<WaypostEvent, { ticketId: string }>

/**
 * What an actor hears of an event, in the shape that is for them; nothing where they may not read the
 * ticket as it is now. What is not named here nobody hears.
 */
export function heardBy(
  actor: Actor,
  ticket: HeardTicket,
  event: TicketEvent,
): StreamEvent | undefined {
  if (!can(actor, { action: 'read', ticket })) return undefined
  if (actor.kind === 'agent') return heardByAgent(actor.agentId, ticket, event)
  return heardByRequester(actor, ticket, event)
}

function heardByRequester(
  actor: Actor,
  ticket: HeardTicket,
  event: TicketEvent,
): StreamEvent | undefined {
  const { ticketId } = event
  switch (event.kind) {
    case 'ticket.updated':
      // Priority and assignee are the team's own affair.
      if (!event.changed.includes('status')) return undefined
      return { kind: event.kind, ticketId, changed: ['status'] }
    case 'ticket.read':
      // A colleague's marks are their own.
      return isRequester(actor, ticket) ? { kind: event.kind, ticketId } : undefined
    case 'ticket.typing':
      return event.author === 'agent' ? typing(event) : undefined
    case 'ticket.opened':
    case 'ticket.replied':
    case 'ticket.solved':
    case 'ticket.reopened':
      return ofBoth(event)
    default:
      return undefined
  }
}

function heardByAgent(
  agentId: string,
  { quarantine }: HeardTicket,
  event: TicketEvent,
): StreamEvent | undefined {
  const { ticketId } = event
  if (event.kind === 'ticket.quarantined') return { kind: event.kind, ticketId }
  // What was put aside is in no queue, and nobody is told of it.
  if (quarantine) return undefined
  switch (event.kind) {
    case 'ticket.updated':
      return { kind: event.kind, ticketId, changed: [...event.changed] }
    case 'ticket.noted':
      return { kind: event.kind, ticketId, noteId: event.noteId }
    case 'ticket.typing':
      return event.agentId === agentId ? undefined : typing(event)
    case 'ticket.viewed': {
      const { name } = event
      if (event.agentId === agentId) return undefined
      return { kind: event.kind, ticketId, ...(name !== undefined && { name }) }
    }
    case 'ticket.read':
    case 'ticket.claimed':
    case 'ticket.released':
      return { kind: event.kind, ticketId }
    case 'ticket.opened':
    case 'ticket.replied':
    case 'ticket.solved':
    case 'ticket.reopened':
      return ofBoth(event)
    default:
      return undefined
  }
}

type OfBoth = Extract<
  TicketEvent,
  { kind: 'ticket.opened' | 'ticket.replied' | 'ticket.solved' | 'ticket.reopened' }
>

function ofBoth(event: OfBoth): StreamEvent {
  const { ticketId } = event
  switch (event.kind) {
    case 'ticket.opened':
      return { kind: event.kind, ticketId }
    case 'ticket.replied':
      return { kind: event.kind, ticketId, messageId: event.messageId, author: event.author }
    case 'ticket.solved':
    case 'ticket.reopened':
      return { kind: event.kind, ticketId, by: event.by }
  }
}

function typing({
  ticketId,
  author,
  name,
}: Extract<TicketEvent, { kind: 'ticket.typing' }>): StreamEvent {
  return { kind: 'ticket.typing', ticketId, author, ...(name !== undefined && { name }) }
}
