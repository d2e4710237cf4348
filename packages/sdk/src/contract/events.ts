import type { ContentKind } from './targeting.js'

/**
 * The one list of events: what happened, in the past tense, and which ids it carries. The server,
 * its event stream and webhooks say `ticket.replied`, the SDK `ticket:replied`.
 */
export interface EventPayloads {
  'ticket.opened': { ticketId: string }
  'ticket.replied': { ticketId: string; messageId: string; author: 'requester' | 'agent' }
  'ticket.noted': { ticketId: string; noteId: string }
  'ticket.updated': { ticketId: string; changed: readonly ('status' | 'priority' | 'assignee')[] }
  'ticket.solved': { ticketId: string; by: 'requester' | 'agent' }
  'ticket.reopened': { ticketId: string; by: 'requester' | 'agent' }
  'ticket.claimed': { ticketId: string }
  /** Put aside, when it was opened or by the team. */
  'ticket.quarantined': { ticketId: string }
  'ticket.released': { ticketId: string }
  /** Its requester has read something that was unread. */
  'ticket.read': { ticketId: string }
  /** Somebody writes; told once in a few seconds, and true for six. Only agents have a name here. */
  'ticket.typing': {
    ticketId: string
    author: 'requester' | 'agent'
    agentId?: string | undefined
    name?: string | undefined
  }
  /** One of the team has the ticket open; told once in twenty seconds, and true for thirty. */
  'ticket.viewed': { ticketId: string; agentId: string; name?: string | undefined }
  /** What the settings of the site answer is another. */
  'settings.changed': Record<never, never>
  'article.saved': { articleId: string; locale: string }
  'article.removed': { articleId: string; locale: string }
  'article.voted': { articleId: string; locale: string; helpful: boolean }
  'collection.saved': { collectionId: string; locale: string }
  'collection.removed': { collectionId: string; locale: string }
  'search-rules.saved': { locale: string }
  'search-rules.removed': { locale: string }
  /** A course, lesson, checklist, tour or tip, in one language. */
  'education.saved': { contentId: string; contentKind: ContentKind; locale: string }
  'education.removed': { contentId: string; contentKind: ContentKind; locale: string }
  /** Of a customer, one of the team, or the session of a visitor without a name. */
  'progress.changed': { contentId: string; learnerId: string }
  'mail.written': { mailId: string }
  /** Name or address of a customer has been put right. */
  'customer.corrected': { customerId: string }
  'session.started': { sessionId: string }
  'session.ended': { sessionId: string }
  'agent.added': { agentId: string }
  /** Gone with everything that stood with it. */
  'ticket.erased': { ticketId: string }
  'customer.erased': { customerId: string }
}

export type EventKind = keyof EventPayloads

/** One event of a site: its kind with what that kind carries. */
export type WaypostEvent = {
  [K in EventKind]: { readonly kind: K; readonly site: string } & Readonly<EventPayloads[K]>
}[EventKind]
