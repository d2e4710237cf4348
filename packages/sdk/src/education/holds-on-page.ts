import type { Rule } from '../contract/targeting.js'
import type { PageFacts } from './facts.js'
import { meetsOnPage } from './meets-on-page.js'
import { narrow } from './narrow-rule.js'

/** Whether what the server has left of a rule holds on a page: without what a server answers. */
export function holdsOnPage(rule: Rule | null, facts: Partial<PageFacts>): boolean {
  if (rule === null) return true
  // To look for an element is dear, and asked last, wherever it stands in the rule.
  const left = narrow(rule, (one) => ('element' in one ? undefined : meetsOnPage(one, facts)))
  return (
    left === true || (left !== false && narrow(left, (one) => meetsOnPage(one, facts)) === true)
  )
}
