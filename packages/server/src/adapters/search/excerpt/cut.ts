import { wordsOf } from '../analysis/words.js'

/** Made when it is asked for: a start would feel it. */
let graphemes: Intl.Segmenter | undefined
/** Further back no character that readers see as one begins, short of an attack on the reader. */
const LONGEST_GRAPHEME = 64
const SENTENCE_END = /[.!?…]["'”’)\]]?\s|[。！？\n]/g

/** A piece of a text (UTF-16 offsets, end exclusive). */
export interface Cut {
  readonly start: number
  readonly end: number
}

/**
 * Cuts about `length` characters out of a text around a passage: from the start of a sentence where
 * one is near, in whole words, and where there are none, in whole characters.
 */
export function cutAround(text: string, passage: Cut, length: number): Cut {
  const spare = Math.max(0, length - (passage.end - passage.start))
  const start = leadIn(text, passage.start, Math.min(spare, Math.floor(length / 3)))
  if (start + length >= text.length) return { start, end: text.length }
  let end = 0
  // One character more shows whether the last word goes on.
  for (const word of wordsOf(text.slice(start, start + length + 1))) {
    if (word.end <= length) end = word.end
  }
  const least = Math.min(passage.end, start + length)
  return { start, end: wholeCharacter(text, start + end < least ? start + length : start + end) }
}

function leadIn(text: string, first: number, reach: number): number {
  if (first <= reach) return 0
  const from = first - reach
  const before = text.slice(from, first)
  let sentence = 0
  for (const match of before.matchAll(SENTENCE_END)) sentence = match.index + match[0].length
  if (sentence > 0) return from + sentence
  // The first word may be the rest of one, the second is whole.
  const [, second] = wordsOf(before)
  return wholeCharacter(text, second ? from + second.start : first)
}

/** The offset, moved back where it is inside of what readers see as one character. */
function wholeCharacter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const from = Math.max(0, at - LONGEST_GRAPHEME)
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const around = graphemes.segment(text.slice(from, at + 2))
  return from + (around.containing(at - from)?.index ?? at - from)
}
