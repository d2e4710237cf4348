import type { Analysis } from '../analysis/analysis.js'
import { compoundParts, knownEnds, restsAfter } from '../analysis/compounds.js'
import type { Lexicon } from './lexicon.js'
import type { QueryGroup } from './query-plan.js'
import type { QueryWord } from './query-words.js'
import { runTogether } from './run-together.js'
import type { Synonyms } from './synonyms.js'

const COMPLETIONS = 8
const CORRECTIONS = 5

const JOINED_WEIGHT = 0.8
const PART_WEIGHT = 0.8
const KNOWN_PART_WEIGHT = 0.6
/** The rest of the word was asked for, too, and no article has it. */
const LONE_PART_WEIGHT = 0.5
const MISTYPED_PART_WEIGHT = 0.4
const RUN_TOGETHER_WEIGHT = 0.6
const COMPLETION_WEIGHT = 0.9
/** A word that exists may still be the beginning of another, but less likely. */
const LONGER_WORD_WEIGHT = 0.2
const CORRECTION_WEIGHT = 0.8
/** Words that go on where the stem ends, as "masquage" beside "masquer", are of one family. */
const FAMILY = 12
/** The words of a family are related, and rarely mean the same. */
export const FAMILY_WEIGHT = 0.15
/** Shorter stems begin words that have nothing to do with each other. */
const FAMILY_STEM = 6

/**
 * The terms that may stand for a word. Only what no document has is completed or corrected:
 * guesses about known words drown what was asked.
 */
export function withStandIns(
  queryWord: QueryWord,
  analysis: Analysis,
  lexicon: Lexicon,
  synonyms: Synonyms,
): QueryGroup {
  const { word, place, term, isOpen } = queryWord
  const { wordList, frequency } = lexicon
  const typed = analysis.typed(word.text)
  const terms = new Map<string, number>()
  const group = { word, place, terms }
  const add = (candidate: string, weight: number) =>
    terms.set(candidate, Math.max(weight, terms.get(candidate) ?? 0))

  const addSynonyms = (of: ReadonlyMap<string, number> | undefined, share = 1) => {
    for (const [synonym, weight] of of ?? []) {
      if (lexicon.documentsWith(synonym) > 0) add(synonym, weight * share)
    }
  }
  /** What the operator says a word means it means in a compound, too. */
  const addPart = (part: string, weight: number) => {
    const own = analysis.term(part)
    if (lexicon.documentsWith(own) > 0) add(own, weight)
    addSynonyms(synonyms.ofWord(part), weight)
  }

  for (const joined of queryWord.joined) add(joined, JOINED_WEIGHT)
  addSynonyms(queryWord.synonyms)
  if (lexicon.documentsWith(term) > 0) {
    add(term, 1)
    for (const part of lexicon.find(word.text)?.parts ?? []) add(part, KNOWN_PART_WEIGHT)
    const longer = isOpen ? wordList.completions(typed, COMPLETIONS, frequency) : []
    for (const { term } of longer) add(term, LONGER_WORD_WEIGHT)
    const isLong = term.length >= FAMILY_STEM
    const family = isLong ? wordList.completions(term, FAMILY, frequency) : []
    for (const { term } of family) add(term, FAMILY_WEIGHT)
    return group
  }

  /** The word that a part of a compound is, also where it is typed without å or ø. */
  const known = (part: string): string | undefined => {
    if (lexicon.find(part) !== undefined || synonyms.ofWord(part) !== undefined) return part
    return isPlain ? wordList.typedAs(part, frequency)?.text : undefined
  }
  const isPlain = analysis.compoundLinks !== undefined && typed === word.text
  const isKnown = (part: string) => known(part) !== undefined
  const isTelling = (part: string) => isKnown(part) && !analysis.isStopWord(part)
  const addKnown = (part: string, weight: number) => addPart(known(part) ?? part, weight)
  for (const part of compoundParts(word.text, analysis.compoundLinks ?? [''], isKnown)) {
    addKnown(part, PART_WEIGHT)
  }
  if (isOpen) {
    for (const completed of wordList.completions(typed, COMPLETIONS, frequency)) {
      const share = typed.length / completed.typed.length
      add(completed.term, COMPLETION_WEIGHT * share ** 0.3)
    }
  }
  if (terms.size > 0) return group
  const apart = runTogether(word.text, lexicon)
  for (const part of apart) add(part, RUN_TOGETHER_WEIGHT)

  const reach = queryWord.isStopWord ? 0 : reachOf(typed)
  if (reach === 0) return group
  const near = wordList.nearest(typed, reach, CORRECTIONS, frequency)
  const likely =
    near.length === 0 && isOpen
      ? wordList.nearestBeginnings(typed, 1, CORRECTIONS, frequency)
      : near
  for (const { word, distance } of likely) {
    add(word.term, CORRECTION_WEIGHT / Math.max(1, distance))
  }
  if (terms.size === 0 && analysis.compoundLinks) {
    const ends = knownEnds(word.text, isTelling)
    for (const part of ends) addKnown(part, LONE_PART_WEIGHT)
    const [start = ''] = ends
    // With one end known the other one may be mistyped.
    const isBegun = ends.length === 1 && word.text.startsWith(start)
    for (const rest of isBegun ? restsAfter(start, word.text, analysis.compoundLinks) : []) {
      const [nearest] = wordList.nearest(analysis.typed(rest), 1, 1, frequency)
      if (nearest && !nearest.word.isStopWord) add(nearest.word.term, MISTYPED_PART_WEIGHT)
    }
    return { ...group, isPart: true }
  }
  return { ...group, correction: apart.length > 0 ? undefined : near[0]?.word.text }
}

/** How many edits a word may be away. Codes and figures mean what they say. */
function reachOf(typed: string): number {
  if (typed.length < 4 || /\p{N}/u.test(typed)) return 0
  return typed.length < 8 ? 1 : 2
}
