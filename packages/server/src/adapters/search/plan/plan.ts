import type { Analysis } from '../analysis/analysis.js'
import { compoundParts } from '../analysis/compounds.js'
import { type TextWord, wordsOf } from '../analysis/words.js'
import type { Word } from '../index/word.js'
import type { Frequency, WordList } from './word-list.js'

/** One word of the query and all the terms that may stand for it. */
export interface QueryGroup {
  readonly word: TextWord
  /** Terms with their weights; 1 is the word itself. */
  readonly terms: ReadonlyMap<string, number>
  readonly isStopWord: boolean
  /** The word it was taken for, when it is not in the vocabulary. */
  readonly correction?: string | undefined
}

export interface QueryPlan {
  readonly groups: readonly QueryGroup[]
  readonly didYouMean?: string | undefined
}

/** What a plan is made from: the part of the vocabulary that the reader may know of. */
export interface PlanSources {
  readonly analysis: Analysis
  readonly words: WordList
  readonly frequency: Frequency
  /** How many documents hold a term, roughly; 0 means none. */
  readonly documentsWith: (term: string) => number
  readonly find: (text: string) => Word | undefined
  readonly documentCount: number
}

const COMPLETIONS = 8
const CORRECTIONS = 5
const MAX_WORDS = 14
const MAX_STOP_WORDS = 12

/** Decides which terms a query looks for, and with which weight. */
export function planQuery(text: string, sources: PlanSources): QueryPlan {
  const { analysis } = sources
  const unique = new Map<string, TextWord>()
  let last: TextWord | undefined
  for (const word of wordsOf(text)) {
    last = word
    const term = analysis.term(word.text)
    if (term !== '' && !unique.has(term)) unique.set(term, word)
  }
  const openEnd = last !== undefined && last.end === text.length ? last : undefined
  const stops: QueryGroup[] = []
  const words: [string, TextWord][] = []
  for (const [term, word] of unique) {
    const known = sources.documentsWith(term) > 0
    if (analysis.isStopWord(word.text)) {
      if (known) stops.push({ word, terms: new Map([[term, 1]]), isStopWord: true })
    } else words.push([term, word])
  }
  const groups = mostInformative(words, sources).map(([term, word]) =>
    groupOf(term, word, word === openEnd, sources),
  )
  return {
    groups: [...groups.filter((group) => group.terms.size > 0), ...stops.slice(0, MAX_STOP_WORDS)],
    didYouMean: correctedText(text, groups),
  }
}

/** Of a whole draft the rarest words that the index knows, in their order; of a question all. */
function mostInformative(words: [string, TextWord][], sources: PlanSources): [string, TextWord][] {
  if (words.length <= MAX_WORDS) return words
  const known = words
    .map(([term, word], place) => ({ term, word, place, documents: sources.documentsWith(term) }))
    .filter((entry) => entry.documents > 0)
    .sort((a, b) => a.documents - b.documents)
    .slice(0, MAX_WORDS)
  return known.sort((a, b) => a.place - b.place).map(({ term, word }) => [term, word])
}

function groupOf(term: string, word: TextWord, isOpen: boolean, sources: PlanSources): QueryGroup {
  const { analysis, frequency } = sources
  const terms = new Map<string, number>()
  let correction: string | undefined
  const add = (candidate: string, weight: number) => {
    terms.set(candidate, Math.max(weight, terms.get(candidate) ?? 0))
  }
  if (sources.documentsWith(term) > 0) {
    add(term, 1)
    return { word, terms, isStopWord: false }
  }
  const typed = analysis.typed(word.text)
  const parts = compoundParts(word.text, analysis.compoundLinks ?? [''], (part) => {
    const known = sources.find(part)
    return known !== undefined && frequency(known) > 0
  })
  for (const part of parts) add(analysis.term(part), 0.6)
  if (isOpen) {
    for (const found of sources.words.completions(typed, COMPLETIONS, frequency)) {
      add(found.term, 0.9 * (typed.length / found.typed.length) ** 0.3)
    }
  }
  if (terms.size === 0) {
    const reach = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0
    if (reach > 0) {
      const near = sources.words.nearest(typed, reach, CORRECTIONS, frequency)
      for (const found of near) add(found.word.term, 0.8 / Math.max(1, found.distance))
      correction = near[0]?.word.text
    }
  }
  return { word, terms, isStopWord: false, correction }
}

function correctedText(text: string, groups: readonly QueryGroup[]): string | undefined {
  const corrected = groups.filter((group) => group.correction !== undefined)
  if (corrected.length === 0) return undefined
  let result = ''
  let from = 0
  for (const { word, correction } of corrected) {
    result += text.slice(from, word.start) + correction
    from = word.end
  }
  return result + text.slice(from)
}
