/** Characters that are kept of a query: more than any question has that is asked twice. */
const LONGEST = 100

/** An address of the web or of a person, a token, a number of an order: whatever a word hides. */
const TELLING_WORD = /@|:\/\/|^www\.|^(?=.*\d)[\w.~+/=-]{20,}$/i

/** Five digits and more, in any script, with what people put between them. */
const LONG_NUMBER =
  /[\p{L}\p{N}_#+-]*\p{Nd}(?:[\s().,/\u2010-\u2015-]{0,3}\p{Nd}){4,}[\p{L}\p{N}_-]*/gu

/**
 * A query as it may be kept: in lower case, on one line, cut to a length, without addresses, tokens
 * and long numbers. Empty where nothing else was in it. A name cannot be told from a word: it stays.
 */
export function keptQuery(text: string): string {
  const line = text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
  const bare = line
    .split(' ')
    .filter((word) => !TELLING_WORD.test(word))
    .join(' ')
    .replace(LONG_NUMBER, ' ')
  const words = bare.toLowerCase().replace(/\s+/g, ' ').trim()
  return [...words].slice(0, LONGEST).join('').trim()
}
