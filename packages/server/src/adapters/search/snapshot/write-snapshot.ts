import { crc32 } from 'node:zlib'
import { type Entry, textsOf } from '../index/entry.js'
import type { Steps } from '../index/steps.js'
import type { Word } from '../index/word.js'
import { digestOf } from './digest-of.js'
import { type KeptArticle, type KeptWords, PREFIX, type SnapshotHead } from './snapshot-format.js'
import { encodeVarints } from './varints.js'

/** So many articles are some milliseconds of work. */
const ARTICLES_AT_ONCE = 50

export interface SnapshotSource extends Pick<SnapshotHead, 'made' | 'site' | 'locale'> {
  readonly entries: readonly Entry[]
  /** By number. */
  readonly words: ReadonlyArray<Word | undefined>
  /** The same in the order of `typed`. */
  readonly sorted: readonly Word[]
}

/** Writes down what the index has made of its articles; the parts of the file, in order. */
export function* writeSnapshot(source: SnapshotSource): Steps<readonly Uint8Array[]> {
  const { made, site, locale, entries, words } = source
  const placeOf = new Int32Array(words.length).fill(-1)
  const kept: Word[] = []
  const articles: KeptArticle[] = []
  const places: Uint8Array[] = []

  const placesOf = (ids: Uint32Array): Uint32Array =>
    ids.map((id) => {
      if (placeOf[id] === -1) placeOf[id] = kept.push(words[id] as Word) - 1
      return placeOf[id] as number
    })

  const placesIn = (entry: Entry): Uint8Array[] => {
    const { starts, ends } = entry
    const parts = [
      ...textsOf(entry).map(placesOf),
      starts.map((start, at) => zigzag(start - (at === 0 ? 0 : (starts[at - 1] as number)))),
      ends.map((end, at) => end - (starts[at] as number)),
    ]
    return parts.map(encodeVarints)
  }

  for (let from = 0; from < entries.length; from += ARTICLES_AT_ONCE) {
    const some: Uint8Array[] = []
    for (const entry of entries.slice(from, from + ARTICLES_AT_ONCE)) {
      const { document, title, keywords, summary, text } = entry
      const parts = placesIn(entry)
      some.push(...parts)
      articles.push([
        ...([document.articleId, digestOf(document)] as const),
        ...([title.length, keywords.length, summary.length, text.length] as const),
        bytesOf(parts),
      ])
    }
    places.push(Buffer.concat(some))
    yield
  }
  const wordParts = yield* partsOf(keptWords(kept, placeOf, source.sorted))
  const articlePart = Buffer.from(JSON.stringify(articles))
  yield
  const sections = [bytesOf(wordParts), articlePart.length, bytesOf(places)] as const
  const head: SnapshotHead = { made, site, locale, sections }
  const headPart = Buffer.from(JSON.stringify(head))
  const prefix = Buffer.alloc(PREFIX)
  prefix.writeUInt32LE(headPart.length, 4)
  const rest = [headPart, ...wordParts, articlePart, ...places]
  prefix.writeUInt32LE(rest.reduce((sum, part) => crc32(part, sum), crc32(prefix.subarray(4))))
  return [prefix, ...rest]
}

/** JSON of tens of thousands of words, one field after the other. */
function* partsOf(words: KeptWords): Steps<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for (const [name, value] of Object.entries(words)) {
    parts.push(Buffer.from(`${parts.length > 0 ? ',' : '{'}"${name}":${JSON.stringify(value)}`))
    yield
  }
  return [...parts, Buffer.from('}')]
}

function bytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

/** Small numbers for small steps back, too: a word joined by a hyphen begins before the last one. */
export function zigzag(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step
}

function keptWords(kept: readonly Word[], placeOf: Int32Array, sorted: readonly Word[]): KeptWords {
  const ranks = new Array<number>(kept.length).fill(0)
  let rank = -1
  let before: string | undefined
  for (const { id, typed } of sorted) {
    if (typed !== before) rank++
    before = typed
    const place = placeOf[id] ?? -1
    if (place >= 0) ranks[place] = rank
  }
  return {
    ranks,
    texts: kept.map(({ text }) => text),
    typed: kept.map(({ text, typed }) => (typed === text ? 0 : typed)),
    terms: kept.map(({ text, term }) => (term === text ? 0 : term)),
    parts: kept.map(({ parts }) => (parts.length === 0 ? 0 : parts)),
    stopWords: kept.flatMap(({ isStopWord }, place) => (isStopWord ? place : [])),
  }
}
