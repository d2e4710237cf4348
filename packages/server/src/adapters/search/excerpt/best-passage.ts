import type { Entry } from '../index/entry.js'
import { shareOf } from '../score/find-candidates.js'

/** A passage of the text from its first matching word to its last (UTF-16 offsets, end exclusive). */
export interface Passage {
  readonly start: number
  readonly end: number
  /** The groups of the query that it holds. */
  readonly bits: number
}

/** As `plainTextOf` sets blocks, lines and cells apart. */
export const NEXT_BLOCK = /[\n\t]/

/** How a passage is looked for. */
export interface PassageSearch {
  /** UTF-16 code units at most. */
  readonly length: number
  /** It may not go on in the next block: what is quoted is read on its own. */
  readonly inOneBlock?: boolean
}

/** The first stretch that holds most of the query, if any does. */
export function bestPassage(
  entry: Entry,
  matched: Uint32Array,
  shares: readonly number[],
  { length, inOneBlock = false }: PassageSearch,
): Passage | undefined {
  const { text } = entry.document
  let window: { start: number; bits: number }[] = []
  let last = 0
  let best: Passage | undefined
  let bestShare = 0
  for (let at = 0; at < entry.text.length; at++) {
    const bits = matched[entry.text[at] as number] as number
    if (bits === 0) continue
    const start = entry.starts[at] as number
    const end = entry.ends[at] as number
    if (inOneBlock && NEXT_BLOCK.test(text.slice(last, start))) window = []
    last = end
    window.push({ start, bits })
    while (end - (window[0]?.start ?? start) > length && window.length > 1) window.shift()
    const held = window.reduce((all, hit) => all | hit.bits, 0)
    const share = shareOf(held, shares)
    if (share <= bestShare) continue
    bestShare = share
    best = { start: window[0]?.start ?? start, end, bits: held }
  }
  return best
}
