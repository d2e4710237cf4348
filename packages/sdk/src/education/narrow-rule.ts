import type { Rule } from '../contract/targeting.js'
import type { Condition, Words } from './condition.js'
import type { Facts } from './facts.js'
import { meetsOfCaller } from './meets-of-caller.js'
import { meetsOnPage } from './meets-on-page.js'

/**
 * What is left of a rule when the facts have answered what they can: `true` or `false` where that is
 * all of it. So the server answers what it alone knows, and of that nothing stands in what it sends.
 */
export function narrowRule(rule: Rule, facts: Facts): Rule | boolean {
  const { all, any, not } = rule as Words
  if (all) return join('all', all, facts)
  if (any) return join('any', any, facts)
  if (not) {
    const left = narrowRule(not, facts)
    return typeof left === 'boolean' ? !left : { not: left }
  }
  const condition = rule as Condition
  return meetsOfCaller(condition, facts) ?? meetsOnPage(condition, facts) ?? rule
}

function join(name: 'all' | 'any', branches: readonly Rule[], facts: Facts): Rule | boolean {
  /** One such branch answers for all of them. */
  const deciding = name === 'any'
  const left: Rule[] = []
  for (const branch of branches) {
    const one = narrowRule(branch, facts)
    if (one === deciding) return one
    if (typeof one !== 'boolean') left.push(one)
  }
  const [first] = left
  if (!first) return !deciding
  return left.length === 1 ? first : ({ [name]: left } as Rule)
}
