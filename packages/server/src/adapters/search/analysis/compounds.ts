/** Shorter parts would split words at random. */
const MIN_PART = 4

/**
 * The two parts of a compound, the longest head first, or nothing where the word is none. A part is
 * a word of the same documents: they know their compounds better than a general dictionary.
 */
export function compoundParts(
  word: string,
  links: readonly string[],
  isWord: (part: string) => boolean,
): string[] {
  for (let at = word.length - MIN_PART; at >= MIN_PART; at--) {
    const tail = word.slice(at)
    if (!isWord(tail)) continue
    const head = headOf(word.slice(0, at), links, isWord)
    if (head !== undefined) return [head, tail]
  }
  return []
}

function headOf(
  text: string,
  links: readonly string[],
  isWord: (part: string) => boolean,
): string | undefined {
  for (const link of links) {
    const head = text.slice(0, text.length - link.length)
    if (head.length >= MIN_PART && text.endsWith(link) && isWord(head)) return head
  }
  return undefined
}
