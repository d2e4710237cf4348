import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import type { Storage } from '../storage.js'
import { addCounts, type ErasedCounts, nextDeletion } from './erase.js'
import type { Erasure } from './erasure-store.js'
import type { Traces } from './read-left.js'

export interface ErasuresDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  traces: Traces
  /** Takes away files whose records have ended. */
  sweepFiles(): Promise<unknown>
}

/**
 * Erases in steps, each of which is a transaction, and remembers how far it is: what was begun is
 * finished, also by another node or after a crash.
 */
export function createErasures({ storage, clock, newId, traces, sweepFiles }: ErasuresDeps) {
  /** One step; nothing where all of it is gone. */
  function step(id: string) {
    return storage.transaction(async (tx) => {
      const erasure = await tx.erasures.find(id)
      if (!erasure || erasure.customerIds.length === 0) return undefined
      const { deletion, customerIds } = await nextDeletion(tx, traces, erasure)
      deletion.write()
      tx.erasures.save({ ...erasure, customerIds })
      return deletion.counts
    })
  }

  /** The records are gone: now the files, and what the storage still remembers of either. */
  async function finish(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await sweepFiles()
    await storage.forgetDeleted?.()
    await storage.transaction(async (tx) => {
      for (const id of ids) tx.erasures.delete(id)
    })
  }

  return {
    /** To be saved with the deed that begins it. */
    begin(site: string, customerIds: readonly string[]): Erasure {
      return { id: newId('era'), createdAt: clock.now().toISOString(), site, customerIds }
    },

    /** Deletes everything of the customers that an erasure names; resolves when it is over. */
    async run(id: string): Promise<ErasedCounts> {
      let counts: ErasedCounts = {}
      for (;;) {
        const erased = await step(id)
        if (!erased) break
        counts = addCounts(counts, erased)
      }
      await finish([id])
      return counts
    },

    finish,

    /** Finishes what was left behind by a server that died in the middle of it. */
    async resume(): Promise<void> {
      const left = await allOf((after) =>
        storage.transaction((tx) => tx.erasures.list('all', '', { limit: 1_000, after })),
      )
      for (const { id } of left) {
        while (await step(id));
      }
      await finish(left.map(({ id }) => id))
    },
  }
}

export type Erasures = ReturnType<typeof createErasures>
