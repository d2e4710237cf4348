import { type Condition, isOneOf, of, type With } from './condition.js'
import type { CallerFacts } from './facts.js'

/** Whether a condition is met that only the server can answer; `undefined` as for those of the page. */
export function meetsOfCaller(
  condition: Condition,
  facts: Partial<CallerFacts>,
): boolean | undefined {
  if ('segment' in condition) {
    return of(facts.segments, (mine) => mine.some((one) => isOneOf(condition.segment, one)))
  }
  if ('attribute' in condition) {
    return of(facts.attributes, (attributes) => isSo(condition, attributes))
  }
  if ('signedIn' in condition) return of(facts.signedIn, (is) => is === condition.signedIn)
  if ('site' in condition) return of(facts.site, (site) => isOneOf(condition.site, site))
  return undefined
}

/** With nothing to compare it with, whether it is said and not `false`. */
function isSo(
  { attribute, is, above, below }: With<'attribute'>,
  attributes: CallerFacts['attributes'],
): boolean {
  const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : null
  if (value === null || value === undefined) return false
  if (is !== undefined && !isOneOf(is, value)) return false
  if (above !== undefined && !(typeof value === 'number' && value > above)) return false
  if (below !== undefined && !(typeof value === 'number' && value < below)) return false
  return is !== undefined || above !== undefined || below !== undefined || value !== false
}
