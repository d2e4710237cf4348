import type { Analysis } from '../analysis/analysis.js'
import { type TextWord, wordsOf } from '../analysis/words.js'
import type { Lexicon } from './lexicon.js'
import type { Synonyms } from './synonyms.js'

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
  /** Terms that the operator says mean it, or a phrase that it stands in, with their weights. */
  readonly synonyms: Map<string, number>
  occurrences: number
}

/** The words of a query in order, each once. */
export function queryWords(
  text: string,
  analysis: Analysis,
  lexicon: Lexicon,
  synonyms: Synonyms,
): QueryWord[] {
  const words = [...wordsOf(text)]
  // Known words have their term already; stemming is what costs here.
  const terms = words.map(({ text }) => lexicon.find(text)?.term ?? analysis.term(text))
  const found = new Map<string, QueryWord>()
  words.forEach((word, place) => {
    const term = terms[place] ?? ''
    if (term === '') return
    const isOpen = word.end === text.length && place === words.length - 1
    const queryWord = found.get(term) ?? {
      ...{ word, place, term, isOpen, occurrences: 0 },
      isStopWord: analysis.isStopWord(word.text),
      joined: new Set(),
      synonyms: new Map(),
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
  addSynonyms(terms, found, synonyms)
  return [...found.values()]
}

function addSynonyms(
  terms: readonly string[],
  found: ReadonlyMap<string, QueryWord>,
  synonyms: Synonyms,
): void {
  terms.forEach((first, place) => {
    for (const phrase of synonyms.beginningWith(first)) {
      if (phrase.terms.some((term, i) => terms[place + i] !== term)) continue
      for (const term of phrase.terms) {
        const own = found.get(term)?.synonyms
        for (const [standIn, weight] of phrase.standIns) {
          own?.set(standIn, Math.max(weight, own.get(standIn) ?? 0))
        }
      }
    }
  })
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
