/** Shorter parts would split words at random. */
export const MIN_PART = 4
/** A part that stands for the word alone. */
const MIN_LONE_PART = 5
/** What is left of the word is more than an ending. */
const MIN_REST = 3

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

/**
 * What is known of a compound that does not split whole: its longest beginning, and its longest end
 * after that. A part is longer here, as nothing confirms it: most words begin like another one.
 */
export function knownEnds(word: string, isWord: (part: string) => boolean): string[] {
  const start = startOf(word, isWord)
  const end = endOf(word, start?.length ?? MIN_REST, isWord)
  return [start, end].filter((part) => part !== undefined)
}

/**
 * The beginning that is known of a compound and the rest after it, without what links the two: each
 * way to take it, the rest as long as a part that stands alone.
 */
export function restsAfter(start: string, word: string, links: readonly string[]): string[] {
  const rest = word.slice(start.length)
  const rests = links.flatMap((link) => (rest.startsWith(link) ? rest.slice(link.length) : []))
  return rests.filter(({ length }) => length >= MIN_LONE_PART)
}

function startOf(word: string, isWord: (part: string) => boolean): string | undefined {
  for (let at = word.length - MIN_REST; at >= MIN_LONE_PART; at--) {
    const start = word.slice(0, at)
    if (isWord(start)) return start
  }
  return undefined
}

function endOf(word: string, from: number, isWord: (part: string) => boolean): string | undefined {
  for (let at = from; at <= word.length - MIN_LONE_PART; at++) {
    const end = word.slice(at)
    if (isWord(end)) return end
  }
  return undefined
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
