import type { ExcerptPart } from '@waypost/sdk/contract'
import { PICTURE } from '../../../foundation/plain-text.js'
import { wordsOf } from '../analysis/words.js'
import type { Entry } from '../index/entry.js'
import { bestPassage, blockStart, NEXT_BLOCK } from './best-passage.js'
import { type Cut, cutAround } from './cut.js'

const LENGTH = 160
/** A quoted answer may be a short paragraph. */
const QUOTE_LENGTH = 320
export const QUOTE = { length: QUOTE_LENGTH, isQuote: true }

/** After these nothing needs to tell that something else begins. */
const ENDED = /[\p{Sentence_Terminal}…:;,、：；，]["'”’»)\]」』）]*$/u

/** Which words light up, and how much of the query each group of them is. */
export interface ExcerptQuery {
  isMatch(text: string): boolean
  readonly matched: Uint32Array
  readonly shares: readonly number[]
}

/**
 * The passage that tells why a document was found, with the words that matched marked; the summary
 * or the beginning where its text holds none. `…` stands for what was left out.
 */
export function excerptOf(entry: Entry, query: ExcerptQuery): ExcerptPart[] {
  return passageOf(entry, query, LENGTH)
}

/** The paragraph of a document that answers the query, or as much of it as is read at a glance. */
export function quotedFrom(entry: Entry, query: ExcerptQuery): ExcerptPart[] {
  const { text } = entry.document
  const passage = bestPassage(entry, query.matched, query.shares, QUOTE)
  if (!passage) return []
  const from = blockStart(text, passage.start)
  const [after = ''] = text.slice(passage.end).split(NEXT_BLOCK)
  const block = text.slice(from, passage.end + after.length)
  const within = { start: passage.start - from, end: passage.end - from }
  return marked(block, cutAround(block, within, QUOTE_LENGTH), query)
}

function passageOf(entry: Entry, query: ExcerptQuery, length: number): ExcerptPart[] {
  const { summary, text } = entry.document
  const passage = bestPassage(entry, query.matched, query.shares, { length })
  if (passage) return marked(text, cutAround(text, passage, length), query)
  const shown = summary?.trim() ? summary : text
  return marked(shown, cutAround(shown, { start: 0, end: 0 }, length), query)
}

function marked(text: string, cut: Cut, { isMatch }: ExcerptQuery): ExcerptPart[] {
  const shown = text.slice(cut.start, cut.end)
  // By character, as pairs of characters and words with hyphens overlap.
  const matches = new Array<boolean>(shown.length).fill(false)
  for (const word of wordsOf(shown)) {
    if (isMatch(word.text)) matches.fill(true, word.start, word.end)
  }
  const parts: ExcerptPart[] = []
  let from = 0
  for (let at = 1; at <= shown.length; at++) {
    if (at < shown.length && matches[at] === matches[from]) continue
    parts.push({ text: inOneLine(shown, from, at), match: matches[from] === true })
    from = at
  }
  return withEllipses(parts, cut.start > 0, cut.end < text.length)
}

const GAP = new RegExp(`[\\s${PICTURE}]+`, 'g')

/** A piece of a text in one line: a dot stands where a heading, a list item or a cell ended. */
function inOneLine(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(GAP, (gap, offset: number) => {
    const start = from + offset
    const end = start + gap.length
    const isBorder = NEXT_BLOCK.test(gap) && start > 0 && end < text.length
    return isBorder && !ENDED.test(text.slice(0, start)) ? ' · ' : ' '
  })
}

function withEllipses(parts: ExcerptPart[], before: boolean, after: boolean): ExcerptPart[] {
  const [first] = parts
  const last = parts.at(-1)
  if (first && !first.match) first.text = first.text.trimStart()
  if (last && !last.match) last.text = last.text.trimEnd()
  if (before) {
    if (first && !first.match) first.text = `…${first.text}`
    else parts.unshift({ text: '…', match: false })
  }
  if (after) {
    if (last && !last.match) last.text += '…'
    else parts.push({ text: '…', match: false })
  }
  return parts.filter((part) => part.text !== '')
}
