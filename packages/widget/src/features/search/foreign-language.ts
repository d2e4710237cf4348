import { sameLanguage } from '../../foundation/same-language.js'

/**
 * What a language calls itself, as `українська`; nothing where the reader reads it anyway. A tag may
 * say more than there are names for (https://tc39.es/ecma402/#sec-isvaliddisplaynamescode).
 */
export const foreignLanguage = (tag: string, reader: string) =>
  sameLanguage(tag, reader)
    ? undefined
    : new Intl.DisplayNames([tag], { type: 'language' }).of(new Intl.Locale(tag).baseName)
