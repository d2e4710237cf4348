import type { Entry } from '../index/entry.js'
import type { KeptArticle, SnapshotSections } from './snapshot-format.js'
import { decodeVarints } from './varints.js'

/** Numbers that are kept together: thousands of small tables cost more than what they hold. */
const SLAB = 65_536

type Texts = Omit<Entry, 'number' | 'document'>

/** Gives the texts of articles by their number, which are read when they are first looked at. */
export function createKeptTexts({
  articles,
  places,
}: Pick<SnapshotSections, 'articles' | 'places'>) {
  const bytes = places as Uint8Array
  const begins = new Uint32Array(articles.length)
  let sum = 0
  for (const [number, article] of articles.entries()) {
    begins[number] = sum
    sum += article[7]
  }

  let slab = new Uint32Array(0)
  function room(length: number): Uint32Array {
    if (length > slab.length) slab = new Uint32Array(Math.max(length, SLAB))
    const taken = slab.subarray(0, length)
    slab = slab.subarray(length)
    return taken
  }

  function read(number: number): Texts {
    const [, , , title, keywords, summary, text] = articles[number] as KeptArticle
    const words = title + keywords + summary + text
    const all = room(words + 2 * text)
    decodeVarints(bytes, begins[number] as number, all)
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
      title: all.subarray(0, title),
      keywords: all.subarray(title, title + keywords),
      summary: all.subarray(title + keywords, words - text),
      text: all.subarray(words - text, words),
      ...{ starts, ends },
    }
  }

  return (number: number) => new KeptTexts(number, read)
}

/** A class, as ten thousand of them are made at a start, and each getter as a closure costs. */
class KeptTexts implements Texts {
  readonly number: number
  readonly #read: (number: number) => Texts
  #texts: Texts | undefined

  constructor(number: number, read: (number: number) => Texts) {
    this.number = number
    this.#read = read
  }

  get #own(): Texts {
    this.#texts ??= this.#read(this.number)
    return this.#texts
  }

  get title() {
    return this.#own.title
  }
  get keywords() {
    return this.#own.keywords
  }
  get summary() {
    return this.#own.summary
  }
  get text() {
    return this.#own.text
  }
  get starts() {
    return this.#own.starts
  }
  get ends() {
    return this.#own.ends
  }
}
