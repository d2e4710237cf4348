import type { FieldError } from '@waypost/sdk/contract'
import type { FormWords } from './form-words.js'

export type FormField = 'subject' | 'message' | 'name' | 'email'

/** What is wrong with a field. */
export type FormWhy = 'required' | 'too-long' | 'no-at' | 'no-domain' | 'invalid'

export type FormFaults = Partial<Record<FormField, FormWhy>>

/** Fields in the order in which they stand, with the most characters that each takes. */
export const formLimits = { subject: 200, message: 10_000, email: 254, name: 200 } as const
export const formFields = Object.keys(formLimits) as FormField[]

/** What the person can mend before anything is sent; the server has the last word. */
export function checkForm(words: FormWords, asksContact: boolean): FormFaults {
  const faults: FormFaults = {}
  for (const field of formFields) {
    const text = words[field].trim()
    const asked = field === 'subject' || field === 'message' || asksContact
    if (!asked) continue
    if (text.length > formLimits[field]) faults[field] = 'too-long'
    else if (!text && field !== 'name') faults[field] = 'required'
  }
  const why = asksContact && !faults.email && checkEmail(words.email.trim())
  return why ? { ...faults, email: why } : faults
}

function checkEmail(email: string): FormWhy | undefined {
  const at = email.lastIndexOf('@')
  if (at < 0) return 'no-at'
  const domain = email.slice(at + 1)
  if (!domain.replace(/\.+$/, '')) return 'no-domain'
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? undefined : 'invalid'
}

/** The faults that the server found. Those of fields that nobody sees are not among them. */
export function faultsOf(errors: readonly FieldError[]): FormFaults {
  const faults: FormFaults = {}
  for (const { path, code } of errors) {
    const field = formFields.find((name) => name === path)
    if (field) faults[field] ??= whyOf(code)
  }
  return faults
}

function whyOf(code: FieldError['code']): FormWhy {
  if (code === 'too_long' || code === 'too_complex') return 'too-long'
  return code === 'required' || code === 'too_short' ? 'required' : 'invalid'
}

/** An address like the one that was begun. */
export function exampleEmail(begun: string): string {
  const local = begun.trim().split('@')[0]?.replace(/\s+/g, '.')
  return `${local || 'name'}@example.com`
}
