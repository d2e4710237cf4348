import type { Track, TrackedEvent } from '../contract/track.js'
import type { Call } from './call.js'
import type { CallOptions } from './transport.js'

export function createTrack(call: Call) {
  return (events: TrackedEvent[], options?: CallOptions): Promise<void> =>
    call('track', options, { body: { events } satisfies Track, keepalive: true })
}
