import type { Rule } from '../contract/targeting.js'
import type { Facts } from './facts.js'
import { narrowRule } from './narrow-rule.js'

/**
 * Whether a rule holds; no rule holds for everybody. What the facts do not answer, or this version
 * does not know, holds for nobody, and so does its opposite.
 */
export function holds(rule: Rule | null, facts: Facts): boolean {
  return rule === null || narrowRule(rule, facts) === true
}
