import { afterAll, expect, it } from 'vitest'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import {
  sampleArticle,
  sampleMoment,
  sampleTicket,
} from '../../../testing/storage/sample-records.js'
import { found } from '../../../testing/storage/search-tickets.js'
import { openPostgresStorage } from './postgres-storage.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
afterAll(() => postgres.end())

const odd = ['\0', '\ud83d', '\udd11', '\ue000', '\u{1f511}', 'x'.repeat(3_000), "';--", '\\']

it('keeps, finds and sorts what no text of PostgreSQL may hold', async () => {
  const storage = await openPostgresStorage({ url: await postgres.database(), clock })
  const tickets = odd.map((text) =>
    sampleTicket(`tic_${text}`, { requesterId: text, subject: text }),
  )
  await storage.transaction(async (tx) => {
    for (const ticket of tickets) tx.tickets.save(ticket)
    for (const title of odd) tx.articles.save(sampleArticle(`of ${title}`, { title }))
  })
  for (const ticket of tickets) {
    const { id, requesterId } = ticket
    const found = await storage.transaction(async (tx) => [
      await tx.tickets.get(id),
      await tx.tickets.findBy('requester', requesterId),
    ])
    expect(found).toEqual([ticket, ticket])
  }
  const titles: string[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page = await storage.transaction((tx) =>
      tx.articles.list('locale', 'demo|en|', { limit: 3, after: after ?? undefined }),
    )
    titles.push(...page.items.map(({ title }) => title))
    after = page.next
  }
  expect(titles).toEqual(odd.toSorted())
  await storage.close()
})

/** Unicode has them for a space and a mark, or for words with spaces between, which nobody sees. */
const spaced = ['\u{37a}1-2', '\u{fe70}3-4', '\u{fc5e}5-6', '\u{2bc}\u{2bc}s']
const texts = `select id, words::text from waypost._texts where id like 'tic%' order by id`

it('keeps and finds a number with a sign before it that stands for a space', async () => {
  const url = await postgres.database()
  const open = () => openPostgresStorage({ url, clock })
  const storage = await open()
  await storage.transaction(async (tx) => {
    for (const [i, subject] of spaced.entries()) {
      tx.tickets.save(sampleTicket(`tic_${i}`, { subject, context: { locale: 'en' } }))
    }
    tx.tickets.save(sampleTicket('tic_glaze', { subject: 'Glaze' }))
  })
  expect(await found(storage, 'glaze')).toEqual(['tic_glaze'])
  const kept = () => postgres.sql(texts, url)
  await expect.poll(kept, { timeout: 5_000 }).toHaveLength(5)
  const before = await kept()
  expect(await found(storage, '1-2')).toEqual(['tic_0'])
  for (const [i, text] of spaced.slice(0, 3).entries()) {
    expect(await found(storage, text)).toEqual([`tic_${i}`])
  }
  await storage.close()
  await postgres.sql(`update waypost._tables set signature = '' where name = 'tickets'`, url)
  const again = await open()
  expect(await kept()).toEqual(before)
  await again.close()
})

it('answers a question that is longer than any word may be in PostgreSQL', async () => {
  const storage = await openPostgresStorage({ url: await postgres.database(), clock })
  expect(await found(storage, `${'\u{fdfa}'.repeat(100)}-1`)).toEqual([])
  expect(await found(storage, '\u{2bc}\u{2bc}s')).toEqual([])
  await storage.close()
})

it('keeps of a text as much as fits, and finds it by that', async () => {
  const url = await postgres.database()
  const storage = await openPostgresStorage({ url, clock })
  // Each word takes fifteen times as much as it seems to.
  const long = Array.from(
    { length: 14_000 },
    (_, i) => `${'\u{fdfa}'.repeat(3)}${(2_000 + i).toString(36)}`,
  )
  await storage.transaction(async (tx) => {
    tx.tickets.save(sampleTicket('tic_long', { subject: `Glaze ${long.join(' ')}` }))
  })
  expect(await found(storage, 'glaze')).toEqual(['tic_long'])
  await expect.poll(() => postgres.sql(texts, url), { timeout: 10_000 }).toHaveLength(1)
  expect(await found(storage, 'glaze')).toEqual(['tic_long'])
  await storage.close()
})

/** A database that refuses a word for good: what it was asked first stands before its own. */
const refusing = (name: string) => `
  create schema refusing;
  create function refusing.array_to_tsvector(words text[]) returns tsvector language plpgsql as $$
    begin
      if 'poison' = any(words) then raise exception sqlstate '54000'; end if;
      return pg_catalog.array_to_tsvector(words);
    end $$;
  alter database ${name} set search_path = refusing, pg_catalog`

it('passes over words that the database cannot keep, and keeps all others', async () => {
  const url = await postgres.fresh()
  await postgres.sql(refusing(new URL(url).pathname.slice(1)), url)
  const lines: string[] = []
  const say = (message: string, facts = {}) => lines.push(JSON.stringify({ message, ...facts }))
  const log = { info: say, warn: say, error: say }
  const open = () => openPostgresStorage({ url, clock, log })
  const storage = await open()
  await storage.transaction(async (tx) => {
    for (const [i, subject] of ['Glaze', 'Poison', 'Celadon'].entries()) {
      tx.tickets.save(sampleTicket(`tic_${i}`, { subject }))
    }
  })
  const kept = async () => (await postgres.sql(texts, url)).map(({ id }) => id)
  await expect.poll(kept, { timeout: 10_000 }).toEqual(['tic_0', 'tic_2'])
  expect(await found(storage, 'glaze')).toEqual(['tic_0'])
  await storage.transaction(async (tx) => {
    tx.tickets.save(sampleTicket('tic_3', { subject: 'Celadon' }))
  })
  await expect.poll(kept, { timeout: 5_000 }).toEqual(['tic_0', 'tic_2', 'tic_3'])
  await storage.close()
  const passed = /"Passed over words.*"tickets".*"tic_1".*"54000"/
  expect(lines.filter((line) => passed.test(line))).toHaveLength(1)

  await postgres.sql(`update waypost._tables set signature = '' where name = 'tickets'`, url)
  const again = await open()
  expect(await kept()).toEqual(['tic_0', 'tic_2', 'tic_3'])
  expect(lines.filter((line) => passed.test(line))).toHaveLength(2)
  await again.close()
})
