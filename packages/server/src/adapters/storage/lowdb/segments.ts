import { readdir } from 'node:fs/promises'

/** The journal is a row of files: `journal-1.ndjson`, `journal-2.ndjson`, … */
export function segmentName(number: number): string {
  return `journal-${number}.ndjson`
}

/** The numbers of the segments in a folder, oldest first. */
export async function listSegments(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names
    .flatMap((name) => /^journal-(\d+)\.ndjson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

/** The first number that is missing between others; they are deleted oldest first, so none may be. */
export function missingSegment(numbers: readonly number[]): number | undefined {
  const first = numbers[0] ?? 0
  const gap = numbers.findIndex((number, i) => number !== first + i)
  return gap === -1 ? undefined : first + gap
}
