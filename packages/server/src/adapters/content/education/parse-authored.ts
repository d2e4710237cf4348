import * as v from 'valibot'
import type { Desk } from './desk.js'
import { NO_TAG } from './schemas/words.js'
import { nameOf, whyNotRule } from './why-not-rule.js'
import type { Path } from './yaml-value.js'

/** What an author has written, by its schema; `undefined` and an error for each fault. */
export function parseAuthored<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  desk: Desk,
): v.InferOutput<S> | undefined {
  const fault = ruleFault(value)
  if (fault) desk.error(fault.message, fault.path)
  // A rule that is none has been told of, and may be deeper than a schema can follow.
  const parsed = v.safeParse(schema, fault ? { ...Object(value), when: undefined } : value)
  if (parsed.success) return fault ? undefined : parsed.output
  for (const issue of parsed.issues) {
    const { path, message } = told(issue)
    const code = issue.received === 'undefined' ? 'required' : 'invalid'
    desk.error(message, path, code)
  }
  return undefined
}

/** A union of fifteen conditions cannot say by itself which of them was meant. */
function ruleFault(value: unknown): { path: Path; message: string } | undefined {
  const when = (value as { when?: unknown } | null)?.when
  return when === undefined ? undefined : whyNotRule(when, ['when'])
}

type Issue = v.BaseIssue<unknown>

function told(outer: Issue): { path: Path; message: string } {
  const issue = nearestIn(outer)
  const path = pathOf(outer, issue)
  const name = nameOf(path)
  if (issue.received === 'undefined') return { path, message: `${name} is missing.` }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      path,
      message: `The key "${String(path.at(-1))}" is not known here; check how it is written.`,
    }
  }
  if (issue.message === NO_TAG) {
    const message = `"${String(path.at(-1))}" is no language tag; put a text with a comma in it in quotes.`
    return { path, message }
  }
  return { path, message: `${name || 'This file'} must be ${expectedBy(issue)}.` }
}

/** Of a union the branch that came furthest knows best what is wrong. */
function nearestIn(issue: Issue): Issue {
  const inner = (issue.issues ?? []) as readonly Issue[]
  const deep = inner.filter(({ path }) => path !== undefined)
  return deep[0] ? nearestIn(deep[0]) : issue
}

function pathOf(outer: Issue, issue: Issue): Path {
  const keys = (one: Issue) => (one.path ?? []).map(({ key }) => key as string | number)
  return outer === issue ? keys(outer) : [...keys(outer), ...keys(issue)]
}

function expectedBy({ type, expected, requirement, message }: Issue): string {
  switch (type) {
    case 'string':
      return 'text; put it in quotes'
    case 'number':
      return 'a number'
    case 'integer':
      return 'a whole number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list'
    case 'strict_object':
    case 'object':
      return 'keys with values'
    case 'record':
    case 'union':
      return 'text, or a text for each language, as in { en: Send, sv: Skicka }'
    case 'min_length':
    case 'min_entries':
      return `at least ${String(requirement)} long`
    case 'max_length':
      return `at most ${String(requirement)} long`
    case 'min_value':
      return `${String(requirement)} or more`
    case 'max_value':
      return `${String(requirement)} or less`
    case 'check':
    case 'custom':
    case 'regex':
      return message
    default:
      return (expected ?? message)
        .replaceAll('"', '')
        .replace(/^\(|\)$/g, '')
        .replaceAll(' | ', ', ')
  }
}
