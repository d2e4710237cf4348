import { type FieldCode, type FieldError, fieldCodes, WaypostError } from '@waypost/sdk/contract'
import * as v from 'valibot'

/** Input through its schema, once. Throws `invalid_input` with the path of each wrong field. */
export function parseInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const lists = listsForObjects(schema, input)
  if (lists.length > 0) {
    const errors = lists.map((path): FieldError => ({ path, code: 'wrong_type' }))
    throw new WaypostError('invalid_input', { errors })
  }
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors = result.issues.slice(0, 20).map(asFieldError)
  throw new WaypostError('invalid_input', { errors })
}

/** Where a list stands for an object: Valibot takes one for the other, because both are objects. */
function listsForObjects(
  schema: v.GenericSchema & { entries?: object; wrapped?: v.GenericSchema },
  input: unknown,
  path = '',
  found: string[] = [],
): string[] {
  // Nearly everything that is sent is no object: a query never has one.
  if (typeof input !== 'object' || input === null) return found
  if (schema.wrapped) return listsForObjects(schema.wrapped, input, path, found)
  if (Array.isArray(input)) {
    if (['object', 'record'].includes(schema.type)) found.push(path)
  } else {
    for (const [key, part] of Object.entries(
      (schema.entries ?? {}) as Record<string, v.GenericSchema>,
    )) {
      if (!Object.hasOwn(input, key)) continue
      const value = (input as Record<string, unknown>)[key]
      listsForObjects(part, value, path === '' ? key : `${path}.${key}`, found)
    }
  }
  return found
}

function asFieldError(issue: v.BaseIssue<unknown>): FieldError {
  return { path: pathOf(issue), code: codeOf(issue) }
}

/** Keys that are no plain words were chosen by the caller; they are not sent back. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key))
  return keys.map((key) => (/^[\w-]{1,64}$/.test(key) ? key : '*')).join('.')
}

const CODE_BY_TYPE: Partial<Record<string, FieldCode>> = {
  min_length: 'too_short',
  max_length: 'too_long',
  min_value: 'too_small',
  max_value: 'too_large',
  picklist: 'not_an_option',
  literal: 'not_an_option',
  variant: 'not_an_option',
}

function codeOf(issue: v.BaseIssue<unknown>): FieldCode {
  if (issue.received === 'undefined') return 'required'
  const own = fieldCodes.find((code) => code === issue.message)
  if (own) return own
  const byType = CODE_BY_TYPE[issue.type]
  if (byType) return byType
  return issue.kind === 'schema' ? 'wrong_type' : 'invalid'
}
