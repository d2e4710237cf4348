import { declareTable } from '../../foundation/records.js'
import { addressKey, answeredAt } from '../answered-at.js'
import { type Ticket, unreadReplies } from './ticket.js'

export const ticketTable = declareTable<Ticket>()({
  name: 'tickets',
  indexes: {
    requester: { keys: (ticket) => [ticket.requesterId] },
    /** What is answered at an address, for whoever proves that it is theirs. */
    address: { keys: (ticket) => addressKeys(ticket) },
    /** What the customers of one company have asked. */
    group: { keys: ({ site, group }) => (group === undefined ? [] : [groupKey(site, group)]) },
    /** Only those with something unread, so that counting costs what there is to count. */
    unread: {
      keys: (ticket) => (unreadReplies(ticket).length > 0 ? [ticket.requesterId] : []),
    },
    /** The same for whoever has proved the address. */
    unreadAt: {
      keys: (ticket) => (unreadReplies(ticket).length > 0 ? addressKeys(ticket) : []),
    },
    queue: { keys: (ticket) => [...queueKeys(ticket)] },
    /** What is over, the longest first: what is solved or closed, and apart what was put aside. */
    done: {
      keys: ({ site, solvedAt, quarantine }) => {
        if (quarantine) return [`${site}|quarantined`]
        return solvedAt === null ? [] : [site]
      },
      order: ({ solvedAt, quarantine }) => quarantine?.at ?? solvedAt ?? '',
    },
    origin: { keys: (ticket) => (ticket.origin ? [ticket.origin.key] : []) },
  },
  texts: {
    of: 'tickets',
    read: ({ id, context, reference, subject, requester }) => ({
      id,
      locale: context.locale,
      text: [reference, subject, requester.name, requester.email].filter(Boolean).join('\n'),
    }),
  },
})

/** JSON, because the name of a company may hold any character. */
export function groupKey(site: string, group: string): string {
  return JSON.stringify([site, group])
}

/** The key of what was put aside: it stands in no queue. */
export const quarantineKey = (site: string): string => [site, 'quarantined', ''].join('|')

/** The key of one queue of the team: all of a site, or narrowed by status, assignee or both. */
export function queueKey(site: string, by: { status?: string; assignee?: string } = {}): string {
  return [site, by.status ?? '', by.assignee ?? ''].join('|')
}

function addressKeys(ticket: Ticket): readonly string[] {
  const address = answeredAt(ticket)
  return address === undefined || ticket.quarantine ? [] : [addressKey(ticket.site, address)]
}

function* queueKeys(ticket: Ticket) {
  const { site, status } = ticket
  if (ticket.quarantine) {
    yield quarantineKey(site)
    return
  }
  yield queueKey(site)
  yield queueKey(site, { status })
  if (ticket.assigneeId === null) return
  yield queueKey(site, { assignee: ticket.assigneeId })
  yield queueKey(site, { status, assignee: ticket.assigneeId })
}
