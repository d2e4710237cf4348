import type { ListenedTicket, NoticesState, Realtime, RealtimeEvent } from '@waypost/sdk/contract'

/** The edge to what hears the stream: a test says what happens. */
export function realtimeOf() {
  const hearers = new Map<(event: RealtimeEvent) => void, ListenedTicket | undefined>()
  const written: string[] = []
  const notices = {
    state: 'off' as NoticesState,
    async turn(on: boolean) {
      notices.state = on ? notices.answer : 'off'
      return notices.state
    },
    /** What the person says when they are asked. */
    answer: 'on' as NoticesState,
  }
  const realtime: Realtime = {
    isLive: true,
    listen(hear, ticket) {
      hearers.set(hear, ticket)
      return () => void hearers.delete(hear)
    },
    notices: async () => notices,
    writes: (ticketId) => void written.push(ticketId),
  }
  const tells = (event: RealtimeEvent) => {
    for (const hear of hearers.keys()) hear(event)
  }
  return {
    realtime: async () => realtime,
    tells: Object.assign(tells, {
      listeners: () => hearers.size,
      tickets: () => [...hearers.values()],
      written: () => written,
      notices,
    }),
  }
}
