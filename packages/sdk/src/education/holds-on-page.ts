import type { Rule } from '../contract/targeting.js'
import type { Condition, Words } from './condition.js'
import type { PageFacts } from './facts.js'
import { meetsOnPage } from './meets-on-page.js'

/** Whether what the server has left of a rule holds on a page: without what a server answers. */
export const holdsOnPage = (rule: Rule | null, facts: Partial<PageFacts>): boolean =>
  rule === null || decide(rule, facts, true) === true

/** `undefined` where the facts do not say, or only by a look at the page. */
function decide(rule: Rule, facts: Partial<PageFacts>, looks: boolean): boolean | undefined {
  if (looks) {
    // To look for an element is dear, and done last, wherever it stands in the rule.
    const is = decide(rule, facts, false)
    if (is !== undefined) return is
  }
  const { all, any = all, not, element } = rule as Words
  if (any) {
    /** One such branch answers for all of them. */
    const deciding = !all
    let joined: boolean | undefined = !deciding
    // By index: a page runs this before it is compiled, and iterators are slow there.
    for (let at = 0; at < any.length; at++) {
      const is = decide(any[at] as Rule, facts, looks)
      if (is === deciding) return is
      if (is === undefined) joined = is
    }
    return joined
  }
  if (not) {
    const is = decide(not, facts, looks)
    return is === undefined ? is : !is
  }
  return element && !looks ? undefined : meetsOnPage(rule as Condition, facts)
}
