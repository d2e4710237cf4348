import { open } from 'node:fs/promises'
import type { Change } from '../change.js'
import type { FileLine } from './read-lines.js'
import { decodeLine } from './record-line.js'

export interface LastLine {
  readonly changes: readonly Change[]
  /** Where the newline of the line belongs. */
  readonly end: number
}

/**
 * What the last line of the journal says; nothing where a crash tore it in the middle of an append,
 * so that nobody was ever told it had been kept. Throws where it was whole once and has changed.
 */
export function readLastLine({ byte, bytes, isEnded }: FileLine): LastLine | undefined {
  try {
    return { changes: decodeLine(bytes), end: byte + bytes.length }
  } catch (error) {
    // The newline is written last: a bad line with one has changed, unless blocks before it never
    // reached the disk. Those read as zeros, which stand in no line of JSON.
    if (isEnded && !bytes.includes(0)) throw error
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
