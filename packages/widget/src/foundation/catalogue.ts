import type { en } from './messages/en.js'
import type { enPages } from './messages/en-pages.js'

type English = typeof en & typeof enPages

export type MessageKey = keyof English

/**
 * The messages of one locale. English says which there are; `Forms` are the plural forms that the
 * language has, so neither a message nor a form can be missing.
 */
export type Catalogue<Forms extends Intl.LDMLPluralRule = Intl.LDMLPluralRule> = {
  readonly [Key in MessageKey]: English[Key] extends string
    ? string
    : Readonly<Record<Forms, string>>
}

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

type NamesOf<Key extends MessageKey> = English[Key] extends string ? Names<English[Key]> : 'n'

/** What a message must be given: nothing, or a value for each name in it. */
export type ValuesOf<Key extends MessageKey, Value> = [NamesOf<Key>] extends [never]
  ? []
  : [Readonly<Record<NamesOf<Key>, Value>>]
