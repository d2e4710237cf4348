import type { Storage } from '../../../domain/storage.js'
import type { Clock } from '../../../foundation/clock.js'
import { createKeptTables } from '../kept-tables.js'
import { createTransactions } from '../transactions.js'

/** A storage that forgets everything with the process: for tests and trials. */
export function createMemoryStorage({ clock }: { clock: Clock }): Storage {
  const keeper = { admit() {}, keep() {}, whenSafe: () => Promise.resolve() }
  const { transaction, onEvents, end } = createTransactions({
    kept: createKeptTables(),
    clock,
    keeper,
  })
  return { transaction, onEvents, close: end }
}
