import type { Analysis } from '../analysis/analysis.js'
import { correctedText } from './corrected-text.js'
import type { Lexicon } from './lexicon.js'
import { plainOf } from './plain-of.js'
import type { QueryGroup, QueryPlan } from './query-plan.js'
import { type QueryWord, queryWords } from './query-words.js'
import { withStandIns } from './stand-ins.js'
import type { Synonyms } from './synonyms.js'

/** Longer queries are drafts: what they are about stands in their most informative words. */
const MAX_WORDS = 14
const MAX_STOP_WORDS = 12
/** UTF-16 code units; what is longer names no article. */
const MAX_PHRASE = 300

/** Decides which terms a query looks for, and with which weights. Any word may match. */
export function planQuery(
  text: string,
  analysis: Analysis,
  lexicon: Lexicon,
  synonyms: Synonyms,
): QueryPlan {
  const words = queryWords(text, analysis, lexicon, synonyms)
  const informative = words.filter((word) => !word.isStopWord)
  const stopWords = words.filter((word) => word.isStopWord).slice(0, MAX_STOP_WORDS)
  const asked = informative.length > 0 ? mostInformative(informative, lexicon) : stopWords
  const groups = asked.map((word) => withStandIns(word, analysis, lexicon, synonyms))
  return {
    groups: groups.filter((group) => group.terms.size > 0),
    stopWords: informative.length > 0 ? stopWords.map(asItIs) : [],
    asked: informative.length || stopWords.length,
    phrase: words.length > 1 && text.length <= MAX_PHRASE ? plainOf(text) : '',
    didYouMean: correctedText(text, groups),
  }
}

/** Of a draft the words that are rare in the index and frequent in the draft; of a question all. */
function mostInformative(words: readonly QueryWord[], lexicon: Lexicon): readonly QueryWord[] {
  if (words.length <= MAX_WORDS) return words
  const rated = words.map((word) => {
    const documents = lexicon.documentsWith(word.term) || (word.synonyms.size > 0 ? 1 : 0)
    return { word, rate: documents > 0 ? (1 + Math.log(word.occurrences)) / documents : 0 }
  })
  return rated
    .filter(({ rate }) => rate > 0)
    .sort((a, b) => b.rate - a.rate)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word)
    .sort((a, b) => a.place - b.place)
}

function asItIs({ word, place, term }: QueryWord): QueryGroup {
  return { word, place, terms: new Map([[term, 1]]) }
}
