import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../../domain/tickets/ticket.js'
import { filesIn, lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import type { Migration } from './migrations.js'

const world = lowdbWorld()

/** Gives tickets a subject in capitals, and drops counters. */
const inCapitals: Migration = (put) => {
  if (put.table === 'counters') return null
  if (put.table !== 'tickets') return put
  const ticket = put.record as Ticket
  const record: Ticket = { ...ticket, subject: ticket.subject.toUpperCase() }
  return { ...put, record }
}

/** A folder of schema 1 with tickets in pages and in the journal, as a crash left it. */
async function olderFolder(): Promise<string> {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  for (const id of ['tic_1', 'tic_2']) await openSampleTicket(storage, id)
  await storage.checkpoint()
  await storage.transaction(async (tx) => tx.tickets.delete('tic_2'))
  await openSampleTicket(storage, 'tic_3')
  return world.afterCrash(folder)
}

describe('a folder of an older schema', () => {
  it('is copied and then migrated', async () => {
    const folder = await olderFolder()
    const storage = await world.open(folder, { migrations: [inCapitals] })
    const subjects = await storage.transaction(async (tx) => {
      const { items } = await tx.tickets.list('requester', 'cus_1', { limit: 9 })
      return items.map(({ id, subject }) => [id, subject])
    })
    const capitals = 'CANNOT SIGN IN — パスワード 🔑'
    expect(subjects).toEqual([
      ['tic_1', capitals],
      ['tic_3', capitals],
    ])
    expect((await sampleTicketsIn(storage)).last).toBe('WP-1000')
    await storage.close()
    expect(schemaOf(folder)).toBe(2)
    const copy = filesIn(join(folder, 'before-schema-2'))
    expect(copy).toEqual(['journal-2.ndjson', 'pages/1.json', 'pages/2.json'])
    expect(readFileSync(join(folder, 'before-schema-2/pages/1.json'), 'utf8')).toContain('Cannot')
    const again = await world.open(folder, { migrations: [inCapitals] })
    expect((await sampleTicketsIn(again)).ids).toEqual(['tic_1', 'tic_3'])
  })

  it('is migrated from its copy again when the first try was interrupted', async () => {
    const folder = await olderFolder()
    let steps = 0
    const interrupted: Migration = (put) => {
      steps += 1
      if (steps === 5) throw new Error('the power went')
      return inCapitals(put)
    }
    await expect(world.open(folder, { migrations: [interrupted] })).rejects.toThrow('the power')
    // Half rewritten, it is no folder of schema 1 any more.
    await expect(world.open(folder)).rejects.toThrow(/newer Waypost \(schema 2/)
    const same: Migration = (put) => put
    const storage = await world.open(folder, { migrations: [inCapitals, same] })
    expect((await sampleTicketsIn(storage)).ids).toEqual(['tic_1', 'tic_3'])
    expect(schemaOf(folder)).toBe(3)
  })

  it('is never migrated from a copy of another time', async () => {
    const folder = await olderFolder()
    cpSync(await olderFolder(), join(folder, 'before-schema-2'), { recursive: true })
    const storage = await world.open(folder)
    await openSampleTicket(storage, 'tic_4')
    await storage.close()
    const again = await world.open(folder, { migrations: [inCapitals] })
    expect((await sampleTicketsIn(again)).ids).toEqual(['tic_1', 'tic_3', 'tic_4'])
    const copies = readdirSync(folder).filter((name) => name.startsWith('before-schema-2'))
    expect(copies).toHaveLength(2)
  })
})

describe('a folder of a newer schema', () => {
  it('is refused in one clear sentence, and left alone', async () => {
    const folder = await olderFolder()
    writeFileSync(join(folder, 'manifest.json'), '{ "schema": 7 }')
    const before = filesIn(folder)
    await expect(world.open(folder)).rejects.toMatchObject({
      code: 'unavailable',
      message: `${folder} was written by a newer Waypost (schema 7; this one knows up to 1). Start that version, or restore a copy from before the upgrade`,
    })
    expect(filesIn(folder)).toEqual(before)
    expect(existsSync(join(folder, 'lock.json'))).toBe(false)
  })

  it('is not guessed from a manifest that cannot be read', async () => {
    const folder = await olderFolder()
    for (const text of ['{ "sch', '{}', '[]', 'null', '{ "schema": "1" }']) {
      writeFileSync(join(folder, 'manifest.json'), text)
      await expect(world.open(folder)).rejects.toThrow(/manifest\.json is damaged/)
    }
  })
})

function schemaOf(folder: string): number {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).schema
}
