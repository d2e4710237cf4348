/**
 * Waypost on LMDB: all records stand in memory, as on a folder, and each commit is one transaction of
 * LMDB. What a storage promises is in `Storage`, and tested by `describeStorage`.
 *
 * @import { Database, RootDatabase } from 'lmdb'
 * @import { Change, Clock, Storage, StoredRecord } from '@waypost/server/storage'
 * @typedef {Database<StoredRecord, [table: string, id: string]>} Records
 */
import { createKeptTables, createTransactions } from '@waypost/server/storage'
import { open } from 'lmdb'

/** One process at a time, as others would not see what this one holds in memory. */
const HOLDER = 'holder'

/**
 * Opens a storage in a folder, which is made where it is missing. Throws one line where another
 * process has it.
 *
 * @param {{ folder: string, clock: Clock }} options
 * @returns {Promise<Storage>}
 */
export async function openLmdbStorage({ folder, clock }) {
  // As JSON, because other encodings lose half a surrogate pair, which somebody may have pasted.
  const root = open({ path: folder, encoding: 'json' })
  /** @type {Records} */
  const records = root.openDB({ name: 'records', encoding: 'json' })
  try {
    hold(root, folder)
  } catch (error) {
    await root.close()
    throw error
  }

  const kept = createKeptTables()
  for (const { key, value: record } of records.getRange()) {
    const [table, id] = key
    kept.apply({ table, id, record })
  }

  /** Once a commit has failed, all later ones do: they would stand on what is not there. */
  let committed = Promise.resolve()

  const { transaction, onEvents, end } = createTransactions({
    kept,
    clock,
    keeper: {
      /** LMDB grows as it needs to. Throw here where there is no room. */
      admit() {},

      keep(changes) {
        committed = committed.then(() => write(records, changes))
        // Whoever waits for it is told below; nobody may be waiting yet.
        committed.catch(() => {})
      },

      /** A commit is visible before it is on the disk; only then anybody is answered. */
      async whenSafe() {
        await committed
        await root.flushed
      },
    },
  })

  async function close() {
    await end()
    await root.remove(HOLDER)
    await root.close()
  }

  /** @type {Promise<void> | undefined} */
  let closing

  return {
    transaction,
    onEvents,
    isAlone: true,
    close() {
      closing ??= close()
      return closing
    },
  }
}

/**
 * All of a commit, or nothing.
 *
 * @param {Records} records
 * @param {readonly Change[]} changes
 */
async function write(records, changes) {
  await records.batch(() => {
    for (const { table, id, record } of changes) {
      if (record) records.put([table, id], record)
      else records.remove([table, id])
    }
  })
}

/**
 * @param {RootDatabase} root
 * @param {string} folder
 */
function hold(root, folder) {
  root.transactionSync(() => {
    const holder = root.get(HOLDER)
    // A container that starts again often has the process id that it had before.
    if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
      throw new Error(`${folder} is in use by process ${holder}`)
    }
    root.putSync(HOLDER, process.pid)
  })
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
