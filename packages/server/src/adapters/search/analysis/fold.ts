const PLAIN = /^[a-z0-9]*$/
const LATIN_MARKS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu
const LOOSE_MARKS = /[\u0300-\u036f]+/g
const SPECIAL = /[øæœłßđðþıёґ]/g

/** Letters that Unicode does not take apart, with what people type for them. */
const REPLACEMENTS = new Map([
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ё', 'е'],
  ['ґ', 'г'],
])

/**
 * The word without diacritics, for people who type without å, ø or é. Cyrillic й and ї are letters
 * of their own and stay. Fold after stemming: to a stemmer å and a differ.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .replace(LOOSE_MARKS, '')
    .replace(SPECIAL, (letter) => REPLACEMENTS.get(letter) ?? letter)
}
