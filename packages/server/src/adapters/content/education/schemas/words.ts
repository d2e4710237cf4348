import { isLocale } from '@waypost/sdk/contract'
import * as v from 'valibot'

const said = Symbol('said')

/** What an author has written, once for all languages or once for each. */
type Said = string | Readonly<Record<string, string>>

/** Words that people read. */
export interface Words {
  readonly [said]: Said
}

/** Markdown that becomes rich text. */
export interface MarkdownWords extends Words {
  readonly isMarkdown: true
}

/** Told of a key that stands where a language should. */
export const NO_TAG = 'no language tag'

const OneText = v.pipe(v.string(), v.trim(), v.minLength(1))
const Tag = v.pipe(v.string(), v.check(isLocale, NO_TAG))
const Texts = v.union([OneText, v.pipe(v.record(Tag, OneText), v.minEntries(1))])

/** A text, or one for each language: `{ en: Send, sv: Skicka }`. */
export const Words = v.pipe(
  Texts,
  v.transform((text): Words => ({ [said]: canonical(text) })),
)

export const MarkdownWords = v.pipe(
  Texts,
  v.transform((text): MarkdownWords => ({ [said]: canonical(text), isMarkdown: true })),
)

/** For files that stand in the folder of a language: one text. */
export const Text = OneText

/** By language; `undefined` where one text is for all of them. */
export function languagesOf(words: Words): readonly string[] | undefined {
  const text = words[said]
  return typeof text === 'string' ? undefined : Object.keys(text)
}

/** What stands there in a language that it has; any language where it is the same in all. */
export function textIn(words: Words, locale: string | undefined): string {
  const text = words[said]
  return typeof text === 'string' ? text : (text[locale ?? ''] ?? '')
}

export function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && said in value
}

export function isMarkdown(words: Words): words is MarkdownWords {
  return 'isMarkdown' in words
}

/** Tags as `pt-BR`, so that they meet those of folders. */
function canonical(text: Said): Said {
  if (typeof text === 'string') return text
  const entries = Object.entries(text)
  return Object.fromEntries(
    entries.map(([tag, words]) => [Intl.getCanonicalLocales(tag)[0] ?? tag, words]),
  )
}
