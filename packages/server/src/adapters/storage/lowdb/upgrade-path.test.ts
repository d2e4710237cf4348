import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { queueKey } from '../../../domain/tickets/ticket-store.js'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { openWholeFolder } from './whole-folder.js'

const world = lowdbWorld()
const kept = fileURLToPath(new URL('../../../testing/storage/folder-0.1.0', import.meta.url))

/** `["tickets",{…}]` for each record, as it was when the folder was put away. */
const records = readFileSync(join(kept, 'records.ndjson'), 'utf8').trimEnd().split('\n')

function folderOfFirstRelease(): string {
  const folder = world.newFolder()
  cpSync(join(kept, 'data'), folder, { recursive: true })
  return folder
}

// A server of 0.1.0 was filled over HTTP, stopped, started, asked for more and killed: so its records
// stand in pages and in the journal. The files are never written anew; a later schema leads to other
// records by a migration, and then says here what they become.
describe('a folder of the first release', () => {
  it('holds every record of it, letter for letter', async () => {
    const source = await openWholeFolder(folderOfFirstRelease())
    const read: string[] = []
    for await (const { collection, records } of source.read()) {
      if (collection === 'marks') continue
      for (const record of records) read.push(`["${collection}",${record}]`)
    }
    await source.close()
    expect(read.toSorted()).toEqual(records.toSorted())
    const tables = new Set(records.map((line) => line.split('"')[1]))
    expect(tables.size).toBe(13)
  })

  it('opens, and finds its tickets in every way', async () => {
    const clock = { now: () => new Date('2026-11-22T09:00:00.000Z') }
    const storage = await world.open(folderOfFirstRelease(), { clock })
    const found = await storage.transaction(async (tx) => {
      const { items } = await tx.tickets.list('queue', queueKey('host'), { limit: 9 })
      const solved = await tx.tickets.count('queue', queueKey('host', { status: 'solved' }))
      const agent = await tx.agents.findBy('email', 'kim@tidemark.test')
      return { items, solved, agent: agent?.name, last: await tx.events.last() }
    })
    expect(found).toMatchObject({
      items: [{ reference: 'WP-1001' }, { reference: 'WP-1002' }, { reference: 'WP-1003' }],
      ...{ solved: 2, agent: 'Kim', last: 17 },
    })
  })
})
