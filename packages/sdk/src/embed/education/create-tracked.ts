import type { Keep } from '../../contract/panel.js'

const DAY = 24 * 60 * 60 * 1000
const KEY = 'education:events'
/** No rule asks for more days. */
const DAYS = 365
/** Of so many names something is known; those that were not tracked for the longest time go. */
const NAMES = 200

/** By name, how often on which day, the last day first; all that is older than a year in one. */
type Counts = Record<string, [day: number, count: number][]>

/** How often the host has tracked what, per person, in this browser. */
export function createTracked(keep: Keep, now: () => number = Date.now) {
  let text: string | null = null
  let counts: Counts = {}
  const today = () => Math.floor(now() / DAY)

  /** Read again only where it has changed: it is asked at every rule. */
  function read(): Counts {
    const kept = keep.get(KEY)
    if (kept !== text) {
      text = kept
      try {
        counts = JSON.parse(kept ?? '{}')
      } catch {
        counts = {}
      }
    }
    return counts
  }

  return {
    /** Somebody else is here. */
    forget(): void {
      text = null
      counts = {}
    },

    /** Within so many days, today being the first of them; at any time where none are given. */
    count(name: string, days = Number.POSITIVE_INFINITY): number {
      const list = read()[name] ?? []
      return list.reduce((sum, [day, count]) => (day > today() - days ? sum + count : sum), 0)
    },

    add(name: string): void {
      const { [name]: list = [], ...others } = read()
      const sums = new Map([[today(), 0], ...list])
      sums.set(today(), (sums.get(today()) ?? 0) + 1)
      let older = 0
      for (const [day, count] of sums) {
        if (day > today() - DAYS) continue
        older += count
        sums.delete(day)
      }
      const days = [...sums].concat(older ? [[0, older]] : [])
      const named = Object.entries({ [name]: days, ...others }).slice(0, NAMES)
      keep.set(KEY, JSON.stringify(Object.fromEntries(named)))
    },
  }
}
