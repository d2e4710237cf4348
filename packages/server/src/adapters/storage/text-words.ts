import { createAnalysis } from '../search/analysis/analysis.js'
import { fold } from '../search/analysis/fold.js'
import { languageOf } from '../search/analysis/languages.js'
import { wordsOf } from '../search/analysis/words.js'

/**
 * Words with signs between them; a longer one than any address is none. Begins only where a word
 * does, or a long run of letters would be tried from each of them.
 */
const JOINED = /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+(?:[-@._+/][\p{L}\p{N}\p{M}]+)+/gu
const MOST_LETTERS = 254

/** A question of more words is told apart well enough by its first ones. */
const MOST_WORDS = 24

/** The little words of all of them: in which language somebody looks, nobody says. */
const LANGUAGES = ['en', 'sv', 'da', 'nb', 'uk', 'de', 'fr', 'es', 'pt', 'ru', 'pl']
const analyses = LANGUAGES.map((language) => createAnalysis(languageOf(language)))

/** So few letters begin too many words to tell anything. */
const TOO_FEW = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{M}]{1,2}$/u

/** One word that somebody looks for. */
export interface SoughtWord {
  readonly text: string
  /** An address or a number with signs in it, which is found as it is or not at all. */
  readonly isWhole: boolean
  /** It stands last, and more of it may have been to come. */
  readonly isBegun: boolean
}

/** The addresses and numbers with signs in them, `asa@example.com` and `wp-1042`, each as one. */
export function wholesOf(text: string): string[] {
  return [...text.matchAll(JOINED)]
    .map(([joined]) => joined)
    .filter(isWhole)
    .map(plain)
}

/**
 * The words that a question looks for, each once, at most 24. Little ones, as `the`, are left out where
 * others are left: they stand in every text.
 */
export function soughtWordsOf(question: string): readonly SoughtWord[] {
  const sought = new Map<string, boolean>()
  const add = (word: string, whole: boolean) => {
    // Said again, it moves to the end: the last word is the one that is being written.
    if (sought.delete(word) || sought.size < MOST_WORDS) sought.set(word, whole)
  }
  let from = 0
  for (const { 0: joined, index } of question.matchAll(JOINED)) {
    if (!isWhole(joined)) continue
    for (const { text } of wordsOf(question.slice(from, index))) add(text, false)
    add(plain(joined), true)
    from = index + joined.length
  }
  for (const { text } of wordsOf(question.slice(from))) add(text, false)
  const words = [...sought].map(
    ([text, whole], at): SoughtWord => ({
      text,
      isWhole: whole,
      isBegun: at === sought.size - 1 && !whole && !TOO_FEW.test(text),
    }),
  )
  const telling = words.filter(({ text }) => !isLittle(text))
  return telling.length > 0 ? telling : words
}

function isLittle(word: string): boolean {
  return analyses.some((analysis) => analysis.isStopWord(word))
}

function isWhole(joined: string): boolean {
  return joined.length <= MOST_LETTERS && /[@\p{N}]/u.test(joined)
}

/** Unicode takes some signs for a space and a mark, and some for whole sentences. */
function plain(joined: string): string {
  const folded = fold(joined.normalize('NFKC').toLowerCase())
  return folded.replace(/\s+/g, '').slice(0, MOST_LETTERS)
}
