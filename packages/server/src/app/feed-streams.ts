import type { Storage } from '../domain/storage.js'
import type { Streams } from '../domain/streams/streams.js'
import type { Logger } from '../foundation/logger.js'
import { followEvents } from './follow-events.js'

/** One reader of the log for all streams of this node, and their heartbeat. */
export async function feedStreams({
  storage,
  streams,
  heartbeat,
  log,
}: {
  storage: Storage
  streams: Streams
  /** Seconds. */
  heartbeat: number
  log: Logger
}) {
  const onError = (error: unknown) => log.error('streams', { reason: String(error) })
  let hasReset = false
  const follower = followEvents({
    storage,
    after: await streams.start(),
    async handle(events) {
      await streams.handle(events)
      if (!follower.hasMissed() || hasReset) return
      hasReset = true
      streams.reset()
    },
    onError,
  })
  let beating: Promise<void> | undefined
  const timer = setInterval(() => {
    beating ??= streams
      .beat()
      .catch(onError)
      .finally(() => {
        beating = undefined
      })
  }, heartbeat * 1_000)
  timer.unref()

  return {
    caughtUp: () => follower.caughtUp(),
    async close(): Promise<void> {
      clearInterval(timer)
      streams.end()
      follower.stop()
      await beating
    },
  }
}
