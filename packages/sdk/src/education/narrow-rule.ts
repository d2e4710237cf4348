import type { Rule } from '../contract/targeting.js'
import type { Facts } from './facts.js'
import { meets } from './meets.js'

/**
 * What is left of a rule when the facts have answered what they can: `true` or `false` where that is
 * all of it. So the server answers what it alone knows, and of that nothing stands in what it sends.
 */
export function narrowRule(rule: Rule, facts: Facts): Rule | boolean {
  if ('all' in rule) return join('all', rule.all, facts)
  if ('any' in rule) return join('any', rule.any, facts)
  if ('not' in rule) {
    const left = narrowRule(rule.not, facts)
    return typeof left === 'boolean' ? !left : { not: left }
  }
  return meets(rule, facts) ?? rule
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
