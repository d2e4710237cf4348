import type { Entry } from '../index/entry.js'

/** Words after which a place counts a third. */
const FADES = 50
/** What comes after so many words is no opening. */
const READ = 250
const WORTH = Float64Array.from({ length: READ }, (_, at) => Math.exp(-at / FADES))
/** A title or a keyword names what many articles touch; the first words tell what one is about. */
const HEADING = 0.6

/**
 * How much of the query stands where an article says what it is about, from 0 to 1: at the beginning
 * of the summary or the text, in a keyword or in the title, which is worth as much when it `isNamed` by the whole query.
 * `groups` are those of each word, as bits.
 */
export function openingShare(
  { title, keywords, summary, text }: Entry,
  groups: Uint32Array,
  shares: readonly number[],
  isNamed: boolean,
): number {
  const worth = new Float64Array(shares.length)
  for (const id of title) raise(groups[id] as number, isNamed ? 1 : HEADING, worth)
  for (const id of keywords) raise(groups[id] as number, HEADING, worth)
  for (const ids of [summary, text]) {
    let before = 0
    for (let at = 0; at < ids.length && at < READ; at++) {
      const bits = (groups[ids[at] as number] as number) & ~before
      before |= bits
      raise(bits, WORTH[at] as number, worth)
    }
  }
  return shares.reduce((sum, share, g) => sum + share * (worth[g] as number), 0)
}

function raise(bits: number, to: number, worth: Float64Array): void {
  for (let g = 0, rest = bits; rest !== 0; g++, rest >>>= 1) {
    if (rest & 1 && to > (worth[g] as number)) worth[g] = to
  }
}
