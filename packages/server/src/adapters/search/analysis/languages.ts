import { danish } from './danish.js'
import { english } from './english.js'
import { french } from './french.js'
import { german } from './german.js'
import type { Language } from './language.js'
import { norwegian } from './norwegian.js'
import { polish } from './polish.js'
import { portuguese } from './portuguese.js'
import { russian } from './russian.js'
import { spanish } from './spanish.js'
import { swedish } from './swedish.js'
import { ukrainian } from './ukrainian.js'

/** By base language. A stemmer for the wrong language is worse than none, so nothing is guessed. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['sv', swedish],
  ['da', danish],
  ['nb', norwegian],
  ['nn', norwegian],
  ['no', norwegian],
  ['uk', ukrainian],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['pt', portuguese],
  ['ru', russian],
  ['pl', polish],
])

const ANY_LANGUAGE: Language = { stem: (word) => word, stopWords: '' }

/** The language of a BCP 47 locale; words of an unknown language are only folded. */
export function languageOf(locale: string): Language {
  const [base = ''] = locale.toLowerCase().split(/[-_]/)
  return LANGUAGES.get(base) ?? ANY_LANGUAGE
}
