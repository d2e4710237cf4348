import type { KnownWords } from '../index/vocabulary.js'
import type { Word } from '../index/word.js'
import { lettersOf } from '../plan/letters.js'
import type { SnapshotSections } from './snapshot-format.js'

/** The words of a snapshot, each made when it is asked for: nearly none ever is. */
export function knownWords(
  sections: Pick<
    SnapshotSections,
    'words' | 'audiences' | 'holding' | 'begins' | 'termsOfWords' | 'stopWords'
  >,
): KnownWords & { readonly terms: ReadonlyMap<string, number> } {
  const { audiences, holding, begins, termsOfWords } = sections
  const { texts, typed, terms: names } = sections.words
  const stopWords = new Set(sections.stopWords)
  const terms = new Map<string, number>()
  for (const [number, term] of names.entries()) terms.set(term, number)
  const count = texts.length
  /** The words of term n stand in `wordsOfTerms` until `ends[n]`. */
  const ends = new Uint32Array(names.length + 1)
  const wordsOfTerms = new Uint32Array(termsOfWords.length)
  groupByTerm()

  function groupByTerm(): void {
    for (let at = 0; at < termsOfWords.length; at++) {
      const next = (termsOfWords[at] as number) + 1
      ends[next] = (ends[next] as number) + 1
    }
    for (let term = 1; term < ends.length; term++) {
      ends[term] = (ends[term] as number) + (ends[term - 1] as number)
    }
    // Where the words of each term begin: filling moves that to where they end.
    for (let id = 0; id < count; id++) {
      for (let at = begins[id] as number; at < (begins[id + 1] as number); at++) {
        const term = termsOfWords[at] as number
        wordsOfTerms[ends[term] as number] = id
        ends[term] = (ends[term] as number) + 1
      }
    }
  }

  return {
    texts,
    terms,
    holding: new Map(
      audiences.map((audience, at) => [
        audience,
        // Counted on in: a table of its own, in the widest numbers.
        Uint32Array.from(holding.subarray(at * count, (at + 1) * count)),
      ]),
    ),
    word(id: number): Word {
      const text = texts[id] as string
      const own = typed[id] || text
      const [term = 0, ...parts] = termsOfWords.subarray(begins[id], begins[id + 1])
      return {
        id,
        text,
        typed: own,
        letters: lettersOf(own),
        isStopWord: stopWords.has(id),
        term: names[term] as string,
        parts: parts.map((part) => names[part] as string),
        isForgotten: false,
      }
    },
    withTerm(term: string): ArrayLike<number> {
      const number = terms.get(term)
      if (number === undefined) return []
      return wordsOfTerms.subarray(number === 0 ? 0 : ends[number - 1], ends[number])
    },
  }
}
