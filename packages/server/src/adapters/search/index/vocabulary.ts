import type { Audience } from '@waypost/sdk/contract'
import type { Analysis } from '../analysis/analysis.js'
import { compoundParts, MIN_PART } from '../analysis/compounds.js'
import { lettersOf } from '../plan/letters.js'
import type { Steps } from './steps.js'
import { type KnownWord, termsOf, type Word } from './word.js'

/** Beyond this many new and gone words it is quicker to split every word again. */
const MANY_CHANGES = 64
const NONE: readonly string[] = []

/** So many words are some milliseconds of work. */
const WORDS_AT_ONCE = 2_000

/** The words of all documents of a locale: what the index knows, and what a query is corrected from. */
export function createVocabulary(analysis: Analysis) {
  const words = new Map<string, Word>()
  const byId: (Word | undefined)[] = []
  const byTerm = new Map<string, Word[]>()
  const audiences = new Map<Audience, number>()
  const changed = new Set<string>()
  /** How many documents of an audience hold a word, by the number of both. */
  const holding: Uint32Array[] = []
  /** In which document a word was counted last, by its number: to count it once in each. */
  let countedIn: Uint32Array = new Uint32Array(0)
  let counted = 0
  let entered: { word: Word; known: KnownWord | undefined }[] = []
  let nextId = 0
  let forgotten = 0

  function link(word: Word): void {
    for (const term of termsOf(word)) {
      const sharing = byTerm.get(term)
      byTerm.set(term, sharing ? [...sharing, word] : [word])
    }
  }

  function unlink(word: Word): void {
    for (const term of termsOf(word)) {
      const others = byTerm.get(term)?.filter((other) => other !== word) ?? []
      if (others.length > 0) byTerm.set(term, others)
      else byTerm.delete(term)
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

  function forgetUnheld(id: number): void {
    const word = byId[id]
    if (!word || holding.some((counts) => (counts[id] ?? 0) > 0)) return
    words.delete(word.text)
    byId[id] = undefined
    word.isForgotten = true
    changed.add(word.text)
    forgotten++
    unlink(word)
  }

  function isAsBefore(before: number | undefined): boolean {
    if (words.size !== before || entered.length !== before) return false
    return entered.every(({ known }) => known !== undefined)
  }

  return {
    audiences: audiences as ReadonlyMap<Audience, number>,
    /** One above the highest number of a word. */
    get size() {
      return nextId
    },
    /** How many words have been forgotten. */
    get forgotten() {
      return forgotten
    },
    find: (text: string) => words.get(text),
    byId: (id: number) => byId[id],
    /** Every word by its number, as it is now. */
    words: (): readonly (Word | undefined)[] => byId.slice(),
    /** The words that are new since it was asked last: those whose order is known, then the rest. */
    takeNew(): Word[] {
      const there = entered.filter(({ word }) => !word.isForgotten)
      entered = []
      return inOrder(there)
    },
    /** The words that are found under a term. */
    withTerm: (term: string): Iterable<Word> => byTerm.get(term) ?? [],
    /** The word of this text, new when no document had it; `known` saves its analysis. */
    enter(text: string, known?: KnownWord): Word {
      const before = words.get(text)
      if (before) return before
      const typed = known?.typed ?? analysis.typed(text)
      const word: Word = {
        id: nextId++,
        text,
        typed,
        letters: lettersOf(typed),
        isStopWord: known?.isStopWord ?? analysis.isStopWord(text),
        term: known?.term ?? analysis.term(text),
        parts: NONE,
        isForgotten: false,
      }
      words.set(text, word)
      byId[word.id] = word
      changed.add(text)
      entered.push({ word, known })
      link(word)
      return word
    },
    /** How many documents of some audiences, by their numbers, hold a word. */
    frequency({ id }: Word, audienceNumbers: readonly number[]): number {
      let sum = 0
      for (const number of audienceNumbers) sum += holding[number]?.[id] ?? 0
      return sum
    },
    /** Counts a document with these texts in or out; a word without documents is forgotten. */
    count(texts: readonly Uint32Array[], audience: Audience, change: 1 | -1): void {
      const number = audienceNumber(audience)
      const counts = longEnough(holding[number], nextId)
      holding[number] = counts
      countedIn = longEnough(countedIn, nextId)
      counted++
      for (const ids of texts) {
        for (let at = 0; at < ids.length; at++) {
          const id = ids[at] as number
          if (countedIn[id] === counted) continue
          countedIn[id] = counted
          counts[id] = (counts[id] as number) + change
          if (change < 0 && counts[id] === 0) forgetUnheld(id)
        }
      }
    },
    /**
     * The compounds whose parts are others now, with the terms of those parts. `before` says how many
     * words were known before: where there are the same and no others, so are their parts.
     */
    *staleParts(before?: number): Steps<Map<Word, readonly string[]>> {
      if (isAsBefore(before)) {
        changed.clear()
        return new Map(
          entered.flatMap(({ word, known }) => (known?.parts.length ? [[word, known.parts]] : [])),
        )
      }
      const stale = new Map<Word, readonly string[]>()
      const links = analysis.compoundLinks
      // What is too short for a part of a compound changes none.
      for (const text of changed) if (text.length < MIN_PART) changed.delete(text)
      let looked = 0
      for (const word of links && changed.size > 0 ? words.values() : []) {
        looked++
        if (looked % WORDS_AT_ONCE === 0) yield
        if (word.text.length < 2 * MIN_PART || !mayHaveChanged(word)) continue
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

/** By rank, then as they were entered; what has no rank comes last. */
function inOrder(entered: readonly { word: Word; known: KnownWord | undefined }[]): Word[] {
  const words = entered.map(({ word }) => word)
  let last = 0
  for (const { known } of entered) if (known && known.rank >= last) last = known.rank + 1
  if (last === 0) return words
  // Rank and place as one number: these are sorted many times as quickly as the words.
  const keys = new Float64Array(entered.length)
  entered.forEach(({ known }, at) => {
    keys[at] = (known?.rank ?? last) * entered.length + at
  })
  return Array.from(keys.sort(), (key) => words[key % entered.length] as Word)
}

/** The table, or one with the same at its beginning that has room for as many again. */
function longEnough(table: Uint32Array | undefined, length: number): Uint32Array {
  if (table && table.length >= length) return table
  const longer = new Uint32Array(2 * length)
  if (table) longer.set(table)
  return longer
}

export type Vocabulary = ReturnType<typeof createVocabulary>
