import { join } from 'node:path'
import type { Change } from '../change.js'
import { damaged, reasonOf } from './damage.js'
import { cutFile, endLine, readLastLine } from './last-line.js'
import { type FileLine, readLines } from './read-lines.js'
import { decodeLine } from './record-line.js'
import { listSegments, segmentName } from './segments.js'

/** Takes one commit; `bytes` is the length of its line. */
export type ApplyCommit = (changes: readonly Change[], bytes: number) => void

export interface Replayed {
  /** The segments that exist; both 1 where none does. */
  readonly segments: { first: number; last: number }
  /** Bytes of good lines in all of them. */
  readonly bytes: number
  /** The torn last line, if one was cut off. */
  readonly torn: { file: string; byte: number } | undefined
}

/**
 * Hands every commit of the journal to `apply`, in order. A torn last line is cut; any other damage
 * throws and changes no file.
 */
export async function replayJournal(folder: string, apply: ApplyCommit): Promise<Replayed> {
  const numbers = await listSegments(folder)
  const last = numbers.at(-1) ?? 1
  let bytes = 0
  let torn: Replayed['torn']

  for (const number of numbers) {
    const file = join(folder, segmentName(number))
    // A line is judged once the next one is there: only the very last one can be torn.
    let held: FileLine | undefined
    for await (const lines of readLines(file)) {
      for (const line of lines) {
        if (held) applyLine(file, held)
        held = line
      }
    }
    if (held && number < last) applyLine(file, held)
    else if (held) await applyLastLine(file, held)
  }
  return { segments: { first: numbers[0] ?? 1, last }, bytes, torn }

  function applyLine(file: string, line: FileLine): void {
    take(
      judge(file, line, () => decodeLine(line.bytes)),
      line,
    )
  }

  async function applyLastLine(file: string, line: FileLine): Promise<void> {
    const found = judge(file, line, () => readLastLine(line))
    if (found) {
      take(found.changes, line)
      if (!line.isEnded) await endLine(file, found.end)
    } else {
      torn = { file, byte: line.byte }
      await cutFile(file, line.byte)
    }
  }

  function take(changes: readonly Change[], line: FileLine): void {
    apply(changes, line.bytes.length)
    bytes += line.bytes.length + 1
  }
}

function judge<T>(file: string, line: FileLine, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    throw damaged(file, line.byte, reasonOf(error))
  }
}
