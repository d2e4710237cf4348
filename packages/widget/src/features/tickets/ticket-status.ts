import type { Ticket } from '@waypost/sdk/contract'
import type { Translator } from '../../foundation/i18n.js'

/** What a status means to who asked: whose turn it is. */
const readings = {
  new: 'with-us',
  open: 'with-us',
  pending: 'waiting',
  solved: 'solved',
  closed: 'closed',
} as const

type Reading = (typeof readings)[keyof typeof readings]

/** A status that is newer than we are is with us. */
const readingOf = ({ status }: Pick<Ticket, 'status'>): Reading =>
  Object.hasOwn(readings, status) ? readings[status] : 'with-us'

export const statusText = (ticket: Pick<Ticket, 'status'>, { t }: Translator): string =>
  t(`requests.status.${readingOf(ticket)}`)

/** In a list: a reply that nobody has read yet comes before whose turn it is. */
export const listReadingOf = (ticket: Pick<Ticket, 'status' | 'unread'>): Reading | 'reply' =>
  ticket.unread > 0 ? 'reply' : readingOf(ticket)

export const isDone = ({ status }: Pick<Ticket, 'status'>): boolean =>
  status === 'solved' || status === 'closed'
