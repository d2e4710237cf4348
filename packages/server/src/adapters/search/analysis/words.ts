/** A word of a text: how it is searched, and where it stands (UTF-16 offsets, end exclusive). */
export interface TextWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘][\p{L}\p{N}\p{M}]+)*/gu
const NOT_WORD = /[^\p{L}\p{N}\p{M}'ʼ’‘]+/gu
const APOSTROPHE = /['’‘ʼ]/g
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Longer words are keys, hashes or noise: the beginning tells them apart well enough. */
const MAX_LENGTH = 48

/**
 * The words of a text in order: runs of letters, digits and marks in lower case and Unicode's NFKC,
 * apostrophes as `'`. Scripts without spaces give overlapping pairs of characters.
 */
export function* wordsOf(text: string): Generator<TextWord> {
  for (const match of text.matchAll(WORD)) {
    const raw = match[0]
    const start = match.index
    if (raw.charCodeAt(0) > 0xdff && UNSPACED_RUN.test(raw)) {
      UNSPACED_RUN.lastIndex = 0
      yield* unspacedWords(raw, start)
    } else {
      UNSPACED_RUN.lastIndex = 0
      const word = normalise(raw)
      if (word !== '') yield { text: word, start, end: start + raw.length }
    }
  }
}

function normalise(raw: string): string {
  const word = raw.normalize('NFKC').toLowerCase()
  return word.replace(NOT_WORD, '').replace(APOSTROPHE, "'").slice(0, MAX_LENGTH)
}

/** Splits a run that mixes scripts, as in `Wi-Fiを設定`; every stretch without spaces gives its pairs. */
function* unspacedWords(raw: string, start: number): Generator<TextWord> {
  let from = 0
  for (const match of raw.matchAll(UNSPACED_RUN)) {
    if (match.index > from) yield* plainWord(raw.slice(from, match.index), start + from)
    yield* pairs(match[0], start + match.index)
    from = match.index + match[0].length
  }
  if (from < raw.length) yield* plainWord(raw.slice(from), start + from)
}

function* plainWord(raw: string, start: number): Generator<TextWord> {
  const word = normalise(raw)
  if (word !== '') yield { text: word, start, end: start + raw.length }
}

function* pairs(raw: string, start: number): Generator<TextWord> {
  const characters = [...raw]
  let at = start
  if (characters.length === 1) yield* plainWord(raw, start)
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = `${characters[i]}${characters[i + 1]}`
    yield* plainWord(pair, at)
    at += (characters[i] as string).length
  }
}
