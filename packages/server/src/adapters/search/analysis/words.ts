import { hasUnspacedScript, unspacedParts } from './unspaced.js'

/** A word of a text: how it is searched, and where it stands (UTF-16 offsets, end exclusive). */
export interface TextWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘][\p{L}\p{N}\p{M}]+)*/gu
const NOT_WORD = /[^\p{L}\p{N}\p{M}'ʼ’‘]+/gu
const APOSTROPHE = /['’‘ʼ]/g
const HYPHEN = /^[-\u2010\u2011]$/
const DIGIT = /\p{N}/u

/** Longer words are keys, hashes or noise: the beginning tells them apart well enough. */
const MAX_LENGTH = 48

/**
 * The words of a text in order: runs of letters, digits and marks in lower case and Unicode's NFKC,
 * apostrophes as `'`. Words joined by a hyphen follow once more as one, so that "e-mail" and
 * "email" meet. Scripts without spaces give overlapping pairs of characters.
 */
export function* wordsOf(text: string): Generator<TextWord> {
  let before: TextWord | undefined
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const start = match.index
    if (hasUnspacedScript(raw)) {
      before = undefined
      for (const part of unspacedParts(raw)) {
        yield* word(part.text, start + part.start)
      }
      continue
    }
    for (const own of word(raw, start)) {
      yield own
      if (before && isHyphenated(text, before, own)) {
        const joined = `${before.text}${own.text}`.slice(0, MAX_LENGTH)
        yield { text: joined, start: before.start, end: own.end }
      }
      before = own
    }
  }
}

function* word(raw: string, start: number): Generator<TextWord> {
  const text = raw.normalize('NFKC').toLowerCase().replace(NOT_WORD, '').replace(APOSTROPHE, "'")
  if (text !== '') yield { text: text.slice(0, MAX_LENGTH), start, end: start + raw.length }
}

/** Dates and ranges have hyphens too, but nobody writes their figures as one. */
function isHyphenated(text: string, before: TextWord, own: TextWord): boolean {
  if (!HYPHEN.test(text.slice(before.end, own.start))) return false
  return !DIGIT.test(before.text) && !DIGIT.test(own.text)
}
