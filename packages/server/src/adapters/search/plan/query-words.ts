import type { Analysis } from '../analysis/analysis.js'
import { type TextWord, wordsOf } from '../analysis/words.js'
import type { Lexicon } from './lexicon.js'

/** A word of the query with what the index needs to know of it. */
export interface QueryWord {
  readonly word: TextWord
  readonly place: number
  readonly term: string
  readonly isStopWord: boolean
  /** Still being typed: nothing follows it, not even a space. */
  readonly isOpen: boolean
  /** Neighbours that documents write as one with it, as "log in" and "login". */
  readonly joined: readonly string[]
  readonly occurrences: number
}

/** The words of a query in order, each once. */
export function queryWords(text: string, analysis: Analysis, lexicon: Lexicon): QueryWord[] {
  const words = [...wordsOf(text)]
  const found = new Map<string, QueryWord>()
  words.forEach((word, place) => {
    // Known words have their term already; stemming is what costs here.
    const known = lexicon.find(word.text)
    const term = known?.term ?? analysis.term(word.text)
    if (term === '') return
    const earlier = found.get(term)
    const joined = [joinedTerm(words[place - 1], word), joinedTerm(word, words[place + 1])]
    found.set(term, {
      word: earlier?.word ?? word,
      place: earlier?.place ?? place,
      term,
      isStopWord: analysis.isStopWord(word.text),
      isOpen: earlier === undefined && word.end === text.length && place === words.length - 1,
      joined: [...(earlier?.joined ?? []), ...joined.filter((other) => other !== undefined)],
      occurrences: (earlier?.occurrences ?? 0) + 1,
    })
  })
  return [...found.values()]

  function joinedTerm(first?: TextWord, second?: TextWord): string | undefined {
    if (!first || !second || second.start - first.end !== 1) return undefined
    if (first.text.length + second.text.length < 5) return undefined
    if (analysis.isStopWord(first.text) && analysis.isStopWord(second.text)) return undefined
    return lexicon.find(first.text + second.text)?.term
  }
}
