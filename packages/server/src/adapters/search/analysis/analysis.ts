import { fold } from './fold.js'
import type { Language } from './language.js'

/** How the words of one locale are compared. */
export interface Analysis {
  /** What all forms of a word share: two words match when their terms are equal. */
  term(word: string): string
  /** How a word is typed on any keyboard: folded, not stemmed. */
  typed(word: string): string
  isStopWord(word: string): boolean
  readonly compoundLinks: readonly string[] | undefined
}

/** The analysis of a language, for words as `wordsOf` gives them. */
export function createAnalysis(language: Language): Analysis {
  const elisions = new Set(language.elisions)
  const stopWords = new Set(language.stopWords.trim().split(/\s+/).map(typed))

  function bare(word: string): string {
    const apostrophe = word.indexOf("'")
    if (apostrophe < 0) return word
    if (elisions.has(word.slice(0, apostrophe))) return bare(word.slice(apostrophe + 1))
    const possessive = word.endsWith("'s") ? word.slice(0, -2) : word
    return possessive.replaceAll("'", '')
  }

  function typed(word: string): string {
    return fold(bare(word))
  }

  return {
    term: (word) => fold(language.stem(bare(word))),
    typed,
    isStopWord: (word) => stopWords.has(typed(word)),
    compoundLinks: language.compoundLinks,
  }
}
