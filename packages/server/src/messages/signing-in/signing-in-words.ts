import type { Catalogue } from '../catalogue.js'
import type { enSigningIn } from './en.js'

/** The words of signing in, in one language. */
export type SigningInWords<Forms extends Intl.LDMLPluralRule> = Pick<
  Catalogue<Forms>,
  keyof typeof enSigningIn
>
