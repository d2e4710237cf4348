import { type FieldCode, type FieldError, fieldCodes, WaypostError } from '@waypost/sdk/contract'
import * as v from 'valibot'

/** Input through its schema, once. Throws `invalid_input` with the path of each wrong field. */
export function parseInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors = result.issues.slice(0, 20).map(asFieldError)
  throw new WaypostError('invalid_input', { errors })
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
