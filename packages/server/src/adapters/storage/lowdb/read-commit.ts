import { open } from 'node:fs/promises'
import type { Change } from '../change.js'
import type { FileLine } from './read-lines.js'
import { decodeLine } from './record-line.js'

export interface Commit {
  readonly changes: readonly Change[]
  /** Where the newline of the line belongs. */
  readonly end: number
}

/** A run of zeros: what reads back from blocks that never reached the disk. JSON has none. */
const NEVER_WRITTEN = Buffer.alloc(8)

/**
 * What a line of the journal says. Nothing, where a crash tore the last line of the newest segment
 * in the middle of an append: nobody was ever told that it had been kept. Throws for any other
 * line that is not what was written.
 */
export function readCommit(line: FileLine, isNewestSegment: boolean): Commit | undefined {
  const { byte, bytes } = line
  try {
    return { changes: decodeLine(bytes), end: byte + bytes.length }
  } catch (error) {
    if (!isNewestSegment || !line.isLast) throw error
    // The newline is written last: a bad line that has one was whole and has changed since, unless
    // the disk took blocks out of order.
    if (line.isEnded && !bytes.includes(NEVER_WRITTEN)) throw error
  }
  try {
    // Whole but for its newline, which has changed.
    return { changes: decodeLine(bytes.subarray(0, -1)), end: byte + bytes.length - 1 }
  } catch {
    return undefined
  }
}

/** Cuts a file at a byte, for good. */
export async function cutFile(path: string, byte: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.truncate(byte)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives the last line its newline, so that the next append begins a line of its own. */
export async function endLine(path: string, byte: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.write('\n', byte)
    await file.sync()
  } finally {
    await file.close()
  }
}
