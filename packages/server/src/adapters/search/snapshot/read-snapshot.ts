import { crc32 } from 'node:zlib'
import type { SearchDocument } from '../../../domain/knowledge/search-index.js'
import type { Entry } from '../index/entry.js'
import type { Vocabulary } from '../index/vocabulary.js'
import type { KnownWord } from '../index/word.js'
import { digestOf } from './digest-of.js'
import { type KeptArticle, type KeptWords, PREFIX, type SnapshotHead } from './snapshot-format.js'
import { decodeVarints } from './varints.js'

/** What an index has made of the articles of a locale before. */
export interface Snapshot {
  readonly site: string
  readonly locale: string
  /** How many articles it knows. */
  readonly size: number
  /** How many words these hold. */
  readonly words: number
  /** What reading the document would make, or nothing where it is new or not what it was. */
  read(number: number, document: SearchDocument, vocabulary: Vocabulary): Entry | undefined
}

const NONE: readonly string[] = []
/** Numbers that are kept together: thousands of small tables cost more than what they hold. */
const SLAB = 65_536

/** Throws, for people, why bytes cannot be used: they are damaged, or made by another version. */
export function readSnapshot(bytes: Buffer, made: string): Snapshot {
  const head = readHead(bytes, made)
  const [wordBytes, articleBytes, placeBytes] = head.sections
  const articlesAt = bytes.length - placeBytes - articleBytes
  const kept: KeptWords = JSON.parse(bytes.toString('utf8', articlesAt - wordBytes, articlesAt))
  const listed: KeptArticle[] = JSON.parse(
    bytes.toString('utf8', articlesAt, articlesAt + articleBytes),
  )
  const articles = new Map<string, { article: KeptArticle; at: number }>()
  let at = articlesAt + articleBytes
  for (const article of listed) {
    articles.set(article[0], { article, at })
    at += article[6]
  }
  const stopWords = new Set(kept.stopWords)
  /** The numbers that words have in the vocabulary by now, plus one. */
  const entered = new Uint32Array(kept.texts.length)
  let forgotten = 0

  let slab = new Uint32Array(0)
  function take(length: number): Uint32Array {
    if (length > slab.length) slab = new Uint32Array(Math.max(length, SLAB))
    const taken = slab.subarray(0, length)
    slab = slab.subarray(length)
    return taken
  }

  function enter(place: number, vocabulary: Vocabulary): number {
    const text = kept.texts[place] as string
    const known: KnownWord = {
      typed: other(kept.typed[place], text),
      term: other(kept.terms[place], text),
      isStopWord: stopWords.has(place),
      rank: kept.ranks[place] as number,
      parts: kept.parts[place] || NONE,
    }
    return vocabulary.enter(text, known).id + 1
  }

  return {
    site: head.site,
    locale: head.locale,
    size: articles.size,
    words: kept.texts.length,
    read(number, document, vocabulary) {
      const found = articles.get(document.articleId)
      if (found?.article[1] !== digestOf(document)) return undefined
      const [, , title, keywords, summary, text] = found.article
      const words = title + keywords + summary + text
      const all = take(words + 2 * text)
      decodeVarints(bytes, found.at, all)
      if (vocabulary.forgotten !== forgotten) {
        // A word that was forgotten, with the only article that held it, has its number no more.
        forgotten = vocabulary.forgotten
        entered.fill(0)
      }
      for (let i = 0; i < words; i++) {
        const place = all[i] as number
        if (entered[place] === 0) entered[place] = enter(place, vocabulary)
        all[i] = (entered[place] as number) - 1
      }
      const starts = all.subarray(words, words + text)
      const ends = all.subarray(words + text)
      let start = 0
      for (let i = 0; i < text; i++) {
        const step = starts[i] as number
        start += step & 1 ? -(step + 1) / 2 : step / 2
        starts[i] = start
        ends[i] = start + (ends[i] as number)
      }
      return {
        ...{ number, document, starts, ends },
        title: all.subarray(0, title),
        keywords: all.subarray(title, title + keywords),
        summary: all.subarray(title + keywords, words - text),
        text: all.subarray(words - text, words),
      }
    },
  }
}

function other(kept: string | 0 | undefined, text: string): string {
  return kept === 0 || kept === undefined ? text : kept
}

function readHead(bytes: Buffer, made: string): SnapshotHead {
  if (bytes.length < PREFIX || crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0)) {
    throw new Error('it is damaged')
  }
  const head: SnapshotHead = JSON.parse(
    bytes.toString('utf8', PREFIX, PREFIX + bytes.readUInt32LE(4)),
  )
  if (head.made !== made) throw new Error('another version has written it')
  return head
}
