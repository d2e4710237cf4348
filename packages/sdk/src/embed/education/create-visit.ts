import type { Keep } from '../../contract/panel.js'

const KEY = 'education:visit'
/** Milliseconds without a sign of the person after which the next one begins another visit. */
const REST = 30 * 60 * 1000

/** One visit of a person, over all pages and tabs: in each, something shows itself once at most. */
export function createVisit(keep: Keep, now: () => number = Date.now) {
  /** When they were last here, and whether something has shown itself since they came. */
  function read(): [at: number, hasInterrupted: boolean] {
    const [at = '', interrupted = ''] = (keep.get(KEY) ?? '').split(' ')
    return now() - Number(at) < REST ? [Number(at), interrupted === '1'] : [now(), false]
  }
  const write = (hasInterrupted: boolean) => keep.set(KEY, `${now()} ${hasInterrupted ? 1 : 0}`)

  return {
    /** They are here. */
    goOn: () => write(read()[1]),
    hasInterrupted: () => read()[1],
    interrupt: () => write(true),
  }
}
