import type { RealtimeDeps, RealtimePart } from '../realtime/create-realtime.js'

/** What hears of things as they happen: fetched when somebody needs it, told what it must know. */
export function createLazyRealtime(deps: RealtimeDeps) {
  let part: Promise<RealtimePart> | undefined

  function get(): Promise<RealtimePart> {
    part ??= import('../realtime/create-realtime.js').then(({ createRealtime }) =>
      createRealtime(deps),
    )
    // Without it everybody looks for themselves; who needs it next tries again.
    part.catch(() => {
      part = undefined
    })
    return part
  }

  return {
    get,
    /** Says something to it, where it has come. */
    say: (word: (part: RealtimePart) => void) => void part?.then(word, () => {}),
  }
}
