import type { Logger } from '../../../foundation/logger.js'
import { isNoSpace } from './disk.js'
import type { Journal } from './journal.js'
import type { Pages } from './pages.js'

export interface CheckpointsDeps {
  journal: Journal
  pages: Pages
  log: Logger
  /** A shorter journal is left alone. */
  journalBytes: number
}

const TRY_AGAIN_MS = 10_000

/** Moves what the journal holds into pages, so that it stays short and a start quick. */
export function createCheckpoints({ journal, pages, log, journalBytes }: CheckpointsDeps) {
  let last: Promise<void> = Promise.resolve()
  let running = 0
  let notBefore = 0

  async function write(): Promise<void> {
    try {
      await journal.rotate()
      await pages.writeDirty()
      await journal.dropOlder()
    } catch (error) {
      // A full disk spoils nothing: the journal still has everything. Anything else is a bad disk.
      if (!isNoSpace(error)) journal.fail('pages', error)
      log.warn('Checkpoint put off', { reason: String(error) })
      notBefore = performance.now() + TRY_AGAIN_MS
      throw error
    } finally {
      running -= 1
    }
  }

  /** Resolves when pages hold all that was kept up to the call, and no journal remembers it. */
  function run(): Promise<void> {
    running += 1
    last = last.catch(() => undefined).then(write)
    return last
  }

  return {
    run,

    /** Begins one where the journal exceeds its bound and a quarter of the pages; else costs nothing. */
    consider(): void {
      if (running > 0 || journal.bytes <= Math.max(journalBytes, pages.bytes / 4)) return
      if (performance.now() >= notBefore) run().catch(() => undefined)
    },
  }
}
