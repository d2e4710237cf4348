import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { replayJournal } from './replay.js'

const world = lowdbWorld()

/** A folder whose journal holds two tickets, as a crash left it, and where the second one begins. */
async function crashedFolder() {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  await openSampleTicket(storage, 'tic_1')
  const second = readFileSync(join(folder, 'journal-1.ndjson')).length
  await openSampleTicket(storage, 'tic_2')
  const crashed = world.afterCrash(folder)
  const journal = join(crashed, 'journal-1.ndjson')
  return { folder: crashed, journal, second, whole: readFileSync(journal) }
}

describe('a journal torn in the middle of its last line', () => {
  it('is cut where that line began, at whichever byte it was torn', async () => {
    const { folder, journal, second, whole } = await crashedFolder()
    for (let length = second; length <= whole.length; length += 1) {
      writeFileSync(journal, whole.subarray(0, length))
      let commits = 0
      const { torn } = await replayJournal(folder, () => {
        commits += 1
      })
      // Only its newline is missing: what it says is whole.
      const isWhole = length >= whole.length - 1
      expect(commits).toBe(isWhole ? 2 : 1)
      expect(torn !== undefined).toBe(!isWhole && length > second)
      expect(readFileSync(journal).equals(isWhole ? whole : whole.subarray(0, second))).toBe(true)
    }
  })

  it('goes on from there', async () => {
    const { folder, second, whole } = await crashedFolder()
    const lengths = [second, second + 1, second + 99, whole.length - 2, whole.length - 1]
    for (const length of lengths) {
      const torn = world.afterCrash(folder)
      truncateSync(join(torn, 'journal-1.ndjson'), length)
      const storage = await world.open(torn)
      await openSampleTicket(storage, 'tic_3')
      const again = await world.open(world.afterCrash(torn))
      const isWhole = length === whole.length - 1
      const wanted = isWhole ? ['tic_1', 'tic_2', 'tic_3'] : ['tic_1', 'tic_3']
      expect((await sampleTicketsIn(again)).ids).toEqual(wanted)
    }
  })

  it('is cut where blocks of the last append never reached the disk', async () => {
    const { folder, journal, whole } = await crashedFolder()
    whole.fill(0, whole.length - 300, whole.length - 100)
    writeFileSync(journal, whole)
    expect((await sampleTicketsIn(await world.open(folder))).ids).toEqual(['tic_1'])
  })

  it('says in the log what it cut', async () => {
    const { folder, journal, whole } = await crashedFolder()
    writeFileSync(journal, '["01234567",[["tick', { flag: 'a' })
    const warned: unknown[] = []
    const log = { info() {}, error() {}, warn: (...words: unknown[]) => warned.push(words) }
    await world.open(folder, { log })
    expect(warned).toEqual([[expect.any(String), { file: journal, byte: whole.length }]])
  })
})
