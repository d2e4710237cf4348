import type { Audience } from '@waypost/sdk/contract'
import type { Analysis } from '../analysis/analysis.js'
import { compoundParts, MIN_PART } from '../analysis/compounds.js'
import { lettersOf } from '../plan/letters.js'
import type { Steps } from './steps.js'
import { termsOf, type Word } from './word.js'

/** Beyond this many new and gone words it is quicker to split every word again. */
const MANY_CHANGES = 64
const NONE: readonly string[] = []

/** So many words are some milliseconds of work. */
const WORDS_AT_ONCE = 2_000

/** Words that were found before, by number from 0; each is made when it is asked for. */
export interface KnownWords {
  readonly texts: readonly string[]
  /** How many documents of each audience hold a word, by its number. */
  readonly holding: ReadonlyMap<Audience, Uint32Array>
  word(id: number): Word
  /** The numbers of the words that are found under a term. */
  withTerm(term: string): ArrayLike<number>
}

/** The words of all documents of a locale: what the index knows, and what a query is corrected from. */
export function createVocabulary(analysis: Analysis, known?: KnownWords) {
  const knownSize = known?.texts.length ?? 0
  const ids = new Map<string, number>()
  const byId: (Word | undefined)[] = []
  const byTerm = new Map<string, readonly Word[]>()
  const audiences = new Map<Audience, number>()
  const changed = new Set<string>()
  /** How many documents of an audience hold a word, by the number of both. */
  const holding: Uint32Array[] = []
  /** In which document a word was counted last, by its number: to count it once in each. */
  let countedIn: Uint32Array = new Uint32Array(0)
  let counted = 0
  let entered: Word[] = []
  let nextId = knownSize
  /** Known words that no document holds any more. */
  const gone = new Set<number>()
  let forgotten = 0

  for (let id = 0; id < knownSize; id++) ids.set(known?.texts[id] as string, id)
  for (const [audience, counts] of known?.holding ?? []) holding[audienceNumber(audience)] = counts

  function wordOf(id: number): Word | undefined {
    const word = byId[id]
    if (word || !known || id >= knownSize || gone.has(id)) return word
    byId[id] = known.word(id)
    return byId[id]
  }

  function withTerm(term: string): readonly Word[] {
    const words = byTerm.get(term)
    if (words || !known) return words ?? []
    const own = Array.from(known.withTerm(term), wordOf).filter((word) => word !== undefined)
    byTerm.set(term, own)
    return own
  }

  function link(word: Word): void {
    for (const term of termsOf(word)) byTerm.set(term, [...withTerm(term), word])
  }

  function unlink(word: Word): void {
    for (const term of termsOf(word)) {
      const others = withTerm(term).filter((other) => other !== word)
      if (others.length > 0 || known) byTerm.set(term, others)
      else byTerm.delete(term)
    }
  }

  function audienceNumber(audience: Audience): number {
    const number = audiences.get(audience) ?? audiences.size
    audiences.set(audience, number)
    return number
  }

  /** A new word or one less changes which words are compounds of it. */
  function mayHaveChanged(text: string): boolean {
    if (changed.size > MANY_CHANGES) return true
    for (const part of changed) if (text.includes(part)) return true
    return false
  }

  function forgetUnheld(id: number): void {
    const word = wordOf(id)
    if (!word || holding.some((counts) => (counts[id] ?? 0) > 0)) return
    unlink(word)
    ids.delete(word.text)
    byId[id] = undefined
    if (id < knownSize) gone.add(id)
    word.isForgotten = true
    changed.add(word.text)
    forgotten++
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
    find(text: string): Word | undefined {
      const id = ids.get(text)
      return id === undefined ? undefined : wordOf(id)
    },
    byId: wordOf,
    /** Whether some document holds the word of this number. */
    has: (id: number) => byId[id] !== undefined || (id < knownSize && !gone.has(id)),
    /** Every word by its number, as it is now. */
    words: (): readonly (Word | undefined)[] =>
      Array.from({ length: nextId }, (_, id) => wordOf(id)),
    /** The words that are new since it was asked last. */
    takeNew(): Word[] {
      const there = entered.filter(({ isForgotten }) => !isForgotten)
      entered = []
      return there
    },
    /** The words that are found under a term. */
    withTerm: (term: string): Iterable<Word> => withTerm(term),
    /** The number of the word with this text, which is new when no document had it. */
    enter(text: string): number {
      const before = ids.get(text)
      if (before !== undefined) return before
      const typed = analysis.typed(text)
      const word: Word = {
        id: nextId++,
        text,
        typed,
        letters: lettersOf(typed),
        isStopWord: analysis.isStopWord(text),
        term: analysis.term(text),
        parts: NONE,
        isForgotten: false,
      }
      ids.set(text, word.id)
      byId[word.id] = word
      changed.add(text)
      entered.push(word)
      link(word)
      return word.id
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
    /** The compounds whose parts are others now, with the terms of those parts. */
    *staleParts(): Steps<Map<Word, readonly string[]>> {
      const stale = new Map<Word, readonly string[]>()
      const links = analysis.compoundLinks
      // What is too short for a part of a compound changes none.
      for (const text of changed) if (text.length < MIN_PART) changed.delete(text)
      let looked = 0
      for (const [text, id] of links && changed.size > 0 ? ids : []) {
        looked++
        if (looked % WORDS_AT_ONCE === 0) yield
        if (text.length < 2 * MIN_PART || !mayHaveChanged(text)) continue
        const word = wordOf(id) as Word
        const found = compoundParts(text, links ?? [], (part) => ids.has(part))
        const terms = new Set(found.map((part) => wordOf(ids.get(part) as number)?.term ?? part))
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

/** The table, or one with the same at its beginning that has room for as many again. */
function longEnough(table: Uint32Array | undefined, length: number): Uint32Array {
  if (table && table.length >= length) return table
  const longer = new Uint32Array(2 * length)
  if (table) longer.set(table)
  return longer
}

export type Vocabulary = ReturnType<typeof createVocabulary>
