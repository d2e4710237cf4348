import { PICTURE } from '../../../foundation/plain-text.js'
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
  /** It is read on its own: it goes on in no other block, and describes no picture. */
  readonly isQuote?: boolean
}

/** The first stretch that holds most of the query, if any does. */
export function bestPassage(
  entry: Entry,
  matched: Uint32Array,
  shares: readonly number[],
  { length, isQuote = false }: PassageSearch,
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
    if (isQuote && NEXT_BLOCK.test(text.slice(last, start))) window = []
    if (isQuote && text.startsWith(PICTURE, blockStart(text, start))) continue
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

/** Where the block begins that holds a place of the text. */
export function blockStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !NEXT_BLOCK.test(text.charAt(start - 1))) start--
  return start
}
