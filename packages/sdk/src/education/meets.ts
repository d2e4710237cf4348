import type { Rule } from '../contract/targeting.js'
import type { Facts } from './facts.js'
import { isOnPage } from './is-on-page.js'

/** A rule that is no tree of others. */
export type Condition = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>

/**
 * Whether a condition is met; `undefined` where the facts do not say so much, and for a kind that
 * this version does not know.
 */
export function meets(condition: Condition, facts: Facts): boolean | undefined {
  if ('url' in condition) return of(facts.url, (url) => isOnPage(url, condition.url))
  if ('event' in condition) return of(facts.events, (events) => isCounted(condition, events))
  if ('content' in condition) {
    return of(facts.state, (state) => isOneOf(condition.is, state(condition.content)))
  }
  if ('locale' in condition) return of(facts.locale, (locale) => isSpoken(condition.locale, locale))
  if ('device' in condition) return of(facts.device, (device) => isOneOf(condition.device, device))
  if ('element' in condition) return of(facts.hasElement, (has) => has(condition.element))
  if ('segment' in condition) {
    return of(facts.segments, (mine) => mine.some((one) => isOneOf(condition.segment, one)))
  }
  if ('attribute' in condition) {
    return of(facts.attributes, (attributes) => isSo(condition, attributes))
  }
  if ('signedIn' in condition) return of(facts.signedIn, (is) => is === condition.signedIn)
  if ('site' in condition) return of(facts.site, (site) => isOneOf(condition.site, site))
  if ('from' in condition || 'until' in condition) {
    return of(facts.now, (now) => isWithin(condition, dayOf(now)))
  }
  return undefined
}

type With<K extends string> = Extract<Condition, { [P in K]?: unknown }>

const of = <T>(fact: T | undefined, answer: (fact: T) => boolean) =>
  fact === undefined ? undefined : answer(fact)

const isOneOf = <T>(wanted: T | readonly T[], one: T): boolean =>
  Array.isArray(wanted) ? wanted.includes(one) : wanted === one

/** `sv` is `sv-FI` as well, and `sv-FI` is not `sv`. */
function isSpoken(wanted: string | readonly string[], locale: string): boolean {
  const spoken = `${locale.toLowerCase()}-`
  return [wanted].flat().some((tag) => spoken.startsWith(`${tag.toLowerCase()}-`))
}

function isCounted(
  { event, days, atMost, atLeast = atMost === undefined ? 1 : 0 }: With<'event'>,
  events: NonNullable<Facts['events']>,
): boolean {
  const count = events(event, days)
  return count >= atLeast && count <= (atMost ?? count)
}

/** With nothing to compare it with, whether it is said and not `false`. */
function isSo(
  { attribute, is, above, below }: With<'attribute'>,
  attributes: NonNullable<Facts['attributes']>,
): boolean {
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : null
  if (value === null || value === undefined) return false
  if (is !== undefined && !isOneOf(is, value)) return false
  if (above !== undefined && !(typeof value === 'number' && value > above)) return false
  if (below !== undefined && !(typeof value === 'number' && value < below)) return false
  return is !== undefined || above !== undefined || below !== undefined || value !== false
}

/** Both days belong to it. */
const isWithin = ({ from, until }: With<'from'>, day: string) =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

/** As `2026-11-22`, in the zone that this runs in. */
function dayOf(now: Date): string {
  const two = (figure: number) => `${figure}`.padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
