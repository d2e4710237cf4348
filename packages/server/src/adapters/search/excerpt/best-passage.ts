import type { Entry } from '../index/entry.js'
import { shareOf } from '../score/find-candidates.js'

/** A passage of the text from its first matching word to its last (UTF-16 offsets, end exclusive). */
export interface Passage {
  readonly start: number
  readonly end: number
  /** The groups of the query that it holds. */
  readonly bits: number
}

/** The first stretch of at most `length` characters that holds most of the query, if any does. */
export function bestPassage(
  entry: Entry,
  matched: Uint32Array,
  shares: readonly number[],
  length: number,
): Passage | undefined {
  const window: { start: number; bits: number }[] = []
  let best: Passage | undefined
  let bestShare = 0
  entry.text.forEach((word, at) => {
    const bits = matched[word.id] as number
    if (bits === 0) return
    const start = entry.starts[at] as number
    const end = start + word.text.length
    window.push({ start, bits })
    while (end - (window[0]?.start ?? start) > length && window.length > 1) window.shift()
    const held = window.reduce((all, hit) => all | hit.bits, 0)
    const share = shareOf(held, shares)
    if (share <= bestShare) return
    bestShare = share
    best = { start: window[0]?.start ?? start, end, bits: held }
  })
  return best
}
