import type { Audience } from '@waypost/sdk/contract'
import type { Analysis } from '../analysis/analysis.js'
import { compoundParts } from '../analysis/compounds.js'
import { lettersOf } from '../plan/letters.js'
import { termsOf, type Word } from './word.js'

/** Beyond this many new and gone words it is quicker to split every word again. */
const MANY_CHANGES = 64

/** The words of all documents of a locale: what the index knows, and what a query is corrected from. */
export function createVocabulary(analysis: Analysis) {
  const words = new Map<string, Word>()
  const byId: (Word | undefined)[] = []
  const byTerm = new Map<string, Set<Word>>()
  const audiences = new Map<Audience, number>()
  const changed = new Set<string>()
  let entered: Word[] = []
  let nextId = 0

  function link(word: Word): void {
    for (const term of termsOf(word)) {
      const sharing = byTerm.get(term)
      if (sharing) sharing.add(word)
      else byTerm.set(term, new Set([word]))
    }
  }

  function unlink(word: Word): void {
    for (const term of termsOf(word)) {
      const sharing = byTerm.get(term)
      sharing?.delete(word)
      if (sharing?.size === 0) byTerm.delete(term)
    }
  }

  function audienceNumber(audience: Audience): number {
    const number = audiences.get(audience) ?? audiences.size
    audiences.set(audience, number)
    return number
  }

  /** A new word or one less changes which words are compounds of it. */
  function mayHaveChanged(word: Word): boolean {
    if (changed.size > MANY_CHANGES) return true
    for (const text of changed) if (word.text.includes(text)) return true
    return false
  }

  return {
    audiences: audiences as ReadonlyMap<Audience, number>,
    /** One above the highest number of a word. */
    get size() {
      return nextId
    },
    find: (text: string) => words.get(text),
    byId: (id: number) => byId[id],
    /** The words that are new since it was asked last. */
    takeNew(): Word[] {
      const known = entered.filter((word) => words.get(word.text) === word)
      entered = []
      return known
    },
    terms: () => byTerm.keys(),
    /** The words that are found under a term. */
    withTerm: (term: string): Iterable<Word> => byTerm.get(term) ?? [],
    /** The word of this text, new when no document had it. */
    enter(text: string): Word {
      const known = words.get(text)
      if (known) return known
      const typed = analysis.typed(text)
      const word: Word = {
        id: nextId++,
        text,
        typed,
        letters: lettersOf(typed),
        isStopWord: analysis.isStopWord(text),
        term: analysis.term(text),
        parts: [],
        documents: [],
      }
      words.set(text, word)
      byId[word.id] = word
      changed.add(text)
      entered.push(word)
      link(word)
      return word
    },
    /** Counts a document with these words in or out; a word without documents is forgotten. */
    count(entryWords: readonly Word[], audience: Audience, change: 1 | -1): void {
      const number = audienceNumber(audience)
      for (const word of entryWords) {
        word.documents[number] = (word.documents[number] ?? 0) + change
        if (change > 0 || word.documents.some((documents) => documents > 0)) continue
        words.delete(word.text)
        byId[word.id] = undefined
        changed.add(word.text)
        unlink(word)
      }
    },
    /** The compounds whose parts are others now, with the terms of those parts. */
    staleParts(): Map<Word, readonly string[]> {
      const stale = new Map<Word, readonly string[]>()
      const links = analysis.compoundLinks
      for (const word of links ? words.values() : []) {
        if (!mayHaveChanged(word)) continue
        const found = compoundParts(word.text, links ?? [], (part) => words.has(part))
        const terms = new Set(found.map((part) => words.get(part)?.term ?? part))
        terms.delete(word.term)
        const parts = [...terms]
        if (parts.join(' ') !== word.parts.join(' ')) stale.set(word, parts)
      }
      changed.clear()
      return stale
    },
    /** Gives compounds their parts; nothing may stand in the index under the old ones. */
    setParts(stale: ReadonlyMap<Word, readonly string[]>): void {
      for (const [word, parts] of stale) {
        unlink(word)
        word.parts = parts
        link(word)
      }
    },
  }
}

export type Vocabulary = ReturnType<typeof createVocabulary>
