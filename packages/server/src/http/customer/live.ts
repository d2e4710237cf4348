import type { Due } from '../../domain/education/due.js'
import type { Tickets } from '../../domain/tickets/tickets.js'
import type { Endpoints } from '../endpoint.js'

export function liveEndpoints({ tickets, due }: { tickets: Tickets; due: Due }) {
  return {
    getLive: async ({ actor }) => {
      const [unread, contents] = await Promise.all([tickets.countUnread(actor), due(actor)])
      const waiting = contents.map(({ kind, contentId: id }) => ({ kind, id }))
      return { reply: { unread, incidents: [], announcements: [], due: waiting } }
    },
  } satisfies Partial<Endpoints>
}
