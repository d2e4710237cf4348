import type { Storage } from '../domain/storage.js'

/** Milliseconds in which a storage answers, or counts as away. */
const PATIENCE = 2_000

/** Asks storage for the least that it can say. Whoever asks meanwhile waits for the same answer. */
export function probeStorage(storage: Storage): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  let isLate = false

  return async () => {
    if (storage.isReachable?.() === false) return false
    asking ??= ask()
    return isLate ? false : Promise.race([asking, tooLate()])
  }

  async function ask(): Promise<boolean> {
    try {
      await storage.transaction((tx) => tx.events.last())
      return true
    } catch {
      return false
    } finally {
      asking = undefined
      isLate = false
    }
  }

  function tooLate(): Promise<boolean> {
    const asked = asking
    return new Promise((resolve) => {
      setTimeout(() => {
        // A new question is not late because an old one was.
        if (asking === asked) isLate = true
        resolve(false)
      }, PATIENCE).unref()
    })
  }
}
