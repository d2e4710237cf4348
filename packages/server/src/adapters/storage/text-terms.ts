import { type Analysis, createAnalysis } from '../search/analysis/analysis.js'
import type { Language } from '../search/analysis/language.js'
import { languageOf } from '../search/analysis/languages.js'
import { wordsOf } from '../search/analysis/words.js'
import { type SoughtWord, wholesOf } from './text-words.js'

/** Words whose forms are remembered: stemming is what making terms would spend its time in. */
const REMEMBERED = 50_000

const UNKNOWN = languageOf('')

/**
 * What texts are found by: each word as it is typed, and what its forms share in the language of the
 * text, with the number of the language before it. A word that is looked for is tried in every
 * language that has come up, as nobody says in which one they look.
 */
export function createTextTerms() {
  const known = new Map<Language, ReturnType<typeof remembering>>()
  const any = remembering(createAnalysis(UNKNOWN), '')

  function formsIn(locale: string | undefined) {
    const language = languageOf(locale ?? '')
    if (language === UNKNOWN) return undefined
    const forms = known.get(language) ?? remembering(createAnalysis(language), `${known.size}:`)
    known.set(language, forms)
    return forms
  }

  return {
    /** All terms of a text, each once, with spaces between them. */
    termsOf(text: string, locale: string | undefined): string {
      const forms = formsIn(locale)
      const terms = new Set(wholesOf(text))
      for (const { text: word } of wordsOf(text)) {
        terms.add(any.typed(word))
        if (forms) terms.add(forms.term(word))
      }
      return [...terms].join(' ')
    },

    /** The terms any of which a word that is looked for may match. */
    alternatives({ text, isWhole }: SoughtWord): readonly string[] {
      if (isWhole) return [text]
      return [any.typed(text), ...[...known.values()].map(({ term }) => term(text))]
    },
  }
}

function remembering(analysis: Analysis, prefix: string) {
  const remember = (make: (word: string) => string) => {
    const made = new Map<string, string>()
    return (word: string): string => {
      let term = made.get(word)
      if (term === undefined) {
        if (made.size === REMEMBERED) made.clear()
        term = make(word)
        made.set(word, term)
      }
      return term
    }
  }
  return {
    typed: remember(analysis.typed),
    term: remember((word) => `${prefix}${analysis.term(word)}`),
  }
}
