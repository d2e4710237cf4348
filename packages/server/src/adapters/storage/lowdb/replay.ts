import { join } from 'node:path'
import type { Change } from '../change.js'
import { damaged, reasonOf } from './damage.js'
import { type Commit, cutFile, endLine, readCommit } from './read-commit.js'
import { type FileLine, readLines } from './read-lines.js'
import { listSegments, missingSegment, segmentName } from './segments.js'

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
  const missing = missingSegment(numbers)
  if (missing !== undefined) throw damaged(join(folder, segmentName(missing)), 0, 'it is missing')
  const last = numbers.at(-1) ?? 1
  let bytes = 0
  let torn: Replayed['torn']

  for (const number of numbers) {
    const file = join(folder, segmentName(number))
    for await (const lines of readLines(file)) {
      for (const line of lines) {
        const commit = judge(file, line, number === last)
        if (!commit) {
          torn = { file, byte: line.byte }
          await cutFile(file, line.byte)
          continue
        }
        apply(commit.changes, line.bytes.length)
        bytes += line.bytes.length + 1
        if (!line.isEnded) await endLine(file, commit.end)
      }
    }
  }
  return { segments: { first: numbers[0] ?? 1, last }, bytes, torn }
}

function judge(file: string, line: FileLine, isNewestSegment: boolean): Commit | undefined {
  try {
    return readCommit(line, isNewestSegment)
  } catch (error) {
    throw damaged(file, line.byte, reasonOf(error))
  }
}
