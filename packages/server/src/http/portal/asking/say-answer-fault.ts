import type { FieldCode, FormField } from '@waypost/sdk/contract'
import type { Translator } from '../../../messages/translator.js'

/** The most characters that each field takes where the site names no fewer. */
const MOST: Partial<Record<FormField['type'], number>> = {
  ...{ paragraph: 2_000, order: 100, phone: 30, 'time-window': 100 },
}

/** What is wrong with an answer to a field of the site's own, and what to do about it. */
export function sayAnswerFault(words: Translator, field: FormField, code: FieldCode): string {
  const { t } = words
  const { type, min, max, required, options } = field
  switch (code) {
    case 'required':
      // What is not needed is told only where the page could not have asked it before.
      return t(required ? `answer.why.${firstOf(field)}` : 'answer.why.follows')
    case 'too_short':
      if (type === 'choices' || type === 'file') return t('answer.why.too-few', { n: sized(min) })
      return t('answer.why.too-short', { n: sized(min) })
    case 'too_long':
      if (type === 'choices' || type === 'file') return t('answer.why.too-many', { n: sized(max) })
      return t('ask.why.too-long', {
        n: Math.min(MOST[type] ?? 200, sized(max) || Number.POSITIVE_INFINITY),
      })
    case 'too_small':
      return type === 'date'
        ? t('answer.why.first', { date: words.date(String(min)) })
        : t('answer.why.least', { n: sized(min) })
    case 'too_large':
      return type === 'date'
        ? t('answer.why.last', { date: words.date(String(max)) })
        : t('answer.why.most', { n: sized(max) })
    default:
      if (options) return t('answer.why.not-option')
      if (type === 'date') return t('answer.why.not-date', { example: '2026-11-22' })
      if (type === 'phone') return t('answer.why.not-phone', { example: '+46 70 123 45 67' })
      if (type === 'number') return t('answer.why.not-number', { example: '12' })
      return t('ask.why.invalid')
  }
}

/** What a field asks for before anything stands in it. */
function firstOf({ type, options }: FormField) {
  if (type === 'paragraph') return 'text'
  return type === 'time-window' && options ? 'choice' : type
}

const sized = (size: number | string | null): number => (typeof size === 'number' ? size : 0)
