import type { Catalogue } from '../catalogue.js'
import type { enMail } from './en.js'

/** The words of mails in one language. */
export type MailWords<Forms extends Intl.LDMLPluralRule> = Pick<
  Catalogue<Forms>,
  keyof typeof enMail
>
