import { hash } from 'node:crypto'
import type { Batch, Sum, Sums } from './whole-storage.js'

const BYTES = 6
const MODULUS = 2 ** (8 * BYTES)

/**
 * Adds up collections as their records come: how many, and the sum of 48 bits of each record's
 * SHA-256. Two that agree hold the same records, in whatever order.
 */
export function createSums() {
  const sums = new Map<string, { records: number; sum: number }>()

  return {
    add({ collection, records }: Batch): void {
      const so = sums.get(collection) ?? { records: 0, sum: 0 }
      for (const record of records) {
        so.sum = (so.sum + hash('sha256', record, 'buffer').readUIntBE(0, BYTES)) % MODULUS
      }
      so.records += records.length
      sums.set(collection, so)
    },

    all(): Sums {
      return new Map(Array.from(sums, ([name, so]) => [name, toSum(so)]))
    },
  }
}

/** The first collection in which two differ. */
export function differenceOf(a: Sums, b: Sums): string | undefined {
  const names = new Set([...a.keys(), ...b.keys()])
  return [...names].find((name) => {
    const [left, right] = [a.get(name), b.get(name)]
    return left?.records !== right?.records || left?.checksum !== right?.checksum
  })
}

function toSum({ records, sum }: { records: number; sum: number }): Sum {
  return { records, checksum: sum.toString(16).padStart(2 * BYTES, '0') }
}
