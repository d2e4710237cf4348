import type { Vocabulary } from '../index/vocabulary.js'
import type { Lexicon } from '../plan/lexicon.js'
import type { QueryGroup } from '../plan/query-plan.js'
import { FAMILY_WEIGHT } from '../plan/stand-ins.js'
import { informationOf, sharesOf } from './information.js'

/** For every word of the vocabulary, by its number, the groups that it matches, as bits. */
export interface WordMatches {
  /** By any of the group's terms. */
  readonly matched: Uint32Array
  /** By a term that answers the group: not by words that only share a stem's beginning. */
  readonly sure: Uint32Array
  /** By the very form that was typed, or taken for it. */
  readonly exact: Uint32Array
  /** How much of the query's information the form of each group carries; together 1. */
  readonly exactShares: readonly number[]
}

/** Looks up which words match, so that reading a document costs one array access a word. */
export function matchWords(
  groups: readonly QueryGroup[],
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  documentCount: number,
): WordMatches {
  const matched = new Uint32Array(vocabulary.size)
  const sure = new Uint32Array(vocabulary.size)
  const exact = new Uint32Array(vocabulary.size)
  groups.forEach(({ word: asked, terms, correction }, g) => {
    const bit = 1 << g
    for (const [term, weight] of terms) {
      for (const word of vocabulary.withTerm(term)) {
        matched[word.id] = (matched[word.id] ?? 0) | bit
        if (weight > FAMILY_WEIGHT) sure[word.id] = (sure[word.id] ?? 0) | bit
        if (word.text !== asked.text && word.text !== correction) continue
        exact[word.id] = (exact[word.id] ?? 0) | bit
      }
    }
  })
  // One form is rarer than all that share its stem: this sets "to estimate" apart from "estimation".
  const information = groups.map(({ word: asked, correction }) => {
    const word = lexicon.find(correction ?? asked.text)
    return word ? informationOf(lexicon.frequency(word), documentCount) : 0
  })
  return { matched, sure, exact, exactShares: sharesOf(information) }
}
