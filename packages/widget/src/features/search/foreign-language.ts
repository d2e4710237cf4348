import { sameLanguage } from '../../foundation/same-language.js'

/** What a language calls itself, as `Українська`; empty where the reader reads it anyway. */
export function foreignLanguage(tag: string, reader: string): string {
  if (sameLanguage(tag, reader)) return ''
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(tag))
}
