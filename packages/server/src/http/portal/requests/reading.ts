import type { Ticket } from '../../../domain/tickets/ticket.js'

/** What a status means to who asked: whose turn it is. That we put something aside is our affair. */
export type Reading = 'with-us' | 'waiting' | 'solved' | 'closed'

const READINGS: Readonly<Record<Ticket['status'], Reading>> = {
  new: 'with-us',
  open: 'with-us',
  'on-hold': 'with-us',
  pending: 'waiting',
  solved: 'solved',
  closed: 'closed',
}

export const readingOf = ({ status }: Pick<Ticket, 'status'>): Reading => READINGS[status]

export const isDone = (ticket: Pick<Ticket, 'status'>): boolean =>
  ['solved', 'closed'].includes(readingOf(ticket))
