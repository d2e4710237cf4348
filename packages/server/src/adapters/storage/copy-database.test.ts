import { afterAll, describe, expect, it } from 'vitest'
import { queueKey } from '../../domain/tickets/ticket-store.js'
import { silentLogger } from '../../foundation/logger.js'
import { lowdbWorld } from '../../testing/storage/lowdb-world.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../testing/storage/postgres-world.test.kit.js'
import { sampleMessage, sampleMoment, sampleTicket } from '../../testing/storage/sample-records.js'
import { createArchive } from './archive/create-archive.js'
import { copyWhole } from './copy-whole.js'
import { openFolderCopy } from './lowdb/folder-copy.js'
import { openWholeFolder, schema } from './lowdb/whole-folder.js'
import { openDatabaseCopy } from './postgres/database-copy.js'
import { openPostgresStorage } from './postgres/postgres-storage.js'
import { openWholeDatabase } from './postgres/whole-database.js'
import type { Sums, WholeSource, WholeTarget } from './whole-storage.js'

const world = lowdbWorld()
const postgres = await postgresWorld()
afterAll(() => postgres.end())

const log = silentLogger
const clock = { now: () => new Date(sampleMoment(0)) }
const openAt = (url: string) => openPostgresStorage({ url, clock })
const stopped = (url: string) => openWholeDatabase({ url, schema, isShared: false })
const running = (url: string) => openWholeDatabase({ url, schema, isShared: true })
const into = (url: string, restart = false) =>
  openDatabaseCopy({ url, log, restart, patience: 200 })

/** Whatever JSON can say, and an id that no text of PostgreSQL can hold. */
const odd = 'a\u0000b\ud800 c\u2028'

async function filledFolder(tickets = 0): Promise<string> {
  const folder = world.newFolder()
  const storage = await world.open(folder)
  for (const id of ['tic_1', 'tic_2', 'tic_3']) await openSampleTicket(storage, id)
  await storage.transaction(async (tx) => {
    tx.tickets.save(sampleTicket(odd, { subject: odd, reference: 'WP-1', requesterId: 'cus_2' }))
    tx.messages.save(sampleMessage(odd, { ticketId: odd }))
    for (let i = 0; i < tickets; i += 1) {
      tx.tickets.save(sampleTicket(`more_${i}`, { requesterId: 'cus_2', reference: `WP-${i}` }))
    }
  })
  await storage.close()
  return folder
}

async function copy(source: WholeSource, opening: Promise<WholeTarget>): Promise<Sums> {
  try {
    const target = await opening
    return await copyWhole(source, target).finally(() => target.close())
  } finally {
    await source.close()
  }
}

describe('a database', () => {
  it('takes over a folder and gives it back, letter for letter', async () => {
    const [from, url, to] = [await filledFolder(), await postgres.bare(), world.newFolder()]
    const there = await copy(await openWholeFolder(from), into(url))
    const [folder, database] = [await world.open(from), await openAt(url)]
    expect(await sampleTicketsIn(database)).toEqual(await sampleTicketsIn(folder))
    const [strange, found] = await database.transaction(async (tx) => [
      await tx.tickets.get(odd),
      await tx.tickets.search('queue', queueKey('demo'), 'sign in', { limit: 9 }),
    ])
    expect([strange.subject, found.items.length]).toEqual([odd, 3])
    await database.close()
    const back = await copy(await stopped(url), openFolderCopy(to))
    expect(back).toEqual(there)
    expect(await sampleTicketsIn(await world.open(to))).toEqual(await sampleTicketsIn(folder))
  })

  it('goes on with the next number of tickets and events', async () => {
    const url = await postgres.bare()
    await copy(await openWholeFolder(await filledFolder()), into(url))
    const database = await openAt(url)
    await openSampleTicket(database, 'tic_4')
    const { last, eventNumbers } = await sampleTicketsIn(database)
    expect([last, eventNumbers]).toEqual(['WP-1004', [1, 2, 3, 4]])
    await database.close()
  })

  it('that is half a copy is opened by no node, and is finished by the same copy', async () => {
    const [from, url] = [await filledFolder(1_200), await postgres.bare()]
    const target = await into(url)
    const source = await openWholeFolder(from)
    const stop = new AbortController()
    const copying = copyWhole(source, target, {
      onProgress: () => stop.abort(new Error('the power went')),
      signal: stop.signal,
    })
    await expect(copying).rejects.toThrow('the power went')
    await target.close()
    await source.close()
    await expect(openAt(url)).rejects.toThrow(/holds only a part of .*: a copy was interrupted/)
    await expect(running(url)).rejects.toThrow('holds only a part of')
    const other = await openWholeFolder(await filledFolder())
    await expect(copy(other, into(url))).rejects.toThrow(`holds a part of ${from}: choose an empty`)

    const sums = await copy(await openWholeFolder(from), into(url))
    expect(sums.get('tickets')?.records).toBe(1_204)
    const database = await openAt(url)
    const queue = await database.transaction((tx) => tx.tickets.count('requester', 'cus_2'))
    expect(queue).toBe(1_201)
    await database.close()
  })

  it('is filled by one at a time, and only where it is empty', async () => {
    const [from, url] = [await filledFolder(), await postgres.database()]
    const first = await into(url)
    await expect(into(url)).rejects.toThrow('is being filled by somebody else')
    await copy(await openWholeFolder(from), Promise.resolve(first))
    const again = copy(await openWholeFolder(from), into(url, true))
    await expect(again).rejects.toThrow('holds data already: choose an empty database')
  })

  it('is moved only when no server runs on it, and takes nothing meanwhile', async () => {
    const url = await postgres.database()
    const database = await openAt(url)
    const expiresAt = new Date(Date.now() + 30_000).toISOString()
    const said = { place: 'host', keys: [], config: '' }
    const node = { id: 'nod_1', createdAt: sampleMoment(0), expiresAt, ...said }
    await database.transaction(async (tx) => tx.nodes.save(node))
    await expect(stopped(url)).rejects.toThrow(/is in use by the server on host: stop every server/)
    await expect(into(url)).rejects.toThrow(/is in use by the server on host/)
    await database.transaction(async (tx) => tx.nodes.delete('nod_1'))
    const source = await stopped(url)
    const late = openSampleTicket(database, 'tic_1')
    expect(source.counts.get('tickets')).toBe(0)
    for await (const { collection } of source.read()) expect(collection).not.toBe('tickets')
    await source.close()
    expect(await late).toBe('WP-1001')
    await database.close()
  })

  it('that is lost on the way is told in one line, and the copy goes on later', async () => {
    const [from, url] = [await filledFolder(1_200), await postgres.bare()]
    const target = await into(url)
    const source = await openWholeFolder(from)
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where pid <> '
    const copying = copyWhole(source, {
      ...target,
      async write(batch) {
        await target.write(batch)
        await postgres.sql(`${others} pg_backend_pid() and datname = current_database()`, url)
      },
    })
    await expect(copying).rejects.toThrow(/^The line to 127\.0\.0\.1:\d+\/\S+ was lost/)
    await target.close()
    await source.close()
    // Nobody gave it back; after fifteen seconds it is anybody's.
    await postgres.sql('delete from waypost._lease', url)
    const sums = await copy(await openWholeFolder(from), into(url))
    expect(sums.get('tickets')?.records).toBe(1_204)
  })

  it('is backed up while servers write, as it was at one moment', async () => {
    const url = await postgres.database()
    const database = await openAt(url)
    await openSampleTicket(database, 'tic_1')
    const source = await running(url)
    await openSampleTicket(database, 'tic_2')
    const file = `${world.newFolder()}.gz`
    const options = { schema, migrations: [], takenAt: new Date() }
    const sums = await copy(source, createArchive(file, options))
    expect(sums.get('tickets')?.records).toBe(1)
    await database.close()
  })

  it('that is none, or cannot be reached, is told in one line without a password', async () => {
    await expect(running(await postgres.bare())).rejects.toThrow('holds no storage of Waypost')
    const nowhere = 'postgres://kim:secret@127.0.0.1:9/help'
    for (const opening of [running(nowhere), into(nowhere)]) {
      await expect(opening).rejects.toThrow(/^No PostgreSQL answers at 127\.0\.0\.1:9\/help/)
    }
  })
})
