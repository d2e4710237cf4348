import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Storage } from '../../../domain/storage.js'
import type { Clock } from '../../../foundation/clock.js'
import { type Logger, silentLogger } from '../../../foundation/logger.js'
import { createKeptTables, type KeptTables } from '../kept-tables.js'
import { createTransactions, type Keeper } from '../transactions.js'
import type { WholeSource } from '../whole-storage.js'
import { createCheckpoints } from './checkpoints.js'
import { type Disk, realDisk } from './disk.js'
import { watchFreeSpace } from './free-space.js'
import { type Journal, openJournal } from './journal.js'
import { type Lock, takeLock } from './lock.js'
import { type Migration, migrations } from './migrations.js'
import { createPages, type Pages } from './pages.js'
import { prepareFolder } from './prepare-folder.js'
import { encodeChange, encodeLine } from './record-line.js'
import { type Replayed, replayJournal } from './replay.js'
import { wholeRecords } from './whole-records.js'

export interface LowdbStorageOptions {
  /** Made where it is missing. One server at a time uses it. */
  folder: string
  clock: Clock
  /**
   * Nothing more can be kept, as the disk failed or somebody else took the folder: say the error in
   * one line and end the process. Whatever waits is rejected. Called once.
   */
  onFatal(error: Error): void
  log?: Logger
  /** With fewer free bytes on the disk, writes are refused with `storage_full`; 64 MB unless said. */
  minFreeBytes?: number
  /** Pages are written when the journal exceeds this and a quarter of them; 16 MB unless said. */
  journalBytes?: number
  migrations?: readonly Migration[]
  disk?: Disk
}

export interface LowdbStorage extends Storage {
  /** Opens this server to commands on the same machine; they find it in the folder's lock. */
  readonly localToken: string
  /** Tells those commands where the server listens. */
  setUrl(url: string): Promise<void>
  /** Brings everything into pages and empties the journal. */
  checkpoint(): Promise<void>
  /** Everything as it is at the call, for a backup; the storage goes on meanwhile. */
  whole(): WholeSource
}

const MEGABYTE = 1024 * 1024

/**
 * Opens a storage in a folder: lowdb pages, and before them a journal, so that what was answered
 * survives `kill -9` and power cuts, and a change costs what it changes. All records stand in
 * memory, which carries about 200,000 tickets. Throws one clear line where the folder is in use,
 * damaged, or of a newer schema.
 */
export async function openLowdbStorage(options: LowdbStorageOptions): Promise<LowdbStorage> {
  const { onFatal, log = silentLogger, disk = realDisk } = options
  const folder = resolve(options.folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let journal: Journal | undefined
  const lock = await takeLock({ folder, onLost: (error) => journal?.fail('lock.json', error) })
  try {
    await prepareFolder({ folder, disk, migrations: options.migrations ?? migrations })
    const kept = createKeptTables()
    const whenSafe = async () => journal?.whenSafe()
    const pages = createPages({ folder: join(folder, 'pages'), disk, whenSafe })
    const replayed = await fillTables({ folder, kept, pages })
    if (replayed.torn) log.warn('Cut a torn line off the journal', replayed.torn)
    journal = await openJournal({ folder, disk, onFatal, ...replayed })
    return serve({ ...options, folder, disk, log, kept, pages, journal, lock })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Fills the tables from pages and then from the journal, which knows better where both speak. */
async function fillTables({
  folder,
  kept,
  pages,
}: {
  folder: string
  kept: KeptTables
  pages: Pages
}): Promise<Replayed> {
  await pages.read((table, record) => {
    kept.apply({ table, id: record.id, record })
  })
  return replayJournal(folder, (changes, bytes) => {
    for (const change of changes) {
      kept.apply(change)
      pages.place(change, bytes / changes.length)
    }
  })
}

interface Parts extends LowdbStorageOptions {
  log: Logger
  disk: Disk
  kept: KeptTables
  pages: Pages
  journal: Journal
  lock: Lock
}

function serve(parts: Parts): LowdbStorage {
  const { folder, clock, log, disk, kept, pages, journal, lock } = parts
  const { journalBytes = 16 * MEGABYTE, minFreeBytes = 64 * MEGABYTE } = parts
  const checkpoints = createCheckpoints({ journal, pages, log, journalBytes })
  const keeper: Keeper = {
    admit: watchFreeSpace({ folder, disk, floor: minFreeBytes }).admit,
    keep(changes) {
      const texts = changes.map(encodeChange)
      journal.append(encodeLine(texts))
      for (const [i, change] of changes.entries()) pages.place(change, texts[i]?.length ?? 0)
      checkpoints.consider()
    },
    whenSafe: journal.whenSafe,
  }
  const { transaction, onEvents, end } = createTransactions({ kept, clock, keeper })
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    try {
      await end()
      if (journal.bytes > 0) await checkpoints.run()
    } catch {
      // Told already, to the log or as fatal. The journal has what the pages could not take.
    } finally {
      await journal.close()
      await lock.release()
    }
  }

  return {
    isAlone: true,
    transaction,
    onEvents,
    localToken: lock.token,
    setUrl: lock.setUrl,
    checkpoint: checkpoints.run,
    forgetDeleted: checkpoints.run,
    whole: () =>
      wholeRecords({
        name: folder,
        schema: (parts.migrations ?? migrations).length + 1,
        keys: undefined,
        recordsOf: pages.list,
        whenSafe: journal.whenSafe,
        close: () => Promise.resolve(),
      }),
    close() {
      closing ??= close()
      return closing
    },
  }
}
