import type { Rule } from '../contract/targeting.js'
import type { Condition } from './condition.js'
import type { Facts } from './facts.js'
import { meetsOfCaller } from './meets-of-caller.js'
import { meetsOnPage } from './meets-on-page.js'

/**
 * What is left of a rule when the facts have answered what they can: `true` or `false` where that is
 * all of it. So the server answers what it alone knows, and of that nothing stands in what it sends.
 */
export const narrowRule = (rule: Rule, facts: Facts): Rule | boolean =>
  narrow(rule, (condition) => meetsOfCaller(condition, facts) ?? meetsOnPage(condition, facts))

/** Answers a condition, or leaves it. */
type Answer = (condition: Condition) => boolean | undefined

/** The same by any other answers. */
export function narrow(rule: Rule, answer: Answer): Rule | boolean {
  if ('all' in rule) return join('all', rule.all, answer)
  if ('any' in rule) return join('any', rule.any, answer)
  if ('not' in rule) {
    const left = narrow(rule.not, answer)
    return typeof left === 'boolean' ? !left : { not: left }
  }
  return answer(rule) ?? rule
}

function join(name: 'all' | 'any', branches: readonly Rule[], answer: Answer): Rule | boolean {
  /** One such branch answers for all of them. */
  const deciding = name === 'any'
  const left: Rule[] = []
  for (const branch of branches) {
    const one = narrow(branch, answer)
    if (one === deciding) return one
    if (typeof one !== 'boolean') left.push(one)
  }
  const [first] = left
  if (!first) return !deciding
  return left.length === 1 ? first : ({ [name]: left } as Rule)
}
