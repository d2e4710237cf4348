import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reasonOf } from './damage.js'
import { readPage } from './page-text.js'
import { listPages } from './pages.js'
import { readCommit } from './read-commit.js'
import { readLines } from './read-lines.js'
import { listSegments, missingSegment, segmentName } from './segments.js'

/** One place where a file is not what was written. */
export interface Damage {
  readonly file: string
  /** Where the damage begins; 0 also where the whole file is missing. */
  readonly byte: number
  readonly reason: string
  /** What the damaged line seems to be about, as `tickets tic_…`; at most twenty. */
  readonly about: readonly string[]
}

export interface JournalDamage extends Damage {
  /** The segment it stands in, or the one that is missing. */
  readonly segment: number
  /** Good transactions before it and after it in the whole journal: a cut here loses the latter. */
  readonly commitsBefore: number
  readonly commitsAfter: number
}

export interface FolderReport {
  /** Damaged lines of pages: one record each, or two where a line break has changed. */
  readonly pages: readonly Damage[]
  /** Good records in pages. */
  readonly records: number
  /** Damaged lines of the journal in order: one transaction each, or all of a missing file. */
  readonly journal: readonly JournalDamage[]
  /** Good transactions in the journal. */
  readonly commits: number
}

/** Looks through all pages and the journal of a folder that no server uses; changes nothing. */
export async function inspectFolder(folder: string): Promise<FolderReport> {
  return { ...(await inspectPages(folder)), ...(await inspectJournal(folder)) }
}

async function inspectPages(folder: string): Promise<Pick<FolderReport, 'pages' | 'records'>> {
  const inside = join(folder, 'pages')
  const pages: Damage[] = []
  let records = 0
  for (const number of existsSync(inside) ? await listPages(inside) : []) {
    const file = join(inside, `${number}.json`)
    const bytes = await readFile(file)
    const { page, damages } = readPage(bytes)
    records += Object.values(page).flat().length
    for (const { byte, reason } of damages) {
      pages.push({ file, byte, reason, about: subjectsOf(lineFrom(bytes, byte)) })
    }
  }
  return { pages, records }
}

/** The journal alone. A torn last line is no damage: the next start cuts it, as nobody relies on it. */
async function inspectJournal(folder: string): Promise<Pick<FolderReport, 'journal' | 'commits'>> {
  const found: Omit<JournalDamage, 'commitsAfter'>[] = []
  let commits = 0
  const numbers = await listSegments(folder)
  const missing = missingSegment(numbers)
  for (const segment of numbers) {
    if (missing !== undefined && segment > missing && !found.some((d) => d.segment === missing)) {
      const file = join(folder, segmentName(missing))
      const reason = 'it is missing'
      found.push({ segment: missing, file, byte: 0, reason, about: [], commitsBefore: commits })
    }
    const file = join(folder, segmentName(segment))
    for await (const lines of readLines(file)) {
      for (const line of lines) {
        try {
          if (readCommit(line, segment === numbers.at(-1))) commits += 1
        } catch (error) {
          const { byte, bytes } = line
          const reason = reasonOf(error)
          const about = subjectsOf(bytes)
          found.push({ segment, file, byte, reason, about, commitsBefore: commits })
        }
      }
    }
  }
  const journal = found.map((damage) => ({
    ...damage,
    commitsAfter: commits - damage.commitsBefore,
  }))
  return { journal, commits }
}

function lineFrom(bytes: Buffer, byte: number): Buffer {
  const end = bytes.indexOf('\n', byte)
  return bytes.subarray(byte, end === -1 ? bytes.length : end)
}

/** Reads table and id out of whatever is left of a line. */
function subjectsOf(bytes: Buffer): string[] {
  const subjects = bytes.toString().matchAll(/\["([a-z]+)","([^"]{1,200})",[{n]/g)
  return Array.from(subjects, ([, table, id]) => `${table} ${id}`).slice(0, 20)
}
