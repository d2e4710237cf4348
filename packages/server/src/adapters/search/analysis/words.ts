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
/** Nearly all words of our languages: letters that Unicode's NFKC leaves as they are. */
const STABLE =
  /^[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0400-\u045f\u0490\u0491]+$/
const DIGIT = /\p{N}/u

/** Longer words are keys, hashes or noise: the beginning tells them apart well enough. */
const MAX_LENGTH = 48

/**
 * The words of a text in order: runs of letters, digits and marks in lower case and Unicode's NFKC,
 * apostrophes as `'`. Words joined by a hyphen follow once more as one, so that "e-mail" and
 * "email" meet. Scripts without spaces give overlapping pairs of characters.
 */
export function wordsOf(text: string): TextWord[] {
  const words: TextWord[] = []
  let before: TextWord | undefined
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const start = match.index
    if (hasUnspacedScript(raw)) {
      before = undefined
      for (const part of unspacedParts(raw)) {
        const own = wordOf(part.text, start + part.start)
        if (own) words.push(own)
      }
      continue
    }
    const own = wordOf(raw, start)
    if (!own) continue
    words.push(own)
    if (before && isHyphenated(text, before, own)) {
      const joined = `${before.text}${own.text}`.slice(0, MAX_LENGTH)
      words.push({ text: joined, start: before.start, end: own.end })
    }
    before = own
  }
  return words
}

function wordOf(raw: string, start: number): TextWord | undefined {
  const text = STABLE.test(raw) ? raw.toLowerCase() : normal(raw)
  return text === ''
    ? undefined
    : { text: text.slice(0, MAX_LENGTH), start, end: start + raw.length }
}

function normal(raw: string): string {
  return raw.normalize('NFKC').toLowerCase().replace(NOT_WORD, '').replace(APOSTROPHE, "'")
}

/** Dates and ranges have hyphens too, but nobody writes their figures as one. */
function isHyphenated(text: string, before: TextWord, own: TextWord): boolean {
  // Nearly all words have a space between them: this is asked for each of them.
  if (own.start - before.end !== 1 || text.charCodeAt(before.end) === 32) return false
  if (!HYPHEN.test(text.slice(before.end, own.start))) return false
  return !DIGIT.test(before.text) && !DIGIT.test(own.text)
}
