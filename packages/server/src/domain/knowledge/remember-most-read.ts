import type { Clock } from '../../foundation/clock.js'
import type { MostRead } from './finder.js'

/** Milliseconds for which an answer stands: what is read most changes by the day. */
const KEPT = 10 * 60_000

/** Asks again every ten minutes at most, as counting up a month costs far more than it changes. */
export function rememberMostRead(read: MostRead, clock: Clock): MostRead {
  const answers = new Map<string, { at: number; ids: Promise<readonly string[]> }>()
  return (site, locale, limit) => {
    const key = `${site}|${locale}|${limit}`
    const now = clock.now().getTime()
    const before = answers.get(key)
    if (before && now - before.at < KEPT) return before.ids
    const ids = read(site, locale, limit)
    answers.set(key, { at: now, ids })
    // A failure is told to whoever asked, and not remembered.
    ids.catch(() => answers.delete(key))
    return ids
  }
}
