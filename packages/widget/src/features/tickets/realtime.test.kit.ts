import type { Realtime, RealtimeEvent } from '@waypost/sdk/contract'

/** The edge to what hears the stream: a test says what happens. */
export function realtimeOf() {
  const hearers = new Set<(event: RealtimeEvent) => void>()
  const written: string[] = []
  const realtime: Realtime = {
    isLive: true,
    listen(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    writes: (ticketId) => void written.push(ticketId),
  }
  const tells = (event: RealtimeEvent) => {
    for (const hear of hearers) hear(event)
  }
  return {
    realtime: async () => realtime,
    tells: Object.assign(tells, { listeners: () => hearers.size, written: () => written }),
  }
}
