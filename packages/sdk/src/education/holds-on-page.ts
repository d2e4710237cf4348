import type { Rule } from '../contract/targeting.js'
import type { PageFacts } from './facts.js'
import { meetsOnPage } from './meets-on-page.js'
import { narrow } from './narrow-rule.js'

/** Whether what the server has left of a rule holds on a page: without what a server answers. */
export const holdsOnPage = (rule: Rule | null, facts: Partial<PageFacts>): boolean =>
  rule === null || narrow(rule, (condition) => meetsOnPage(condition, facts)) === true
