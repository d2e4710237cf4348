import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { readPage } from './page-text.js'
import { replayJournal } from './replay.js'

const world = lowdbWorld()

/** A folder whose journal holds three tickets, as a crash left it. */
async function crashedFolder(): Promise<{ folder: string; journal: string; lines: number[] }> {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  for (const id of ['tic_1', 'tic_2', 'tic_3']) await openSampleTicket(storage, id)
  const crashed = world.afterCrash(folder)
  const journal = join(crashed, 'journal-1.ndjson')
  return { folder: crashed, journal, lines: lineStarts(readFileSync(journal)) }
}

/** Where each line begins, and the end of the file. */
function lineStarts(bytes: Buffer): number[] {
  const starts = [0]
  for (const [i, byte] of bytes.entries()) if (byte === 10) starts.push(i + 1)
  return starts
}

function lineAt(starts: readonly number[], byte: number): number {
  return starts.findLast((start) => start <= byte) ?? 0
}

describe('damage in the journal', () => {
  it('is found and located, whichever bit has flipped', async () => {
    const { folder, journal, lines } = await crashedFolder()
    const good = readFileSync(journal)
    for (let byte = 0; byte < good.length - 1; byte += 1) {
      const bad = Buffer.from(good)
      bad[byte] = (good[byte] as number) ^ (1 << (byte % 8))
      writeFileSync(journal, bad)
      const reason = await replayJournal(folder, () => undefined).catch(({ message }) => message)
      expect(reason).toContain(`${journal} is damaged at byte ${lineAt(lines, byte)}`)
      expect(readFileSync(journal).equals(bad)).toBe(true)
    }
  })

  it('in the very last newline is mended, for the line before it is whole', async () => {
    const { folder, journal } = await crashedFolder()
    const good = readFileSync(journal)
    for (const last of [0x0b, 0x00, 0x8a]) {
      writeFileSync(journal, Buffer.concat([good.subarray(0, -1), Buffer.from([last])]))
      let commits = 0
      await replayJournal(folder, () => {
        commits += 1
      })
      expect(commits).toBe(3)
      expect(readFileSync(journal).equals(good)).toBe(true)
    }
  })

  it('stops the start with one line that says where and what to do', async () => {
    const { folder, journal } = await crashedFolder()
    const bytes = readFileSync(journal)
    bytes[200] = 0x58
    writeFileSync(journal, bytes)
    const message = `${journal} is damaged at byte 0: its checksum does not match. \`waypost repair --data <folder>\` shows what can be done`
    await expect(world.open(folder)).rejects.toMatchObject({ code: 'unavailable', message })
    // The failed start holds nothing: the next one finds the folder free.
    await expect(world.open(folder)).rejects.toMatchObject({ message })
  })

  it('is also a segment that is missing between two others', async () => {
    const { folder, journal } = await crashedFolder()
    writeFileSync(join(folder, 'journal-3.ndjson'), readFileSync(journal))
    await expect(world.open(folder)).rejects.toThrow(/journal-2\.ndjson is damaged.*missing/)
  })
})

describe('damage in a page', () => {
  async function closedFolder() {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    for (const id of ['tic_1', 'tic_2']) await openSampleTicket(storage, id)
    await storage.close()
    return {
      folder,
      pages: readdirSync(join(folder, 'pages')).map((p) => join(folder, 'pages', p)),
    }
  }

  it('is found, whichever bit has flipped, and costs one line or two', async () => {
    const { pages } = await closedFolder()
    for (const path of pages) {
      const good = readFileSync(path)
      const lines = lineStarts(good)
      const count = (bytes: Buffer) => Object.values(readPage(bytes).page).flat().length
      for (let byte = 0; byte < good.length; byte += 1) {
        const bad = Buffer.from(good)
        bad[byte] = (good[byte] as number) ^ (1 << (byte % 8))
        const { damages } = readPage(bad)
        expect(damages.length, `byte ${byte}`).toBeGreaterThan(0)
        // In the line itself, or at the end of the one before it, where a comma is not expected;
        // the last lines are the end of the page together.
        const end = lines.at(-3) ?? 0
        expect(damages[0]?.byte).toBeGreaterThanOrEqual(Math.min(lineAt(lines, byte) - 1, end))
        expect(count(bad)).toBeGreaterThanOrEqual(count(good) - 2)
      }
    }
  })

  it('is found when the page ends too early', async () => {
    const { pages } = await closedFolder()
    const good = readFileSync(pages[0] as string)
    for (let length = 0; length < good.length; length += 1) {
      expect(readPage(good.subarray(0, length)).damages.length).toBeGreaterThan(0)
    }
  })

  it('stops the start with the file and the byte', async () => {
    const { folder, pages } = await closedFolder()
    const path = pages[0] as string
    const bytes = readFileSync(path)
    bytes[100] = 0x58
    writeFileSync(path, bytes)
    await expect(world.open(folder)).rejects.toThrow(`${path} is damaged at byte 2: its checksum`)
  })

  it('is no page that has lost its manifest', async () => {
    const { folder } = await closedFolder()
    rmSync(join(folder, 'manifest.json'))
    await expect(world.open(folder)).rejects.toThrow(/manifest\.json is missing/)
  })
})

describe('a folder in order', () => {
  it('opens', async () => {
    const { folder } = await crashedFolder()
    const kept = await sampleTicketsIn(await world.open(folder))
    expect(kept).toMatchObject({ ids: ['tic_1', 'tic_2', 'tic_3'], withoutMessage: [] })
  })
})
