import type { Storage } from '../domain/storage.js'
import { changesContent } from './changes-content.js'
import { followEvents } from './follow-events.js'

/** Knows when content has changed, by this node or another; what else happens changes nothing. */
export async function watchContent({
  storage,
  timesFound,
  onError,
}: {
  storage: Storage
  /** Rises whenever search finds something else. */
  timesFound(): number
  onError(error: unknown): void
}) {
  let times = 0
  const follower = followEvents({
    storage,
    after: await storage.transaction((tx) => tx.events.last()),
    async handle(events) {
      if (events.some(changesContent) || follower.hasMissed()) times += 1
    },
    onError,
  })
  return {
    /** Rises with every change of content: when it has been committed, and when search knows it. */
    version: () => times + timesFound(),
    /** False for the moment in which something has happened, and it is not known yet what. */
    isKnown: () => !follower.isBehind(),
    stop: follower.stop,
  }
}
