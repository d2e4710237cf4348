import { sameLanguage } from '../../foundation/same-language.js'

/** What a language calls itself, as `українська`; nothing where the reader reads it anyway. */
export const foreignLanguage = (tag: string, reader: string) =>
  sameLanguage(tag, reader) ? undefined : new Intl.DisplayNames([tag], { type: 'language' }).of(tag)
