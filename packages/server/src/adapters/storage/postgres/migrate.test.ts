import { afterAll, describe, expect, it } from 'vitest'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment } from '../../../testing/storage/sample-records.js'
import { found } from '../../../testing/storage/search-tickets.js'
import { openPostgresStorage } from './postgres-storage.js'
import { openWholeDatabase } from './whole-database.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
afterAll(() => postgres.end())

const open = (url: string) => openPostgresStorage({ url, clock })

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url)
  change(other)
  return other.href
}

describe('a database', () => {
  it('is migrated once, by whichever node comes first, while the others wait', async () => {
    const url = await postgres.bare()
    const said: string[] = []
    const say = (message: string) => void said.push(message)
    const log = { info: say, warn: say, error: say }
    const openSaying = () => openPostgresStorage({ url, clock, log })
    const nodes = await Promise.all([openSaying(), openSaying(), openSaying()])
    expect(said.filter((message) => message === 'Migrated the database')).toHaveLength(1)
    const references = await Promise.all(nodes.map((node, i) => openSampleTicket(node, `tic_${i}`)))
    expect(new Set(references).size).toBe(3)
    await Promise.all(nodes.map((node) => node.close()))
    expect(await postgres.sql('select count(*)::int from waypost._lease', url)).toEqual([
      { count: 0 },
    ])
  })

  it('is taken over where a node has died with the lease', async () => {
    const url = await postgres.fresh()
    await postgres.sql(
      `insert into waypost._lease values
        ('migrate', gen_random_uuid(), now() + interval '300 milliseconds');
      update waypost._tables set signature = 'older' where name = 'tickets'`,
      url,
    )
    const storage = await open(url)
    await openSampleTicket(storage, 'tic_1')
    await storage.close()
  })

  it('has its index entries made anew where they were made under other declarations', async () => {
    const url = await postgres.fresh()
    const before = await open(url)
    for (const id of ['tic_1', 'tic_2', 'tic_3']) await openSampleTicket(before, id)
    const kept = await sampleTicketsIn(before)
    await before.close()
    await postgres.sql(
      `delete from waypost._entries where table_name = 'tickets' and id <> 'tic_1';
      insert into waypost._entries values ('tickets', 'former', 'key', 'sort', 'tic_1');
      update waypost._tables set signature = 'older' where name = 'tickets'`,
      url,
    )
    const after = await open(url)
    expect(await sampleTicketsIn(after)).toEqual(kept)
    await after.close()
    const former = `select from waypost._entries where index_name = 'former'`
    expect(await postgres.sql(former, url)).toEqual([])
  })

  it('has them made anew also where somebody writes, and each waits for the other', async () => {
    const url = await postgres.fresh()
    const name = new URL(url).pathname.slice(1)
    const before = await open(url)
    await openSampleTicket(before, 'tic_1')
    const kept = await sampleTicketsIn(before)
    await before.close()
    await postgres.sql(
      `update waypost._tables set signature = 'older' where name = 'tickets';
      alter database ${name} set deadlock_timeout = '3s'`,
      url,
    )
    const other = await postgres.connection(url)
    await other.query(`set deadlock_timeout = '60s'`)
    await other.query('begin; select from waypost._state for update')
    const opening = open(url)
    const waiting = () =>
      postgres.sql(
        `select from pg_stat_activity
        where wait_event_type = 'Lock' and datname = '${name}' and application_name = 'waypost'`,
      )
    await expect.poll(waiting, { interval: 20 }).toHaveLength(1)
    await other.query('select from waypost.tickets')
    await other.query('commit')
    const after = await opening
    expect(await sampleTicketsIn(after)).toEqual(kept)
    await Promise.all([after.close(), other.end()])
  })

  it('brings along what was written when its words were kept with it', async () => {
    const url = await postgres.fresh()
    const before = await open(url)
    await openSampleTicket(before, 'tic_1')
    const kept = await sampleTicketsIn(before)
    await before.close()
    await postgres.sql(
      `alter table waypost._state drop column told, drop column signatures;
      alter table waypost.tickets drop column written;
      alter table waypost.messages drop column written;
      alter table waypost.notes drop column written;
      update waypost._schema set version = 2;
      update waypost._tables set signature = regexp_replace(signature, ':2$', ':1')`,
      url,
    )
    const after = await open(url)
    expect(await sampleTicketsIn(after)).toEqual(kept)
    expect(await found(after, 'second')).toEqual(['tic_1'])
    await openSampleTicket(after, 'tic_2')
    expect((await found(after, 'second')).toSorted()).toEqual(['tic_1', 'tic_2'])
    await after.close()
  })

  it('is refused in one line where a newer version has written it', async () => {
    const url = await postgres.fresh()
    await postgres.sql('update waypost._schema set version = 99', url)
    await expect(open(url)).rejects.toMatchObject({ code: 'unavailable' })
    const line = /^127\.0\.0\.1:\d+\/\w+ was written by a newer Waypost/
    await expect(open(url)).rejects.toThrow(line)
    const whole = openWholeDatabase({ url, schema: 1, isShared: true })
    await expect(whole).rejects.toThrow(line)
  })

  // A server of somebody else's may let anybody in.
  it.skipIf(!postgres.isPrivate).each<[what: string, change: (url: URL) => void, line: RegExp]>([
    [
      'the password is wrong',
      (url) => {
        url.password = 'secret-of-nobody'
      },
      /refuses the password of "postgres". Correct DATABASE_URL$/,
    ],
    [
      'there is no such database',
      (url) => {
        url.pathname = '/none'
      },
      /\/none: there is no such database/,
    ],
    [
      'no server answers',
      (url) => {
        url.port = '1'
      },
      /No PostgreSQL answers at 127\.0\.0\.1:1\/\w+\. Start it, or correct DATABASE_URL$/,
    ],
  ])('says in one line without a secret that %s', async (_, change, line) => {
    const url = changed(await postgres.bare(), change)
    const refusal = await open(url).then(
      () => new Error('it was opened'),
      (error: Error) => error,
    )
    expect(refusal.message).toMatch(line)
    expect(refusal.message).not.toContain('\n')
    expect(refusal.message).not.toContain(new URL(url).password)
  })

  it('is refused where its text is not UTF-8', async () => {
    const url = await postgres.bare(`encoding 'LATIN1' locale 'C' template template0`)
    await expect(open(url)).rejects.toThrow(/keeps its text in LATIN1/)
  })
})
