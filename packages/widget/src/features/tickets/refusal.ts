import type { FieldError, Unsent } from '@waypost/sdk/contract'
import {
  type FormFaults,
  type FormField,
  type FormName,
  type FormWhy,
  formFields,
  isOwn,
} from './check-form.js'
import type { FormAnswer } from './form-answer.js'

/** Why the form was not taken. `names` are of all that the person sees. */
export function refusalOf(
  { code, errors }: Unsent = { code: 'internal_error', errors: [] },
  names: readonly FormName[] = formFields,
): FormAnswer {
  const faults = code === 'invalid_input' ? faultsOf(errors, names) : {}
  return Object.keys(faults).length > 0 ? { faults } : { trouble: { why: 'failed' } }
}

/** The faults that the server found. Those of fields that nobody sees are not among them. */
function faultsOf(errors: readonly FieldError[], names: readonly FormName[]): FormFaults {
  const faults: Partial<Record<FormName, FormWhy | FieldError['code']>> = {}
  for (const { path, code } of errors) {
    const name = names.find((each) => each === path)
    if (name) faults[name] ??= isOwn(name) ? whyOf(name, code) : code
  }
  return faults as FormFaults
}

function whyOf(field: FormField, code: FieldError['code']): FormWhy {
  if (code === 'too_long' || code === 'too_complex') return 'too-long'
  if (code === 'required' || code === 'too_short') return field
  return field === 'email' ? 'not-email' : 'invalid'
}
