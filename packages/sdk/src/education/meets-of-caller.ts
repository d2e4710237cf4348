import { type Condition, isOneOf, type With, type Words } from './condition.js'
import type { CallerFacts } from './facts.js'

/** Whether a condition is met that only the server can answer; `undefined` as for those of the page. */
export function meetsOfCaller(
  condition: Condition,
  facts: Partial<CallerFacts>,
): boolean | undefined {
  const { segment, attribute, signedIn, site } = condition as Words
  if (segment !== undefined) return facts.segments?.some((mine) => isOneOf(segment, mine))
  if (attribute !== undefined) {
    return facts.attributes && isSo(condition as With<'attribute'>, facts.attributes)
  }
  if (signedIn !== undefined) {
    return facts.signedIn === undefined ? undefined : facts.signedIn === signedIn
  }
  if (site === undefined || facts.site === undefined) return undefined
  return isOneOf(site, facts.site)
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
