import { describe, expect, it } from 'vitest'
import { declareTable, type StoredRecord } from './records.js'
import { createTable } from './table.js'

interface Parcel extends StoredRecord {
  readonly shelves: readonly string[]
  readonly weight: string
}

const parcelTable = declareTable<Parcel>()({
  name: 'parcels',
  indexes: {
    born: { keys: () => [''] },
    shelf: { keys: (parcel) => parcel.shelves, order: (parcel) => parcel.weight },
  },
})

const at = (second: number) => new Date(second * 1000).toISOString()

function parcel(id: string, change: Partial<Parcel> = {}): Parcel {
  return { id, createdAt: at(0), shelves: ['a'], weight: '5', ...change }
}

const ids = (page: { items: readonly Parcel[] }) => page.items.map(({ id }) => id)

describe('table', () => {
  it('lists by the order of the index, ties by id', () => {
    const table = createTable(parcelTable)
    for (const [id, weight] of ['d5', 'b5', 'a9', 'c1'].map((x) => [x, x.slice(1)] as const)) {
      table.put(parcel(id, { weight }))
    }
    expect(ids(table.list('shelf', 'a', { limit: 9 }))).toEqual(['c1', 'b5', 'd5', 'a9'])
    const down = table.list('shelf', 'a', { limit: 9, direction: 'descending' })
    expect(ids(down)).toEqual(['a9', 'd5', 'b5', 'c1'])
  })

  it('moves a record whose key or order has changed', () => {
    const table = createTable(parcelTable)
    table.put(parcel('x', { shelves: ['a', 'b'] }))
    table.put(parcel('y'))
    table.put(parcel('x', { shelves: ['b', 'c'], weight: '9' }))
    expect(ids(table.list('shelf', 'a', { limit: 9 }))).toEqual(['y'])
    expect(ids(table.list('shelf', 'b', { limit: 9 }))).toEqual(['x'])
    table.put(parcel('y', { weight: '7', shelves: ['b'] }))
    expect(ids(table.list('shelf', 'b', { limit: 9 }))).toEqual(['y', 'x'])
    expect(['a', 'b', 'c'].map((key) => table.count('shelf', key))).toEqual([0, 2, 1])
  })

  it('stands once under a key that the record names twice', () => {
    const table = createTable(parcelTable)
    table.put(parcel('x', { shelves: ['a', 'a'] }))
    table.put(parcel('y', { shelves: ['a', 'a'] }))
    expect(table.count('shelf', 'a')).toBe(2)
    table.delete('x')
    table.delete('y')
    expect(table.count('shelf', 'a')).toBe(0)
  })

  it('goes on from a position whose record has been deleted', () => {
    const table = createTable(parcelTable)
    for (const id of ['a', 'b', 'c', 'd']) table.put(parcel(id))
    const { next } = table.list('born', '', { limit: 2 })
    table.delete('b')
    expect(ids(table.list('born', '', { limit: 2, after: next ?? '' }))).toEqual(['c', 'd'])
  })

  it('ends the last page with null, also when it is full', () => {
    const table = createTable(parcelTable)
    for (const id of ['a', 'b']) table.put(parcel(id))
    expect(table.list('born', '', { limit: 2 }).next).toBeNull()
    expect(table.list('born', 'nobody', { limit: 2 })).toEqual({ items: [], next: null })
  })

  it('knows whose end has come', () => {
    const table = createTable(parcelTable)
    table.put(parcel('late', { expiresAt: at(30) }))
    table.put(parcel('early', { expiresAt: at(10) }))
    table.put(parcel('lasting'))
    expect(table.listExpired(at(9), 9)).toEqual([])
    expect(table.listExpired(at(30), 9).map(({ id }) => id)).toEqual(['early', 'late'])
    expect(table.listExpired(at(30), 1).map(({ id }) => id)).toEqual(['early'])
    table.put(parcel('early'))
    expect(table.listExpired(at(30), 9).map(({ id }) => id)).toEqual(['late'])
  })

  it('agrees with a naive model through 20,000 random steps', () => {
    const random = seededRandom(20261121)
    const pick = (n: number) => Math.floor(random() * n)
    const table = createTable(parcelTable)
    const model = new Map<string, Parcel>()
    for (let step = 0; step < 20_000; step += 1) {
      const id = `p${pick(3000)}`
      if (pick(4) === 0) {
        table.delete(id)
        model.delete(id)
      } else {
        const shelves = ['a', 'b', 'c'].filter(() => pick(2) === 0)
        const record = parcel(id, { shelves, weight: String(pick(60)), createdAt: at(pick(900)) })
        table.put(record)
        model.set(id, record)
      }
      if (step % 500 === 0) compareWith(model)
    }
    compareWith(model)

    function compareWith(expected: ReadonlyMap<string, Parcel>) {
      expect(table.size).toBe(expected.size)
      const key = 'abc'[pick(3)] as string
      const sorted = [...expected.values()]
        .filter(({ shelves }) => shelves.includes(key))
        .sort((a, b) => (a.weight < b.weight || (a.weight === b.weight && a.id < b.id) ? -1 : 1))
      expect(table.count('shelf', key)).toBe(sorted.length)
      expect(table.first('shelf', key)).toBe(sorted[0])
      for (const direction of ['ascending', 'descending'] as const) {
        const wanted = direction === 'ascending' ? sorted : sorted.toReversed()
        expect(pagesOf(key, 1 + pick(400), direction)).toEqual(wanted)
      }
    }

    function pagesOf(key: string, limit: number, direction: 'ascending' | 'descending') {
      const found: Parcel[] = []
      let after: string | undefined
      do {
        const page = table.list('shelf', key, { limit, direction, after })
        found.push(...page.items)
        after = page.next ?? undefined
      } while (after)
      return found
    }
  })

  it('keeps 200,000 records under one key in order, wherever they come in', () => {
    const table = createTable(parcelTable)
    for (let i = 0; i < 200_000; i += 1) {
      table.put(parcel(`p${i}`, { weight: String((i * 7919) % 200_000).padStart(6, '0') }))
    }
    expect(table.count('shelf', 'a')).toBe(200_000)
    const { items } = table.list('shelf', 'a', { limit: 3, direction: 'descending' })
    expect(items.map(({ weight }) => weight)).toEqual(['199999', '199998', '199997'])
  })
})

/** mulberry32: small, and the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
