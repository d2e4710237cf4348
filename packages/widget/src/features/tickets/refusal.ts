import type { WaypostError } from '@waypost/sdk/client'
import type { FieldError } from '@waypost/sdk/contract'
import {
  type FormFaults,
  type FormField,
  type FormName,
  type FormWhy,
  formFields,
  isOwn,
} from './check-form.js'
import type { FormAnswer, Trouble } from './form-answer.js'

/**
 * Why the form was not taken; the wait is said in the words of `locale`. `names` are of all that the
 * person sees.
 */
export function refusalOf(
  error: WaypostError,
  locale: string,
  names: readonly FormName[] = formFields,
): FormAnswer {
  const faults = error.code === 'invalid_input' ? faultsOf(error.errors, names) : {}
  return Object.keys(faults).length > 0 ? { faults } : { trouble: troubleOf(error, locale) }
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

function troubleOf({ code, status, retryAfter }: WaypostError, locale: string): Trouble {
  if (code === 'offline' || code === 'request_timeout') {
    return { why: navigator.onLine ? 'unreachable' : 'no-network' }
  }
  if (code === 'rate_limited' || code === 'proof_required') {
    return retryAfter ? { why: 'busy-for', wait: lasting(retryAfter, locale) } : { why: 'busy' }
  }
  if (code === 'aborted') return { why: 'stopped' }
  return { why: status === 401 ? 'expired' : 'failed' }
}

/** A wait in seconds, in words: “40 seconds”, “3 minutes”. */
function lasting(seconds: number, locale: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [seconds / 60, 'minute']
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, style).format(Math.ceil(value))
}
