import type { Vocabulary } from '../index/vocabulary.js'
import type { QueryGroup } from '../plan/query-plan.js'

/** For every word of the vocabulary, by its number, the groups that it matches, as bits. */
export interface WordMatches {
  /** By any of the group's terms. */
  readonly matched: Uint32Array
  /** By the very form that was typed, or taken for it. */
  readonly exact: Uint32Array
}

/** Looks up which words match, so that reading a document costs one array access a word. */
export function matchWords(groups: readonly QueryGroup[], vocabulary: Vocabulary): WordMatches {
  const matched = new Uint32Array(vocabulary.size)
  const exact = new Uint32Array(vocabulary.size)
  groups.forEach(({ word: asked, terms, correction }, g) => {
    const bit = 1 << g
    for (const term of terms.keys()) {
      for (const word of vocabulary.withTerm(term)) {
        matched[word.id] = (matched[word.id] ?? 0) | bit
        if (word.text !== asked.text && word.text !== correction) continue
        exact[word.id] = (exact[word.id] ?? 0) | bit
      }
    }
  })
  return { matched, exact }
}
