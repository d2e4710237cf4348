import {
  askedFields,
  checkAnswers,
  Email,
  type FieldError,
  isWaypostError,
  type NewTicketInput,
  NewTicketSchema,
  WaypostError,
} from '@waypost/sdk/contract'
import * as v from 'valibot'
import { parseInput } from '../../parse-input.js'
import { refusedOf } from '../attaching/take-files.js'
import type { Visit } from '../page.js'
import { answersAsked, answersOf, nameOf } from './answers.js'
import type { AskWords } from './ask-words.js'
import { conditionsOf } from './conditions.js'
import { uploadsIn } from './uploads-in.js'

/** In the order in which they stand in the form. */
export const askFields = ['subject', 'message', 'name', 'email'] as const
export type AskField = (typeof askFields)[number]

/** What is wrong with a field. */
export type Fault = 'required' | 'too-long' | 'no-at' | 'no-domain' | 'invalid'
export type Faults = Partial<Record<AskField, Fault>>

/** A visitor has no session that would say whom to answer. */
const AskSchema = v.object({ ...NewTicketSchema.entries, email: Email })

/** The words as a new ticket; throws `invalid_input` with everything that is wrong at once. */
export function ticketIn(visit: Visit, words: AskWords): NewTicketInput {
  const { kind, subject, message, name, email, hasConsent } = words
  const fields = answersAsked(visit.form, words)
  const attachmentIds = uploadsIn(visit.form, words)
  const input = {
    ...{ kind, subject, message, email },
    ...(name.trim() !== '' && { name }),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(hasConsent && { consent: true }),
    ...(attachmentIds.length > 0 && { attachmentIds }),
  }
  const wrong = wrongAnswers(visit, words)
  try {
    const parsed = parseInput(AskSchema, input)
    if (wrong.length === 0) return parsed
  } catch (error) {
    if (!isWaypostError(error, 'invalid_input')) throw error
    wrong.push(...error.errors)
  }
  throw new WaypostError('invalid_input', { errors: wrong })
}

/** What is wrong with the answers to the site's own fields, and what it wants agreed to. */
function wrongAnswers(visit: Visit, words: AskWords): FieldError[] {
  const { form } = visit
  const { kind, asked, hasConsent } = words
  const answers = answersOf(form, words)
  const faults = checkAnswers(form.fields, kind, answers)
  const conditions = conditionsOf(form)
  // A field that the page had no way to show is asked once more, needed or not.
  for (const { id } of askedFields(form.fields, kind, answers)) {
    const wasShown = (conditions.get(id)?.unseen ?? []).every((one) => asked.includes(one))
    if (!wasShown && answers[id] === undefined) faults[id] ??= 'required'
  }
  const errors = Object.entries(faults).map(
    ([id, code]): FieldError => ({ path: nameOf({ id }), code }),
  )
  if (uploadsIn(form, words).length > (form.attachments?.maxCount ?? 0)) {
    errors.push({ path: 'attachmentIds', code: 'too_long' })
  }
  // A file that was left out is told before anything is sent without it.
  errors.push(...refusedOf(visit).map(({ at }): FieldError => ({ path: at, code: 'invalid' })))
  if (form.consent !== null && !hasConsent) errors.push({ path: 'consent', code: 'required' })
  return errors
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
