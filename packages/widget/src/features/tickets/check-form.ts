import type { FieldCode } from '@waypost/sdk/contract'
import type { FormWords } from './form-words.js'

/** Fields in the order in which they stand, with the most characters that each takes. */
export const formLimits = { subject: 200, message: 10_000, email: 254, name: 200 } as const

export type FormField = keyof typeof formLimits

export const formFields = Object.keys(formLimits) as FormField[]

/** Asked of everybody, whatever else a site asks. */
export const isOwn = (name: string): name is FormField => Object.hasOwn(formLimits, name)

/** What is wrong with a field, as the words about it are called: a field's name, where it is empty. */
export type FormWhy = FormField | 'too-long' | 'no-at' | 'no-domain' | 'not-email' | 'invalid'

/** What the site asks besides, as the server calls it where it finds fault with it. */
export type SiteField = `fields.${string}` | 'consent' | 'order' | 'attachmentIds'

export type FormName = FormField | SiteField

export type FormFaults = Partial<Record<FormField, FormWhy>> & Partial<Record<SiteField, FieldCode>>

export interface CheckedForm {
  words: FormWords
  faults: FormFaults
  /** What the site asks besides: its fields in their order, and what to do about one. */
  site?: { names(): FormName[]; fix(name: FormName): string } | undefined
}

/** What the person can mend before anything is sent; the server has the last word. */
export function checkForm(words: FormWords, asksContact: boolean): FormFaults {
  const faults: FormFaults = {}
  for (const field of asksContact ? formFields : formFields.slice(0, 2)) {
    const why = checkField(field, words[field].trim())
    if (why) faults[field] = why
  }
  return faults
}

function checkField(field: FormField, text: string): FormWhy | undefined {
  if (text.length > formLimits[field]) return 'too-long'
  if (!text) return field === 'name' ? undefined : field
  return field === 'email' ? checkEmail(text) : undefined
}

function checkEmail(email: string): FormWhy | undefined {
  if (!email.includes('@')) return 'no-at'
  if (/@\.*$/.test(email)) return 'no-domain'
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? undefined : 'not-email'
}

/** An address like the one that was begun. */
export function exampleEmail(begun: string): string {
  const local = begun.trim().split('@')[0]?.replace(/\s+/g, '.')
  return `${local || 'name'}@example.com`
}
