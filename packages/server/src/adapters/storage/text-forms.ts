import { type Analysis, createAnalysis } from '../search/analysis/analysis.js'
import type { Language } from '../search/analysis/language.js'
import { languageOf } from '../search/analysis/languages.js'

const UNKNOWN = languageOf('')

/**
 * What makes forms of a word meet: the word as anybody can type it, and what its forms share in a
 * language. A word that is looked for is tried in every language that has come up, as nobody says in
 * which one they look.
 */
export function createTextForms() {
  const any = createAnalysis(UNKNOWN)
  const known = new Map<Language, Analysis>()

  function analysisOf(language: Language): Analysis {
    let analysis = known.get(language)
    if (!analysis) {
      analysis = createAnalysis(language)
      known.set(language, analysis)
    }
    return analysis
  }

  return {
    /** What a word of a text is found by. */
    formsIn(language: Language, word: string): readonly string[] {
      const typed = any.typed(word)
      return language === UNKNOWN ? named(typed) : named(typed, analysisOf(language).term(word))
    },

    /** What a word that is looked for may be found by; the word as it is typed comes first. */
    formsInAny(word: string): readonly string[] {
      return named(any.typed(word), ...[...known.values()].map(({ term }) => term(word)))
    },
  }
}

/** Each once; marks without a letter leave nothing. */
function named(...forms: string[]): readonly string[] {
  const [first] = forms
  // Nearly always there is one: this is asked for each word of what is written.
  if (forms.every((form) => form === first)) return first ? [first] : []
  return [...new Set(forms)].filter((form) => form !== '')
}
