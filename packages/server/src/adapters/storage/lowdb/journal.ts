import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import { syncFolder } from '../../durable-folder.js'
import { reasonOf } from './damage.js'
import type { Disk } from './disk.js'
import { segmentName } from './segments.js'

export interface JournalDeps {
  folder: string
  disk: Disk
  /** The first and the last segment that exist; the last one is written on. Both 1 at first. */
  segments: { first: number; last: number }
  /** Bytes in those segments. */
  bytes: number
  /** Nothing can be kept any more: the process has to end. Called once. */
  onFatal(error: Error): void
}

export type Journal = Awaited<ReturnType<typeof openJournal>>

interface Batch {
  readonly lines: string[]
  readonly written: Promise<void>
  settle(failure?: Error): void
}

/**
 * What is on its way to the disk, in the order of commits. Group commit: while one append and sync
 * are under way, all lines that come meanwhile gather for the next one.
 */
export async function openJournal({ folder, disk, segments, bytes, onFatal }: JournalDeps) {
  let { first, last } = segments
  let file = await openSegment(last)
  // Lines that a killed process wrote but never synced have been read: before anybody may see what
  // they say, they must be as safe as all others.
  await disk.sync(file)
  let size = { older: bytes, newest: 0 }
  let waiting: Batch | undefined
  let writing: Batch | undefined
  let failure: Error | undefined
  let lastTurn: Promise<void> = Promise.resolve()

  async function openSegment(number: number): Promise<FileHandle> {
    const opened = await open(join(folder, segmentName(number)), 'a', 0o600)
    await syncFolder(folder)
    return opened
  }

  /** Appends and changes of file come one after another; a turn settles its own outcome. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const turn = lastTurn.then(step)
    lastTurn = turn.catch(() => undefined)
    return turn
  }

  async function writeBatch(): Promise<void> {
    writing = waiting
    waiting = undefined
    if (!writing || failure) return
    try {
      const batch = Buffer.from(writing.lines.join(''))
      await disk.append(file, batch)
      await disk.sync(file)
      size.newest += batch.length
      writing.settle()
      writing = undefined
    } catch (cause) {
      // Never tried again: after a failed fsync the kernel may call pages clean that it has lost.
      fail(join(folder, segmentName(last)), cause)
    }
  }

  function fail(path: string, cause: unknown): void {
    if (failure) return
    const detail = `nothing more can be kept: ${path}: ${reasonOf(cause)}`
    failure = new WaypostError('unavailable', { detail, cause })
    writing?.settle(failure)
    waiting?.settle(failure)
    onFatal(failure)
  }

  return {
    /** Takes a line for the next append. Throws once the journal has failed. */
    append(line: string): void {
      if (failure) throw failure
      if (!waiting) {
        waiting = createBatch()
        void inTurn(writeBatch)
      }
      waiting.lines.push(`${line}\n`)
    },

    /** Resolves when every line taken so far is safe: at once where none is on its way. */
    whenSafe(): Promise<void> {
      if (failure) return Promise.reject(failure)
      return (waiting ?? writing)?.written ?? Promise.resolve()
    },

    /** Begins a new segment: what was taken before stands in older ones, safe. */
    async rotate(): Promise<void> {
      const before = last
      await inTurn(async () => {
        if (failure) throw failure
        const next = await openSegment(before + 1)
        await file.close()
        file = next
        last = before + 1
        size = { older: size.older + size.newest, newest: 0 }
      })
    },

    /** Deletes all segments but the newest, oldest first, so that those left have no gap. */
    async dropOlder(): Promise<void> {
      for (; first < last; first += 1) await rm(join(folder, segmentName(first)), { force: true })
      await syncFolder(folder)
      size.older = 0
    },

    get bytes(): number {
      return size.older + size.newest
    },

    /** Ends all writing, because of what happened to a file beside the journal. */
    fail,

    async close(): Promise<void> {
      await inTurn(() => file.close())
    },
  }
}

function createBatch(): Batch {
  let settle: Batch['settle'] = () => undefined
  const written = new Promise<void>((resolve, reject) => {
    settle = (failure) => (failure ? reject(failure) : resolve())
  })
  // Whoever waits hears of a failure; where nobody does, `onFatal` does.
  written.catch(() => undefined)
  return { lines: [], written, settle }
}
