import { type Condition, isOneOf, type With, type Words } from './condition.js'
import type { PageFacts } from './facts.js'
import { isOnPage } from './is-on-page.js'

/**
 * Whether a condition is met that a page can answer; `undefined` where the facts do not say so much,
 * for what only the server knows, and for a kind that this version does not know.
 */
export function meetsOnPage(condition: Condition, facts: Partial<PageFacts>): boolean | undefined {
  const { url, event, content, locale, device, element, from, until } = condition as Words
  // No closures here: a page asks all its rules in one go, before anything is compiled.
  if (url !== undefined) return facts.url === undefined ? undefined : isOnPage(facts.url, url)
  if (event !== undefined) {
    return facts.events && isCounted(condition as With<'event'>, facts.events)
  }
  if (content !== undefined) {
    return facts.state && isOneOf((condition as With<'content'>).is, facts.state(content))
  }
  if (locale !== undefined)
    return facts.locale === undefined ? undefined : isSpoken(locale, facts.locale)
  if (device !== undefined) return facts.device && isOneOf(device, facts.device)
  if (element !== undefined) return facts.hasElement?.(element)
  if (from === undefined && until === undefined) return undefined
  return facts.now && isWithin(condition as With<'from'>, dayOf(facts.now))
}

/** `sv` is `sv-FI` as well, and `sv-FI` is not `sv`. */
function isSpoken(wanted: string | readonly string[], locale: string): boolean {
  if (typeof wanted !== 'string') return wanted.some((tag) => isSpoken(tag, locale))
  const { length } = wanted
  if (locale.length !== length && locale[length] !== '-') return false
  return locale.startsWith(wanted) || locale.slice(0, length).toLowerCase() === wanted.toLowerCase()
}

function isCounted(
  { event, days, atMost, atLeast = atMost === undefined ? 1 : 0 }: With<'event'>,
  events: PageFacts['events'],
): boolean {
  const count = events(event, days)
  return count >= atLeast && count <= (atMost ?? count)
}

/** Both days belong to it. */
const isWithin = ({ from, until }: With<'from'>, day: string) =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

let lastDay: readonly [now: number, day: string] = [Number.NaN, '']

/** As `2026-11-22`, in the zone that this runs in; that of the last moment asked for is remembered. */
function dayOf(now: Date): string {
  if (+now !== lastDay[0]) {
    const asInGreenwich = new Date(+now - now.getTimezoneOffset() * 60_000)
    lastDay = [+now, asInGreenwich.toISOString().slice(0, 10)]
  }
  return lastDay[1]
}
