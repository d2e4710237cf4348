import { richTextLimits } from '@waypost/sdk/contract'
import type { Translator } from '../../../messages/translator.js'
import type { AskField, Fault } from './check-words.js'

/** The most characters that each field takes: those of the contract. */
const MOST = { subject: 200, message: richTextLimits.message, name: 200, email: 254 } as const

/** What is wrong with a field, and what to do about it. */
export function sayFault(
  { t }: Translator,
  { field, fault, email }: { field: AskField; fault: Fault; email: string },
): string {
  if (fault === 'too-long') return t('ask.why.too-long', { n: MOST[field] })
  const example = exampleEmail(email)
  switch (field) {
    case 'subject':
      return fault === 'required' ? t('ask.why.subject') : t('ask.why.invalid')
    case 'message':
      return fault === 'required' ? t('ask.why.message') : t('ask.why.invalid')
    case 'name':
      return t('ask.why.name')
    case 'email':
      if (fault === 'required') return t('ask.why.email', { example })
      return t(fault === 'invalid' ? 'ask.why.not-email' : `ask.why.${fault}`, { example })
  }
}

/** An address like the one that was begun. */
function exampleEmail(begun: string): string {
  const local = begun.trim().split('@')[0]?.replace(/\s+/g, '.').slice(0, 40)
  return `${local || 'name'}@example.com`
}
