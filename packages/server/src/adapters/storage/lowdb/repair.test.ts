import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { inspectFolder } from './inspect-folder.js'
import { repairFolder } from './repair.js'

const world = lowdbWorld()
const NOTHING = { pages: [], journal: [] }

/** A folder with two tickets in pages and three in the journal, as a crash left it. */
async function crashedFolder() {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  for (const id of ['tic_1', 'tic_2']) await openSampleTicket(storage, id)
  await storage.checkpoint()
  for (const id of ['tic_3', 'tic_4', 'tic_5']) await openSampleTicket(storage, id)
  const crashed = world.afterCrash(folder)
  return { folder: crashed, journal: join(crashed, 'journal-2.ndjson') }
}

/** Changes one byte inside of the first place where the file says this; tells where its line begins. */
function spoil(file: string, text: string): number {
  const bytes = readFileSync(file)
  const at = bytes.indexOf(text)
  bytes[at + 2] = 0x21
  writeFileSync(file, bytes)
  return bytes.lastIndexOf('\n', at) + 1
}

async function idsIn(folder: string): Promise<string[]> {
  return (await sampleTicketsIn(await world.open(folder))).ids
}

describe('the repair of a folder', () => {
  it('finds nothing to do in a folder in order, also with a torn last line', async () => {
    const { folder, journal } = await crashedFolder()
    writeFileSync(journal, '["012', { flag: 'a' })
    const report = await inspectFolder(folder)
    // Two tickets, two messages, two events and the counter stand in pages.
    expect(report).toEqual({ ...NOTHING, commits: 3, records: 7 })
    expect((await repairFolder(folder, 'cut')).copies).toEqual([])
    expect(await idsIn(folder)).toEqual(['tic_1', 'tic_2', 'tic_3', 'tic_4', 'tic_5'])
  })

  it('tells of damage in the journal, and what a cut would lose', async () => {
    const { folder, journal } = await crashedFolder()
    const byte = spoil(journal, 'WP-1004')
    const { journal: found } = await inspectFolder(folder)
    expect(found).toEqual([
      {
        segment: 2,
        file: journal,
        byte,
        reason: 'its checksum does not match',
        about: [
          'counters demo|tickets',
          'tickets tic_4',
          'messages message of tic_4',
          'events 0000000000000004',
        ],
        commitsBefore: 1,
        commitsAfter: 1,
      },
    ])
  })

  it('cuts the journal before its first damage, and keeps a copy', async () => {
    const { folder, journal } = await crashedFolder()
    spoil(journal, 'WP-1004')
    const bytes = readFileSync(journal)
    const { copies } = await repairFolder(folder, 'cut')
    expect(copies).toEqual([expect.stringContaining('journal-2.ndjson.before-repair-')])
    expect(readFileSync(copies[0] as string).equals(bytes)).toBe(true)
    expect(await inspectFolder(folder)).toMatchObject({ ...NOTHING, commits: 1 })
    expect(await idsIn(folder)).toEqual(['tic_1', 'tic_2', 'tic_3'])
  })

  it('leaves out the damaged transactions alone, where that is chosen', async () => {
    const { folder, journal } = await crashedFolder()
    spoil(journal, 'WP-1004')
    const bytes = readFileSync(journal)
    const { copies } = await repairFolder(folder, 'skip')
    expect(readFileSync(copies[0] as string).equals(bytes)).toBe(true)
    expect(await inspectFolder(folder)).toMatchObject({ ...NOTHING, commits: 2 })
    expect(await idsIn(folder)).toEqual(['tic_1', 'tic_2', 'tic_3', 'tic_5'])
  })

  it.each([
    ['cut', ['tic_1', 'tic_2', 'tic_3', 'tic_4', 'tic_5']],
    ['skip', ['tic_1', 'tic_2', 'tic_3', 'tic_4', 'tic_5', 'tic_9']],
  ] as const)('mends a journal with a missing file: %s', async (choice, wanted) => {
    const { folder, journal } = await crashedFolder()
    const other = world.newFolder()
    const storage = await world.open(other)
    await openSampleTicket(storage, 'tic_9')
    const segment = readFileSync(join(world.afterCrash(other), 'journal-1.ndjson'))
    writeFileSync(join(folder, 'journal-5.ndjson'), segment)
    expect((await inspectFolder(folder)).journal).toMatchObject([
      { segment: 3, reason: 'it is missing', commitsBefore: 3, commitsAfter: 1 },
    ])
    await repairFolder(folder, choice)
    expect(await inspectFolder(folder)).toMatchObject(NOTHING)
    expect(await idsIn(folder)).toEqual(wanted)
    expect(readFileSync(journal).length).toBeGreaterThan(0)
  })

  it('leaves a damaged record out of its page, and keeps a copy', async () => {
    const { folder } = await crashedFolder()
    const page = join(folder, 'pages/1.json')
    const bytes = readFileSync(page)
    const byte = spoil(page, 'WP-1001')
    await expect(world.open(folder)).rejects.toThrow(`${page} is damaged at byte ${byte}`)
    expect((await inspectFolder(folder)).pages).toEqual([
      { file: page, byte, reason: 'its checksum does not match', about: ['tickets tic_1'] },
    ])
    const { copies } = await repairFolder(folder, 'cut')
    expect(copies).toEqual([expect.stringContaining('1.json.before-repair-')])
    expect(readFileSync(copies[0] as string).length).toBe(bytes.length)
    expect(await idsIn(folder)).toEqual(['tic_2', 'tic_3', 'tic_4', 'tic_5'])
  })

  it('gives up a page of which nothing is left', async () => {
    const { folder } = await crashedFolder()
    writeFileSync(join(folder, 'pages/1.json'), 'not a page')
    await repairFolder(folder, 'cut')
    expect(readdirSync(join(folder, 'pages')).filter((name) => name === '1.json')).toEqual([])
    expect(await idsIn(folder)).toEqual(['tic_3', 'tic_4', 'tic_5'])
  })

  it('is refused while a server uses the folder', async () => {
    const folder = world.newFolder()
    await world.open(folder)
    await expect(repairFolder(folder, 'cut')).rejects.toThrow(/in use/)
  })

  it('leaves the folder free', async () => {
    const { folder, journal } = await crashedFolder()
    spoil(journal, 'WP-1004')
    await repairFolder(folder, 'cut')
    rmSync(journal)
    expect(await idsIn(folder)).toEqual(['tic_1', 'tic_2'])
  })
})
