import { RuleSchema, ruleLimits } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Path } from './yaml-value.js'

/** What each condition is written with, so that its author can be told. */
const conditions: Readonly<Record<string, string>> = {
  all: 'a list of conditions',
  any: 'a list of conditions',
  not: 'a condition',
  url: 'a path of the host or several, as /invoices/*',
  locale: 'a language tag or several, as sv',
  site: 'the key of a site or several',
  segment: 'a segment or several',
  attribute: 'the name of an attribute, with is, above or below beside it',
  signedIn: 'true or false',
  event: 'the name of an event, with atLeast, atMost or days beside it',
  content: 'the id of a content, with is: started, completed … beside it',
  element: 'a selector',
  device: 'phone, tablet or desktop',
  from: 'a day, as 2026-11-21',
  until: 'a day, as 2026-11-21',
}

/** Why something is no rule, and where in it; `undefined` where it is one. */
export function whyNotRule(
  value: unknown,
  path: Path,
  depth = 0,
): { path: Path; message: string } | undefined {
  if (depth > ruleLimits.depth) {
    return { path, message: `Conditions stand in each other more than ${ruleLimits.depth} deep.` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { path, message: `${nameOf(path)} must be a condition, as in signedIn: true.` }
  }
  const keys = Object.keys(value)
  const name = keys.find((key) => key in conditions)
  if (name === undefined) {
    const [wrong = ''] = keys
    const known = Object.keys(conditions).join(', ')
    return { path: [...path, wrong], message: `"${wrong}" is no condition; there are ${known}.` }
  }
  const inside = (value as Record<string, unknown>)[name]
  if ((name === 'all' || name === 'any') && Array.isArray(inside)) {
    const faults = inside.map((one, at) => whyNotRule(one, [...path, name, at], depth + 1))
    const fault = faults.find((one) => one !== undefined)
    if (fault) return fault
  }
  if (name === 'not') {
    const fault = whyNotRule(inside, [...path, name], depth + 1)
    if (fault) return fault
  }
  if (v.is(RuleSchema, value)) return undefined
  const message = `${name} must be ${conditions[name]}, and no other condition stands beside it; put several under all.`
  return { path: [...path, name], message }
}

export function nameOf(path: Path): string {
  return path
    .map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : at ? `.${key}` : key))
    .join('')
}
