import { afterAll, expect, it } from 'vitest'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import {
  sampleArticle,
  sampleMoment,
  sampleTicket,
} from '../../../testing/storage/sample-records.js'
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
