import type { Rule } from '@waypost/sdk/contract'
import { isOnPage, narrowRule } from '@waypost/sdk/education'

/** Whether a rule names this very page as one where its content belongs; more than not to rule it out. */
export function fitsPage(rule: Rule, url: string): boolean {
  return names(rule, url) && narrowRule(rule, { url }) !== false
}

function names(rule: Rule, url: string): boolean {
  if ('all' in rule) return rule.all.some((one) => names(one, url))
  if ('any' in rule) return rule.any.some((one) => names(one, url))
  return 'url' in rule && isOnPage(url, rule.url)
}
