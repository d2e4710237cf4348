import type { NumberTable } from './number-table.js'

/** How often documents hold a term, by document, ascending, in tables that many terms share. */
export interface FrequencyTables {
  readonly documents: NumberTable
  readonly frequencies: NumberTable
}

/**
 * What MiniSearch keeps of one term in one field, in place of a `Map` for each of a hundred thousand
 * of them: a stretch of two tables, and what has changed since. It does what MiniSearch asks of the
 * map, and costs a tenth to make.
 */
export class Frequencies {
  readonly #tables: FrequencyTables
  readonly #from: number
  readonly #to: number
  /** What was set since; 0 stands for what was deleted. */
  #changes: Map<number, number> | undefined
  size: number

  constructor(tables: FrequencyTables, from: number, to: number) {
    this.#tables = tables
    this.#from = from
    this.#to = to
    this.size = to - from
  }

  get(document: number): number | undefined {
    const changed = this.#changes?.get(document)
    if (changed !== undefined) return changed === 0 ? undefined : changed
    const { documents, frequencies } = this.#tables
    let low = this.#from
    let high = this.#to
    while (low < high) {
      const middle = (low + high) >> 1
      if ((documents[middle] as number) < document) low = middle + 1
      else high = middle
    }
    return low < this.#to && documents[low] === document ? frequencies[low] : undefined
  }

  has(document: number): boolean {
    return this.get(document) !== undefined
  }

  set(document: number, frequency: number): this {
    if (!this.has(document)) this.size++
    this.#changes ??= new Map()
    this.#changes.set(document, frequency)
    return this
  }

  delete(document: number): boolean {
    if (!this.has(document)) return false
    this.size--
    this.#changes ??= new Map()
    this.#changes.set(document, 0)
    return true
  }

  forEach(take: (frequency: number, document: number) => void): void {
    const { documents, frequencies } = this.#tables
    const changes = this.#changes
    for (let at = this.#from; at < this.#to; at++) {
      const document = documents[at] as number
      if (changes?.has(document) !== true) take(frequencies[at] as number, document)
    }
    changes?.forEach((frequency, document) => {
      if (frequency > 0) take(frequency, document)
    })
  }

  *entries(): IterableIterator<[document: number, frequency: number]> {
    const all: [number, number][] = []
    this.forEach((frequency, document) => {
      all.push([document, frequency])
    })
    yield* all
  }

  *keys(): IterableIterator<number> {
    for (const [document] of this.entries()) yield document
  }

  [Symbol.iterator](): IterableIterator<[document: number, frequency: number]> {
    return this.entries()
  }
}
