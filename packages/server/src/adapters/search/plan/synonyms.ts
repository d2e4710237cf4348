import type { SynonymGroup } from '../../../domain/knowledge/search-index.js'
import type { Analysis } from '../analysis/analysis.js'
import { wordsOf } from '../analysis/words.js'

const WEIGHT = 0.8

/** A phrase that synonyms are known for, and the terms that stand in for it with their weights. */
export interface KnownPhrase {
  readonly terms: readonly string[]
  readonly standIns: ReadonlyMap<string, number>
}

/** The operator's synonyms of one locale. */
export interface Synonyms {
  /** The phrases that begin with a term. */
  beginningWith(term: string): readonly KnownPhrase[]
  /** What stands in for a word alone, as the operator wrote it, with the weights. */
  ofWord(text: string): ReadonlyMap<string, number> | undefined
}

/** Looks synonyms up by their terms, so that every inflected form of a word has them. */
export function createSynonyms(groups: readonly SynonymGroup[], analysis: Analysis): Synonyms {
  const phrases = new Map<string, KnownPhrase[]>()
  const byWord = new Map<string, Map<string, number>>()

  for (const { words, to } of groups) {
    const meant = (to ?? words).map(termsOf)
    for (const phrase of words) {
      const terms = termsOf(phrase)
      const [first] = terms
      if (first === undefined) continue
      const own = terms.join(' ')
      const others = meant.filter((other) => other.join(' ') !== own)
      const standIns = weigh(others, analysis)
      phrases.set(first, [...(phrases.get(first) ?? []), { terms, standIns }])
      const [word, next] = wordsOf(phrase)
      if (!word || next) continue
      byWord.set(word.text, new Map([...(byWord.get(word.text) ?? []), ...standIns]))
    }
  }
  return {
    beginningWith: (term) => phrases.get(term) ?? [],
    ofWord: (text) => byWord.get(text),
  }

  function termsOf(phrase: string): string[] {
    const words = Array.from(wordsOf(phrase), ({ text }) => text)
    return words.map((text) => analysis.term(text)).filter((term) => term !== '')
  }
}

/** Each word of a phrase says only a part of it. */
function weigh(phrases: readonly (readonly string[])[], analysis: Analysis): Map<string, number> {
  const weights = new Map<string, number>()
  for (const phrase of phrases) {
    const telling = phrase.filter((term) => !analysis.isStopWord(term))
    for (const term of telling.length > 0 ? telling : phrase) {
      const weight = WEIGHT / (telling.length || phrase.length)
      weights.set(term, Math.max(weight, weights.get(term) ?? 0))
    }
  }
  return weights
}
