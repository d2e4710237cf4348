import type { RichText } from '@waypost/sdk/contract'
import { nearestLocale } from '../../../domain/knowledge/nearest-locale.js'
import type { Desk } from './desk.js'
import {
  isMarkdown,
  isWords,
  languagesOf,
  type MarkdownWords,
  textIn,
  type Words,
} from './schemas/words.js'
import type { Path } from './yaml-value.js'

/** An authored value with its words in one language. */
export type InLanguage<T> = T extends MarkdownWords
  ? RichText
  : T extends Words
    ? string
    : T extends readonly (infer U)[]
      ? InLanguage<U>[]
      : T extends object
        ? { [K in keyof T]: InLanguage<T[K]> }
        : T

export interface Languages<T> {
  /** Every language that some of its words are in; none where all are the same in all. */
  readonly locales: readonly string[]
  /** The whole in a language: what is not written in it, in the nearest that there is. */
  read(locale: string): InLanguage<T>
}

/** Takes an authored value apart by its languages; says what is written in some of them alone. */
export function byLanguage<T>(authored: T, desk: Desk): Languages<T> {
  const all = [...wordsWithin(authored, [])]
  const locales = [...new Set(all.flatMap(({ words }) => languagesOf(words) ?? []))]
  const bodies = new Map<Words, Map<string | undefined, RichText>>()
  for (const { words, path } of all) {
    const own = languagesOf(words)
    tellMissing(own, path)
    if (!isMarkdown(words)) continue
    const body = (locale: string | undefined) => {
      const place = locale === undefined ? path : [...path, locale]
      return desk.markdown(textIn(words, locale), place)
    }
    bodies.set(words, new Map((own ?? [undefined]).map((locale) => [locale, body(locale)])))
  }
  return { locales, read: (locale) => readIn(authored, locale) as InLanguage<T> }

  function readIn(value: unknown, locale: string): unknown {
    if (isWords(value)) {
      const own = languagesOf(value)
      const at = own && nearestLocale(locale, own, own[0] ?? locale)
      return isMarkdown(value) ? (bodies.get(value)?.get(at) ?? []) : textIn(value, at)
    }
    if (Array.isArray(value)) return value.map((item) => readIn(item, locale))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, readIn(part, locale)]),
    )
  }

  function tellMissing(own: readonly string[] | undefined, path: Path): void {
    const missing = own ? locales.filter((locale) => !own.includes(locale)) : []
    if (missing.length === 0) return
    const name = path.join('.')
    const message = `${name} is not written in ${missing.join(', ')}, though other words here are; readers will see it in another language.`
    desk.warn(message, path)
  }
}

function* wordsWithin(value: unknown, path: Path): Generator<{ words: Words; path: Path }> {
  if (isWords(value)) yield { words: value, path }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      yield* wordsWithin(part, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
}
