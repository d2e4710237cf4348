import type { StoredRecord } from '../../foundation/records.js'
import type { ArticleSource } from './article.js'
import type { SynonymGroup } from './search-index.js'

/** What the operator says about searching one locale: which words mean the same, and what comes first. */
export interface SearchRules extends StoredRecord {
  readonly site: string
  readonly locale: string
  readonly synonyms: readonly SynonymGroup[]
  readonly pins: readonly Pin[]
  readonly source: ArticleSource
  /** Changes when anything above does. */
  readonly hash: string
}

/** Articles that come first when exactly this is searched for. */
export interface Pin {
  readonly query: string
  readonly articleIds: readonly string[]
}

/** The rules of one locale as a folder delivers them, before they are kept. */
export interface SearchRulesDraft {
  readonly locale: string
  readonly synonyms: readonly SynonymGroup[]
  readonly pins: readonly Pin[]
  readonly place: string
}
