import { Email, type FieldError, type NewTicketInput, NewTicketSchema } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { parseInput } from '../../parse-input.js'
import type { AskWords } from './ask-words.js'

/** In the order in which they stand in the form. */
export const askFields = ['subject', 'message', 'name', 'email'] as const
export type AskField = (typeof askFields)[number]

/** What is wrong with a field. */
export type Fault = 'required' | 'too-long' | 'no-at' | 'no-domain' | 'invalid'
export type Faults = Partial<Record<AskField, Fault>>

/** A visitor has no session that would say whom to answer. */
const AskSchema = v.object({ ...NewTicketSchema.entries, email: Email })

/** The words as a new ticket; throws `invalid_input` with everything that is wrong at once. */
export function ticketIn({ kind, subject, message, name, email }: AskWords): NewTicketInput {
  const input = { kind, subject, message, email, ...(name.trim() !== '' && { name }) }
  return parseInput(AskSchema, input)
}

/** What the person can mend, of what the server found. */
export function faultsOf(errors: readonly FieldError[], { email }: AskWords): Faults {
  const faults: Faults = {}
  for (const { path, code } of errors) {
    const field = askFields.find((name) => name === path)
    if (!field) continue
    const fault = faultOf(code)
    faults[field] ??= field === 'email' && fault === 'invalid' ? emailFault(email.trim()) : fault
  }
  return faults
}

export function faultOf(code: FieldError['code']): Fault {
  if (code === 'too_long') return 'too-long'
  return code === 'required' || code === 'too_short' ? 'required' : 'invalid'
}

function emailFault(email: string): Fault {
  if (email === '') return 'required'
  const at = email.lastIndexOf('@')
  if (at < 0) return 'no-at'
  return email.slice(at + 1).replace(/\.+$/, '') === '' ? 'no-domain' : 'invalid'
}
