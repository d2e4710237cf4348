import type { en } from './messages/en.js'
import type { enEducation } from './messages/en-education.js'
import type { enFormMore } from './messages/en-form-more.js'
import type { enPages } from './messages/en-pages.js'
import type { enTour } from './messages/en-tour.js'
import type { enUploads } from './messages/en-uploads.js'

/** What every other language has in one file. */
type First = typeof en & typeof enPages

/** What has a file of its own in every language: few come to it. */
type Apart = typeof enEducation & typeof enFormMore & typeof enTour & typeof enUploads

type English = First & Apart

export type MessageKey = keyof English

/** Some messages in one locale; `Forms` are the plural forms that its language has. */
export type Translated<Words, Forms extends Intl.LDMLPluralRule> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Readonly<Record<Forms, string>>
}

/**
 * The messages that come with a locale. English says which there are, so neither a message nor a
 * form can be missing.
 */
export type Catalogue<Forms extends Intl.LDMLPluralRule = Intl.LDMLPluralRule> = Translated<
  First,
  Forms
>

/** All of them, as a translator has them once everything has come. */
export type WholeCatalogue<Forms extends Intl.LDMLPluralRule = Intl.LDMLPluralRule> = Translated<
  English,
  Forms
>

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never

type NamesOf<Key extends MessageKey> = English[Key] extends string ? Names<English[Key]> : 'n'

/** What a message must be given: nothing, or a value for each name in it. */
export type ValuesOf<Key extends MessageKey, Value> = [NamesOf<Key>] extends [never]
  ? []
  : [Readonly<Record<NamesOf<Key>, Value>>]
