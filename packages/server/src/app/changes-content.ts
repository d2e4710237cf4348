import type { EventKind } from '@waypost/sdk/contract'
import type { LoggedEvent } from '../domain/event-log.js'

/** Whether what everybody is answered may be another after it: what is nobody's in particular. */
const isOfContent: Record<EventKind, boolean> = {
  'ticket.opened': false,
  'ticket.replied': false,
  'ticket.noted': false,
  'ticket.updated': false,
  'ticket.solved': false,
  'ticket.reopened': false,
  'ticket.claimed': false,
  'ticket.quarantined': false,
  'ticket.released': false,
  'ticket.read': false,
  'ticket.typing': false,
  'ticket.viewed': false,
  'settings.changed': true,
  'article.saved': true,
  'article.removed': true,
  // Nobody is told how many there are.
  'article.voted': false,
  'collection.saved': true,
  'collection.removed': true,
  'search-rules.saved': true,
  'search-rules.removed': true,
  'education.saved': true,
  'education.removed': true,
  'progress.changed': false,
  'mail.written': false,
  'customer.corrected': false,
  'session.started': false,
  'session.ended': false,
  'agent.added': false,
  'ticket.erased': false,
  'customer.erased': false,
}

export const changesContent = ({ event }: LoggedEvent): boolean => isOfContent[event.kind]
