import type { Rule } from '../contract/targeting.js'
import type { Condition } from './condition.js'
import type { Facts } from './facts.js'
import { narrowRule } from './narrow-rule.js'

/** Why a rule holds or does not, for whoever wrote it: a tree as the rule is one. */
export interface RuleExplanation {
  /** The condition in words: `page is /invoices/*`; `all of`, `any of`, `not` where there are parts. */
  condition: string
  /** `undefined` where the facts do not say. */
  holds: boolean | undefined
  /** What is so: `the page is /settings`; empty where the parts say it. */
  because: string
  parts: RuleExplanation[]
}

export function explainRule(rule: Rule, facts: Facts): RuleExplanation {
  const left = narrowRule(rule, facts)
  const holds = typeof left === 'boolean' ? left : undefined
  const whole = (condition: string, parts: readonly Rule[]) => ({
    condition,
    holds,
    because: '',
    parts: parts.map((part) => explainRule(part, facts)),
  })
  if ('all' in rule) return whole('all of', rule.all)
  if ('any' in rule) return whole('any of', rule.any)
  if ('not' in rule) return whole('not', [rule.not])
  const [condition, because] = inWords(rule, facts)
  return { condition, holds, because, parts: [] }
}

const list = (values: unknown) => [values].flat().map(String).join(' or ')
const unsaid = 'nothing says'

function inWords(rule: Condition, facts: Facts): [condition: string, because: string] {
  const so = <T>(fact: T | undefined, say: (fact: T) => string) =>
    fact === undefined ? unsaid : say(fact)

  if ('url' in rule)
    return [`page is ${list(rule.url)}`, so(facts.url, (url) => `the page is ${url}`)]
  if ('locale' in rule) {
    return [`language is ${list(rule.locale)}`, so(facts.locale, (tag) => `it is ${tag}`)]
  }
  if ('site' in rule) return [`site is ${list(rule.site)}`, so(facts.site, (key) => `it is ${key}`)]
  if ('segment' in rule) {
    const say = (mine: readonly string[]) => (mine.length > 0 ? `of ${mine.join(', ')}` : 'of none')
    return [`segment is ${list(rule.segment)}`, so(facts.segments, say)]
  }
  if ('attribute' in rule) {
    const { attribute, is, above, below } = rule
    const parts = [
      is !== undefined && `is ${list(is)}`,
      above !== undefined && `is above ${above}`,
      below !== undefined && `is below ${below}`,
    ].filter(Boolean)
    const say = (attributes: NonNullable<Facts['attributes']>) =>
      Object.hasOwn(attributes, attribute) ? `it is ${attributes[attribute]}` : 'it is not said'
    return [
      `${attribute} ${parts.length > 0 ? parts.join(' and ') : 'is said'}`,
      so(facts.attributes, say),
    ]
  }
  if ('signedIn' in rule) {
    const say = (is: boolean) => (is ? 'the host says who it is' : 'nobody says who it is')
    return [rule.signedIn ? 'signed in' : 'not signed in', so(facts.signedIn, say)]
  }
  if ('event' in rule) {
    const { event, days, atMost, atLeast } = rule
    const often = [
      atLeast !== undefined && `at least ${atLeast} times`,
      atMost !== undefined && `at most ${atMost} times`,
    ].filter(Boolean)
    const when = days === undefined ? '' : ` within ${days} days`
    return [
      `${event} was tracked${often.length > 0 ? ` ${often.join(' and ')}` : ''}${when}`,
      so(facts.events, (events) => `it was ${events(event, days)} times`),
    ]
  }
  if ('content' in rule) {
    const { content, is } = rule
    return [`${content} is ${list(is)}`, so(facts.state, (state) => `it is ${state(content)}`)]
  }
  if ('element' in rule) {
    const say = (has: NonNullable<Facts['hasElement']>) =>
      has(rule.element) ? 'it is there' : 'it is not there'
    return [`the page has ${rule.element}`, so(facts.hasElement, say)]
  }
  if ('device' in rule) {
    return [`device is ${list(rule.device)}`, so(facts.device, (kind) => `it is ${kind}`)]
  }
  if ('from' in rule || 'until' in rule) {
    const { from, until } = rule
    const days = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')
    return [days, so(facts.now, (now) => `it is ${now.toDateString()}`)]
  }
  return [JSON.stringify(rule), 'this version does not know it']
}
