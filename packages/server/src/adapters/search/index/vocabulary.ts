import type { Analysis } from '../analysis/analysis.js'
import { compoundParts } from '../analysis/compounds.js'
import { termsOf, type Word } from './word.js'

/** The words of all documents of a locale: what the index knows, and what a query is corrected from. */
export function createVocabulary(analysis: Analysis) {
  const words = new Map<string, Word>()
  const audiences = new Map<string, number>()
  let byTerm = new Map<string, Word[]>()
  let nextId = 0

  function enter(text: string): Word {
    const known = words.get(text)
    if (known) return known
    const word: Word = {
      id: nextId++,
      text,
      typed: analysis.typed(text),
      term: analysis.term(text),
      parts: [],
      documents: [],
    }
    words.set(text, word)
    return word
  }

  function audienceNumber(audience: string): number {
    const known = audiences.get(audience)
    if (known !== undefined) return known
    audiences.set(audience, audiences.size)
    return audiences.size - 1
  }

  /** The terms of parts of every compound that should change. */
  function staleParts(): Map<Word, string[]> {
    const stale = new Map<Word, string[]>()
    const links = analysis.compoundLinks
    if (!links) return stale
    const isWord = (part: string) => words.has(part)
    for (const word of words.values()) {
      const found = compoundParts(word.text, links, isWord).map((part) => analysis.term(part))
      const parts = [...new Set(found)].filter((part) => part !== word.term)
      if (parts.join(' ') !== word.parts.join(' ')) stale.set(word, parts)
    }
    return stale
  }

  return {
    enter,
    audienceNumber,
    staleParts,
    audiences: audiences as ReadonlyMap<string, number>,
    /** One above the highest number of a word. */
    get size() {
      return nextId
    },
    find: (text: string) => words.get(text),
    withTerm: (term: string): readonly Word[] => byTerm.get(term) ?? [],
    all: () => words.values(),
    forget(word: Word) {
      words.delete(word.text)
    },
    rebuildTerms() {
      byTerm = new Map()
      for (const word of words.values()) {
        for (const term of termsOf(word)) {
          const list = byTerm.get(term)
          if (list) list.push(word)
          else byTerm.set(term, [word])
        }
      }
    },
  }
}

export type Vocabulary = ReturnType<typeof createVocabulary>
