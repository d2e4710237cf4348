import type { Stem } from './stemmer.js'

/** What the analysis has to know of one language. */
export interface Language {
  readonly stem: Stem
  /** Words that carry little meaning, separated by white space. They are weighed down, never dropped. */
  readonly stopWords: string
  /** What may stand between the parts of a compound; absent where compounds are written apart. */
  readonly compoundLinks?: readonly string[]
  /** Articles and pronouns that lean on the next word with an apostrophe, as `l` in `l'article`. */
  readonly elisions?: readonly string[]
}
