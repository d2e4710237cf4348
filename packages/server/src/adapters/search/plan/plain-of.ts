/** A text as one looks whether another holds it: one case, one space between words, no end of a sentence. */
export const plainOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
