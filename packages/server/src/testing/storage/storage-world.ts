import { afterEach } from 'vitest'
import type { Storage } from '../../domain/storage.js'
import type { Clock } from '../../foundation/clock.js'
import { sampleMoment } from './sample-records.js'

/** What a suite needs to know of an adapter. */
export interface StorageUnderTest {
  /** Opens an empty storage that shares nothing with those opened before. */
  open(deps: { clock: Clock }): Promise<Storage>
  /**
   * Opens again what a storage kept, after it was closed. Absent where nothing outlives the
   * process; the tests of it are then left out.
   */
  reopen?(closed: Storage, deps: { clock: Clock }): Promise<Storage>
}

export type StorageWorld = ReturnType<typeof storageWorld>

/** Opens storages on a clock that only the test moves, and closes them after each test. */
export function storageWorld(under: StorageUnderTest) {
  const opened: Storage[] = []
  const { reopen } = under
  let seconds = 0
  const clock: Clock = { now: () => new Date(sampleMoment(seconds)) }

  afterEach(async () => {
    seconds = 0
    await Promise.all(opened.splice(0).map((storage) => storage.close()))
  })

  function noted(storage: Storage): Storage {
    opened.push(storage)
    return storage
  }

  return {
    clock,
    hoursPass(hours: number): void {
      seconds += hours * 3600
    },
    async open(): Promise<Storage> {
      return noted(await under.open({ clock }))
    },
    /** Closes the storage and opens again what it kept. */
    reopen:
      reopen &&
      (async (storage: Storage): Promise<Storage> => {
        opened.splice(opened.indexOf(storage), 1)
        await storage.close()
        return noted(await reopen(storage, { clock }))
      }),
  }
}
