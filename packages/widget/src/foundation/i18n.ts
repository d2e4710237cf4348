import type { Messages } from '@waypost/sdk/contract'
import type { WholeCatalogue as Catalogue, MessageKey, ValuesOf } from './catalogue.js'
import { languageOf, ourLanguage } from './languages.js'
import { en } from './messages/en.js'

/** Says messages in one language. */
export interface Translator {
  /** BCP 47, of the words: `en` where there are no words in the language asked for. */
  locale: string
  t: <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key, string | number>) => string
  /** As `t`, but in pieces, for a message that holds more than text. */
  parts: <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key, unknown>) => unknown[]
  /** English words that a page fetched later, which may be a second copy of us. */
  learn: (more: English) => void
}

/** English comes along with what it is for; every other language is fetched whole. */
const catalogues: Record<string, () => Promise<Catalogue>> = {
  sv: async () => (await import('./messages/sv.js')).sv as Catalogue,
  da: async () => (await import('./messages/da.js')).da as Catalogue,
  nb: async () => (await import('./messages/nb.js')).nb as Catalogue,
  uk: async () => (await import('./messages/uk.js')).uk as Catalogue,
}

/** The language nearest to a BCP 47 tag that has words, ours or the host's. */
export function nearestLanguage(tag: string, own: Messages = {}): string {
  const language = languageOf(tag)
  if (Object.hasOwn(own, language)) return language
  const ours = ourLanguage(language)
  return Object.hasOwn(catalogues, ours) ? ours : 'en'
}

const words = { ...en } as Catalogue

export const englishWith = (own?: Messages) => createTranslator('en', words, own)

export const english = englishWith()

/** Some messages in English. */
export type English = Partial<Catalogue<'one' | 'other'>>

/** Teaches the words of what is fetched when it is wanted, before they are shown. */
export function addEnglish(more: English): void {
  Object.assign(words, more)
}

/** Fetches the words of a language; English, when they cannot be had. The host's come before ours. */
export async function loadTranslator(language: string, own?: Messages): Promise<Translator> {
  try {
    const load = catalogues[ourLanguage(language)]
    return createTranslator(language, load ? await load() : words, own)
  } catch {
    return englishWith(own)
  }
}

export function createTranslator(
  locale: string,
  catalogue: Catalogue,
  { [locale]: own }: Messages = {},
): Translator {
  // Either takes a browser longer than all else that opening does: made with the first number that
  // cannot be written, or chosen for, without.
  let numbers: Intl.NumberFormat | undefined
  let plurals: Intl.PluralRules | undefined
  const isPlain = (n: number) => /^(en|sv|da|nb)$/.test(locale) && /^\d{1,3}$/.test(`${n}`)
  const write = (n: number) =>
    isPlain(n) ? `${n}` : (numbers ??= new Intl.NumberFormat(locale)).format(n)
  const formOf = (n: number) =>
    isPlain(n) ? one(n) : (plurals ??= new Intl.PluralRules(locale)).select(n)

  function parts(key: MessageKey, values: Readonly<Record<string, unknown>> = {}): unknown[] {
    // What a language has in a file of its own may not have come yet.
    const message = own?.[key] || catalogue[key] || words[key]
    const text =
      typeof message === 'string' ? message : (message[formOf(Number(values.n))] ?? message.other)
    return `${text}`.split(/\{(\w+)\}/).map((piece, index) => {
      const value = index % 2 ? values[piece] : piece
      return typeof value === 'number' ? write(value) : value
    })
  }
  return {
    locale,
    parts,
    t: (key, ...values) => parts(key, ...values).join(''),
    learn: addEnglish,
  }
}

const one = (n: number) => (n === 1 ? 'one' : 'other')
