import type { TicketChange } from '@waypost/sdk/contract'
import { changed, type Ticket, withStatus } from './ticket.js'

/** The ticket after what an agent wants of it; what it says already changes nothing. */
export function withChange(before: Ticket, change: TicketChange, at: Date): Ticket {
  const priority = change.priority ?? before.priority
  const assigneeId = change.assigneeId === undefined ? before.assigneeId : change.assigneeId
  const moved = change.status ? withStatus(before, change.status, at) : before
  if (priority === before.priority && assigneeId === before.assigneeId) return moved
  const base = moved === before ? changed(before, at) : moved
  return { ...base, priority, assigneeId }
}

/** What is told of the way from one to the other. */
export function changeEvents(before: Ticket, after: Ticket) {
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
