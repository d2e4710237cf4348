import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { damaged } from './damage.js'

/** The journal is a row of files: `journal-1.ndjson`, `journal-2.ndjson`, … */
export function segmentName(number: number): string {
  return `journal-${number}.ndjson`
}

/** The numbers of the segments in a folder, oldest first. Throws where one between is missing. */
export async function listSegments(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  const numbers = names
    .flatMap((name) => /^journal-(\d+)\.ndjson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  for (const [i, number] of numbers.entries()) {
    const wanted = (numbers[0] ?? 0) + i
    if (number !== wanted) throw damaged(join(folder, segmentName(wanted)), 0, 'it is missing')
  }
  return numbers
}
