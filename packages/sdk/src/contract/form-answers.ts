import type { FieldCode } from './errors.js'
import type { FormField } from './form.js'
import type { TicketKind } from './tickets.js'

/** What stands in one field: several values where it takes several, ids of attachments for a file. */
export type FieldAnswer = string | number | boolean | readonly string[]
export type FieldAnswers = Readonly<Record<string, FieldAnswer>>

/** The fields that are asked for this kind of ticket after these answers, in the form's order. */
export function askedFields(
  fields: readonly FormField[],
  kind: TicketKind,
  answers: FieldAnswers,
): FormField[] {
  const asked: FormField[] = []
  for (const field of fields) {
    const { kinds, when } = field
    if (kinds && !kinds.includes(kind)) continue
    // What hangs on a field that is not asked is not asked either; so a field comes after its reason.
    if (when && !asked.some(({ id }) => id === when.field)) continue
    if (when && !holds(answers[when.field], when.is)) continue
    asked.push(field)
  }
  return asked
}

/** What is wrong with each field that is asked; the same in a browser and on the server. */
export function checkAnswers(
  fields: readonly FormField[],
  kind: TicketKind,
  answers: FieldAnswers,
): Record<string, FieldCode> {
  const faults: Record<string, FieldCode> = {}
  for (const field of askedFields(fields, kind, answers)) {
    const fault = faultOf(field, answers[field.id])
    if (fault) faults[field.id] = fault
  }
  return faults
}

function holds(answer: FieldAnswer | undefined, is: readonly (string | number | boolean)[]) {
  if (Array.isArray(answer)) return answer.some((one) => is.includes(one))
  return is.includes((answer ?? false) as string | number | boolean)
}

function isEmpty(answer: FieldAnswer | undefined): boolean {
  if (answer === undefined || answer === false) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return Array.isArray(answer) && answer.length === 0
}

const TYPES: Readonly<Record<FormField['type'], 'string' | 'number' | 'boolean' | 'list'>> = {
  text: 'string',
  paragraph: 'string',
  choice: 'string',
  choices: 'list',
  date: 'string',
  number: 'number',
  checkbox: 'boolean',
  file: 'list',
  order: 'string',
  phone: 'string',
  'time-window': 'string',
}

/** Most characters of each text, whatever the site says. */
const MOST: Partial<Record<FormField['type'], number>> = {
  text: 200,
  paragraph: 2_000,
  order: 100,
  phone: 30,
  'time-window': 100,
}

function faultOf(field: FormField, answer: FieldAnswer | undefined): FieldCode | undefined {
  if (isEmpty(answer)) return field.required ? 'required' : undefined
  const type = Array.isArray(answer) ? 'list' : typeof answer
  if (type !== TYPES[field.type]) return 'wrong_type'
  if (typeof answer === 'number') return sizeFault(field, answer)
  if (typeof answer === 'string') return textFault(field, answer.trim())
  return Array.isArray(answer) ? listFault(field, answer) : undefined
}

function textFault(field: FormField, text: string): FieldCode | undefined {
  const { type, options, min, max } = field
  if (options && !options.some(({ value }) => value === text)) return 'not_an_option'
  if (type === 'date') return isDay(text) ? sizeFault(field, text) : 'invalid'
  if (type === 'phone' && !/^\+?[\d\s().\-/]{5,}$/.test(text)) return 'invalid'
  if (
    text.length >
    Math.min(MOST[type] ?? 200, typeof max === 'number' ? max : Number.POSITIVE_INFINITY)
  ) {
    return 'too_long'
  }
  return typeof min === 'number' && text.length < min ? 'too_short' : undefined
}

function listFault(field: FormField, list: readonly string[]): FieldCode | undefined {
  const { options, min, max } = field
  if (options && !list.every((one) => options.some(({ value }) => value === one))) {
    return 'not_an_option'
  }
  if (typeof max === 'number' && list.length > max) return 'too_long'
  return typeof min === 'number' && list.length < min ? 'too_short' : undefined
}

/** Numbers compare as numbers, days as text. */
function sizeFault({ min, max }: FormField, size: number | string): FieldCode | undefined {
  if (typeof size === 'number' && !Number.isFinite(size)) return 'wrong_type'
  if (min !== null && typeof min === typeof size && size < min) return 'too_small'
  return max !== null && typeof max === typeof size && size > max ? 'too_large' : undefined
}

/** A day that the calendar has: `2026-02-30` is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
