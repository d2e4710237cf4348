import type { CountedTerms } from './count-terms.js'
import { Frequencies } from './frequencies.js'

type ByField = Map<number, Map<number, number> | Frequencies>

/**
 * What MiniSearch asks of its map of terms, over terms that were counted: what it keeps of one of them
 * is made when it is asked for. A tree of a hundred thousand terms takes a second to grow, and nearly
 * none is ever asked for.
 */
export function createTermTable({ terms, fields }: Pick<CountedTerms, 'terms' | 'fields'>) {
  /** What was asked for, and what is new. */
  const made = new Map<string, ByField>()
  /** Counted terms that no document holds any more. */
  const gone = new Set<string>()

  function make(term: string): ByField | undefined {
    const number = gone.has(term) ? undefined : terms.get(term)
    if (number === undefined) return undefined
    const found: ByField = new Map()
    for (const [field, { tables, ends }] of fields.entries()) {
      const from = number === 0 ? 0 : (ends[number - 1] as number)
      const to = ends[number] as number
      if (to > from) found.set(field, new Frequencies(tables, from, to))
    }
    made.set(term, found)
    return found
  }

  const get = (term: string) => made.get(term) ?? make(term)

  return {
    get,
    has: (term: string) => get(term) !== undefined,
    fetch(term: string, initial: () => ByField): ByField {
      const found = get(term) ?? initial()
      made.set(term, found)
      return found
    },
    delete(term: string): void {
      made.delete(term)
      if (terms.has(term)) gone.add(term)
    },
    *[Symbol.iterator](): IterableIterator<[string, ByField]> {
      for (const term of terms.keys()) get(term)
      yield* made
    },
  }
}

export type TermTable = ReturnType<typeof createTermTable>
