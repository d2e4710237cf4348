import type { Analysis } from '../analysis/analysis.js'
import { type TextWord, wordsOf } from '../analysis/words.js'
import type { Lexicon } from './lexicon.js'

/** A word of the query with what the index needs to know of it. */
export interface QueryWord {
  readonly word: TextWord
  /** Which word of the query it is, from 0. */
  readonly place: number
  readonly term: string
  readonly isStopWord: boolean
  /** Still being typed: nothing follows it, not even a space. */
  readonly isOpen: boolean
  /** Terms of it and a neighbour written as one, where documents do: "log in" and "login". */
  readonly joined: Set<string>
  occurrences: number
}

/** The words of a query in order, each once. */
export function queryWords(text: string, analysis: Analysis, lexicon: Lexicon): QueryWord[] {
  const words = [...wordsOf(text)]
  const found = new Map<string, QueryWord>()
  words.forEach((word, place) => {
    // Known words have their term already; stemming is what costs here.
    const term = lexicon.find(word.text)?.term ?? analysis.term(word.text)
    if (term === '') return
    const isOpen = word.end === text.length && place === words.length - 1
    const queryWord = found.get(term) ?? {
      ...{ word, place, term, isOpen, occurrences: 0 },
      isStopWord: analysis.isStopWord(word.text),
      joined: new Set(),
    }
    found.set(term, queryWord)
    queryWord.occurrences++
    for (const joined of [
      joinedTerm(words[place - 1], word, analysis, lexicon),
      joinedTerm(word, words[place + 1], analysis, lexicon),
    ]) {
      if (joined !== undefined) queryWord.joined.add(joined)
    }
  })
  return [...found.values()]
}

function joinedTerm(
  first: TextWord | undefined,
  second: TextWord | undefined,
  { isStopWord }: Analysis,
  lexicon: Lexicon,
): string | undefined {
  if (!first || !second || second.start - first.end !== 1) return undefined
  if (first.text.length + second.text.length < 5) return undefined
  if (isStopWord(first.text) && isStopWord(second.text)) return undefined
  return lexicon.find(first.text + second.text)?.term
}
