import { afterAll, afterEach, expect, it } from 'vitest'
import type { Ticket } from '../../../domain/tickets/ticket.js'
import { cutLine } from '../../../testing/storage/cut-line.test.kit.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import {
  sampleMessage,
  sampleMoment,
  sampleSession,
  sampleTicket,
} from '../../../testing/storage/sample-records.js'
import { openPostgresStorage } from './postgres-storage.js'

const postgres = await postgresWorld()
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => postgres.end())

async function world() {
  let seconds = 0
  const clock = { now: () => new Date(sampleMoment(seconds)) }
  const url = await postgres.database()
  const storage = await openPostgresStorage({ url, clock })
  closing.push(storage.close)
  const later = (by: number) => {
    seconds += by
  }
  const sql = async (text: string) =>
    (await postgres.sql(text, url)) as { [name: string]: string }[]
  const saves = (ticket: Ticket) =>
    storage.transaction(async (tx) => {
      tx.tickets.save(ticket)
      tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: ticket.id })
    })
  return { storage, later, sql, saves }
}

it('leaves nothing of a record behind that it replaces without having read it', async () => {
  const { storage, sql, saves } = await world()
  await saves(sampleTicket('tic_1', { requesterId: 'cus_1', subject: 'Invoice' }))
  await saves(sampleTicket('tic_1', { requesterId: 'cus_2', subject: 'Refund' }))
  const [before, after] = await storage.transaction((tx) =>
    Promise.all([
      tx.tickets.count('requester', 'cus_1'),
      tx.tickets.count('requester', 'cus_2'),
    ] as const),
  )
  expect([before, after]).toEqual([0, 1])
  const keys = await sql(`select key from waypost._entries where index_name = 'requester'`)
  expect(keys).toEqual([{ key: 'cus_2' }])
  const words = () => sql(`select words::text from waypost._texts`)
  await expect.poll(words, { timeout: 5_000 }).toHaveLength(1)
  const texts = await words()
  expect(texts[0]?.words).toContain('refund')
  expect(texts[0]?.words).not.toContain('invoice')
})

it('writes all or nothing where one of many is not new, and counts the commit once', async () => {
  const { storage, sql, saves } = await world()
  await saves(sampleTicket('tic_old', { requesterId: 'cus_1' }))
  await storage.transaction(async (tx) => {
    for (const id of ['tic_new', 'tic_old']) {
      tx.tickets.save(sampleTicket(id, { requesterId: 'cus_2' }))
      tx.messages.save(sampleMessage(`msg_of_${id}`, { ticketId: id }))
    }
    tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: 'tic_new' })
  })
  const found = await storage.transaction(async (tx) => ({
    first: await tx.tickets.count('requester', 'cus_1'),
    second: await tx.tickets.count('requester', 'cus_2'),
    events: (await tx.events.listAfter(0, 10)).map(({ number }) => number),
  }))
  expect(found).toEqual({ first: 0, second: 2, events: [1, 2] })
  expect(await sql('select id from waypost.messages order by id')).toHaveLength(2)
})

it('takes the place of a record that has ended and was not swept yet', async () => {
  const { storage, later, sql } = await world()
  const save = (hash: string, expiresAt: string) =>
    storage.transaction(async (tx) => {
      await tx.sessions.find('ses_1')
      tx.sessions.save(sampleSession('ses_1', { tokenHash: hash, expiresAt }))
    })
  await save('first', sampleMoment(10))
  later(20)
  await save('second', sampleMoment(100))
  const keys = await sql(`select key from waypost._entries where id = 'ses_1' order by key`)
  expect(keys.map(({ key }) => key)).not.toContain('first')
  await expect(storage.transaction((tx) => tx.sessions.get('ses_1'))).resolves.toMatchObject({
    tokenHash: 'second',
  })
})

it('prepares no more statements however many ways there are in which records are alike', async () => {
  const url = await postgres.database()
  const clock = { now: () => new Date(sampleMoment(0)) }
  const prepared = new Set<string>()
  const line = await cutLine(url)
  // Nothing is cut: it only listens.
  void line.cutAt(
    (text) => {
      for (const [name] of text.matchAll(/write \d+/g)) prepared.add(name)
      return false
    },
    { isHeard: true },
  )
  const storage = await openPostgresStorage({ url: line.url, clock })
  const save = (pattern: number) =>
    storage.transaction(async (tx) => {
      for (let i = 0; i < 7; i += 1) {
        const createdAt = sampleMoment(Math.floor((pattern * 7_919) / 4 ** i) % 4)
        tx.sessions.save(sampleSession(`ses_${pattern}_${i}`, { createdAt }))
      }
    })
  await save(0)
  for (let pattern = 1; pattern < 500; pattern += 1) await save(pattern)
  expect(prepared.size).toBeGreaterThan(20)
  expect(prepared.size).toBeLessThan(220)
  const counted = `select count(*)::int from waypost._entries where table_name = 'sessions'`
  expect(await postgres.sql(counted, url)).toEqual([{ count: 3_500 }])
  const last = await storage.transaction((tx) => tx.sessions.findBy('token', 'hash of ses_499_6'))
  expect(last?.id).toBe('ses_499_6')
  await storage.close()
  await line.close()
}, 30_000)
