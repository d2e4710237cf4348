import type { Audience } from '@waypost/sdk/contract'
import type { Lexicon } from '../plan/lexicon.js'
import type { WordList } from '../plan/word-list.js'
import type { Vocabulary } from './vocabulary.js'
import type { Word } from './word.js'

/**
 * The vocabulary as one reader may know it: a word that stands only in documents of other
 * audiences is unknown, or corrections and completions would tell of it.
 */
export function createLexicon(
  vocabulary: Vocabulary,
  wordList: WordList,
  readable: ReadonlySet<Audience>,
): Lexicon {
  const numbers = [...vocabulary.audiences].flatMap(([audience, number]) =>
    readable.has(audience) ? number : [],
  )

  const frequency = (word: Word) => vocabulary.frequency(word, numbers)

  return {
    frequency,
    wordList,
    find(text) {
      const word = vocabulary.find(text)
      return word && frequency(word) > 0 ? word : undefined
    },
    documentsWith(term) {
      let sum = 0
      for (const word of vocabulary.withTerm(term)) sum += frequency(word)
      return sum
    },
  }
}
