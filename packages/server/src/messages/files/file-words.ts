import type { Catalogue } from '../catalogue.js'
import type { enFiles } from './en.js'

/** The words of files, in one language. */
export type FileWords<Forms extends Intl.LDMLPluralRule> = Pick<
  Catalogue<Forms>,
  keyof typeof enFiles
>
