import type { FieldAnswer, FieldCode, FormField } from '@waypost/sdk/contract'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import { isEmpty } from './site-answers.js'

type Words = Pick<PanelContext, 'translator' | 'locale'>

/** As in the help centre; it stays in one line. */
const PHONE = '+46 70 123 45 67'.replaceAll(' ', '\u00a0')

/** What is wrong with an answer, and what to do about it. */
export function sayFault(
  { type, min, max, options }: FormField,
  code: FieldCode,
  answer: FieldAnswer | undefined,
  words: Words,
): string {
  const { t } = words.translator
  const bound = code === 'too_small' || code === 'too_short' ? min : max
  const n = Number(bound)
  if (code === 'required' || isEmpty(answer)) return t(`answer.why.${emptyOf(type, options)}`)
  if (type === 'date') {
    if (code === 'too_small') return t('answer.why.first', { date: sayDay(bound, words) })
    if (code === 'too_large') return t('answer.why.last', { date: sayDay(bound, words) })
    return t('answer.why.not-date', { example: sayDay('2027-03-31', words) })
  }
  if (code === 'too_small') return t('answer.why.least', { n })
  if (code === 'too_large') return t('answer.why.most', { n })
  if (code === 'too_short') return t(`answer.why.${options ? 'too-few' : 'too-short'}`, { n })
  if (code === 'too_long' && Array.isArray(answer)) return t('answer.why.too-many', { n })
  if (code === 'too_long') return t('answer.why.too-long', { n: n || mostOf(type) })
  if (code === 'not_an_option') return t('answer.why.not-option')
  if (type === 'number') return t('answer.why.not-number', { example: '12' })
  if (type === 'phone') return t('answer.why.not-phone', { example: PHONE })
  return t('answer.why.invalid')
}

function emptyOf(type: FormField['type'], options: FormField['options']) {
  if (type === 'paragraph') return 'text'
  return type === 'time-window' && options ? 'choice' : type
}

/** As `checkAnswers` has it where the site says nothing. */
function mostOf(type: FormField['type']): number {
  if (type === 'paragraph') return 2_000
  return { phone: 30, order: 100, 'time-window': 100 }[type as string] ?? 200
}

/** A day of the calendar, in words: it is the same day in every time zone. */
export function sayDay(day: string | number | null, words: Words): string {
  const format = new Intl.DateTimeFormat(timeLocale(words), { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
