import { type Condition, isOneOf, of, type With } from './condition.js'
import type { PageFacts } from './facts.js'
import { isOnPage } from './is-on-page.js'

/**
 * Whether a condition is met that a page can answer; `undefined` where the facts do not say so much,
 * for what only the server knows, and for a kind that this version does not know.
 */
export function meetsOnPage(condition: Condition, facts: Partial<PageFacts>): boolean | undefined {
  if ('url' in condition) return of(facts.url, (url) => isOnPage(url, condition.url))
  if ('event' in condition) return of(facts.events, (events) => isCounted(condition, events))
  if ('content' in condition) {
    return of(facts.state, (state) => isOneOf(condition.is, state(condition.content)))
  }
  if ('locale' in condition) return of(facts.locale, (locale) => isSpoken(condition.locale, locale))
  if ('device' in condition) return of(facts.device, (device) => isOneOf(condition.device, device))
  if ('element' in condition) return of(facts.hasElement, (has) => has(condition.element))
  if ('from' in condition || 'until' in condition) {
    return of(facts.now, (now) => isWithin(condition, dayOf(now)))
  }
  return undefined
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
    const two = (figure: number) => `${figure}`.padStart(2, '0')
    lastDay = [+now, `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`]
  }
  return lastDay[1]
}
