import type { enAnswers } from './answers/en.js'
import type { en } from './en.js'

type English = typeof en

export type MessageKey = keyof English

/**
 * The messages of one language. English says which there are; `Forms` are the plural forms that the
 * language has, so neither a message nor a form can be missing.
 */
export type Catalogue<Forms extends Intl.LDMLPluralRule = Intl.LDMLPluralRule> = {
  readonly [Key in MessageKey]: English[Key] extends string
    ? string
    : Readonly<Record<Forms, string>>
}

/** Those of the fields that a site adds to the form. */
export type Answers<Forms extends Intl.LDMLPluralRule> = Pick<
  Catalogue<Forms>,
  keyof typeof enAnswers
>

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

type NamesOf<Key extends MessageKey> = English[Key] extends string
  ? Names<English[Key]>
  : English[Key] extends { readonly other: infer Other extends string }
    ? Names<Other> | 'n'
    : never

/** What a message must be given: nothing, or a value for each name in it. */
export type ValuesOf<Key extends MessageKey> = [NamesOf<Key>] extends [never]
  ? []
  : [Readonly<Record<NamesOf<Key>, string | number>>]
