import type { Tickets } from '../../domain/tickets/tickets.js'
import type { Endpoints } from '../endpoint.js'

export function liveEndpoints({ tickets }: { tickets: Tickets }) {
  return {
    getLive: async ({ actor }) => {
      const unread = await tickets.countUnread(actor)
      return { reply: { unread, incidents: [], announcements: [], due: [] } }
    },
  } satisfies Partial<Endpoints>
}
