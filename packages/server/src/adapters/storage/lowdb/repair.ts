import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../../durable-folder.js'
import { copyDurably } from './disk.js'
import { durableFile } from './durable-file.js'
import { type FolderReport, inspectFolder, type JournalDamage } from './inspect-folder.js'
import { takeLock } from './lock.js'
import { isEmptyPage } from './page.js'
import { decodePage, encodePage, readPage } from './page-text.js'
import { cutFile, readCommit } from './read-commit.js'
import { type FileLine, readLines } from './read-lines.js'
import { listSegments, segmentName } from './segments.js'

/**
 * What to do with a damaged journal. `cut` goes back to the moment before the first damage, without
 * all that came later, as far as pages do not have it. `skip` leaves out the damaged transactions
 * alone: more is kept, but a later one may rest on one that is gone.
 */
export type RepairChoice = 'cut' | 'skip'

export interface Repaired {
  /** What was found before the repair. */
  readonly report: FolderReport
  /** Files as they were, kept beside those that were changed. */
  readonly copies: readonly string[]
}

/**
 * Makes a damaged folder open again. Damaged records of pages are left out with either choice, as
 * long as the journal does not have them. Throws where a server uses the folder.
 */
export async function repairFolder(folder: string, choice: RepairChoice): Promise<Repaired> {
  const lock = await takeLock({ folder, onLost: () => undefined })
  try {
    const report = await inspectFolder(folder)
    const copies: string[] = []
    const mark = `.before-repair-${Date.now()}`

    for (const file of new Set(report.pages.map((damage) => damage.file))) {
      copies.push(await keepCopy(file, mark))
      const { page } = readPage(await readFile(file))
      const decode = (bytes: Buffer) => decodePage(bytes, file)
      if (isEmptyPage(page)) await rm(file)
      else await durableFile({ path: file, encode: encodePage, decode }).write(page)
    }
    const [first] = report.journal
    if (first) {
      const cut = () => cutJournal(folder, first, mark)
      const skip = () => skipDamages(folder, report.journal, mark)
      copies.push(...(await (choice === 'cut' ? cut() : skip())))
    }
    await syncFolder(folder)
    return { report, copies }
  } finally {
    await lock.release()
  }
}

/** The first damage and all that follows it go out of the journal. */
async function cutJournal(folder: string, first: JournalDamage, mark: string): Promise<string[]> {
  const copies: string[] = []
  for (const segment of await listSegments(folder)) {
    if (segment < first.segment) continue
    const file = join(folder, segmentName(segment))
    if (segment === first.segment) {
      copies.push(await keepCopy(file, mark))
      await cutFile(file, first.byte)
    } else {
      await rename(file, `${file}${mark}`)
      copies.push(`${file}${mark}`)
    }
  }
  return copies
}

/** Each damaged line alone goes out of the journal; a missing segment becomes an empty one. */
async function skipDamages(
  folder: string,
  damages: readonly JournalDamage[],
  mark: string,
): Promise<string[]> {
  const copies: string[] = []
  const numbers = await listSegments(folder)
  const last = numbers.at(-1) ?? 0
  for (const segment of new Set(damages.map((damage) => damage.segment))) {
    const file = join(folder, segmentName(segment))
    if (!numbers.includes(segment)) continue
    const temporary = `${file}.tmp`
    await copyGoodLines(file, temporary, segment === last)
    await rename(file, `${file}${mark}`)
    await rename(temporary, file)
    copies.push(`${file}${mark}`)
  }
  for (let segment = numbers[0] ?? 0; segment < last; segment += 1) {
    if (!numbers.includes(segment)) await writeFile(join(folder, segmentName(segment)), '')
  }
  return copies
}

async function copyGoodLines(from: string, to: string, isNewestSegment: boolean): Promise<void> {
  const file = await open(to, 'w', 0o600)
  try {
    for await (const lines of readLines(from)) {
      await file.appendFile(
        Buffer.concat(lines.flatMap((line) => goodBytes(line, isNewestSegment))),
      )
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

function goodBytes(line: FileLine, isNewestSegment: boolean): Buffer[] {
  try {
    const commit = readCommit(line, isNewestSegment)
    return commit ? [line.bytes.subarray(0, commit.end - line.byte), Buffer.from('\n')] : []
  } catch {
    return []
  }
}

async function keepCopy(file: string, mark: string): Promise<string> {
  const copy = `${file}${mark}`
  await copyDurably(file, copy)
  await syncFolder(dirname(copy))
  return copy
}
