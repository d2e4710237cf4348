import type { Catalogue } from '../catalogue.js'
import type { enLearning } from './en.js'

/** Those of courses. */
export type Learning<Forms extends Intl.LDMLPluralRule> = Pick<
  Catalogue<Forms>,
  keyof typeof enLearning
>
