import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Storage, Transaction } from '../../../domain/storage.js'
import { silentLogger } from '../../../foundation/logger.js'
import { openSampleTicket } from '../../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment, sampleTicket } from '../../../testing/storage/sample-records.js'
import { createOutage } from './outage.js'
import { openPostgresStorage } from './postgres-storage.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
afterAll(() => postgres.end())

/** Our connections that wait for somebody else. */
const WAITING = `select pid from pg_stat_activity where wait_event_type = 'Lock'
  and datname = current_database() and application_name = 'waypost'`

const search = (storage: Storage) =>
  storage.transaction((tx: Transaction) =>
    tx.tickets.search('queue', 'site', 'printer', { limit: 5 }),
  )

/** A storage in which nobody can look for words until `unlock`. */
async function withSlowSearch() {
  const url = await postgres.database()
  const storage = await openPostgresStorage({ url, clock })
  const admin = await postgres.connection(url)
  await admin.query('begin; lock table waypost._texts in access exclusive mode')
  const unlock = () => admin.query('commit')
  return {
    ...{ storage, unlock },
    waiting: () => postgres.sql(WAITING, url),
    cancel: () => postgres.sql(`select pg_cancel_backend(pid) from (${WAITING}) w`, url),
    async end() {
      await storage.close()
      await admin.end()
    },
  }
}

describe('searches that take long', () => {
  it('leave a connection to everybody else, and are all answered', async () => {
    const { storage, unlock, waiting, end } = await withSlowSearch()
    const searches = Array.from({ length: 12 }, () => search(storage))
    await expect.poll(waiting).toHaveLength(4)
    expect(await storage.transaction((tx) => tx.events.last())).toBe(0)
    expect(await waiting()).toHaveLength(4)
    await unlock()
    expect(await Promise.all(searches)).toHaveLength(12)
    await end()
  })

  it('are no outage where the database gives them up, and others have their turn', async () => {
    const { storage, unlock, waiting, cancel, end } = await withSlowSearch()
    const searches = Promise.allSettled(Array.from({ length: 4 }, () => search(storage)))
    await expect.poll(waiting).toHaveLength(4)
    const next = search(storage)
    await cancel()
    for (const outcome of await searches) {
      expect(outcome).toMatchObject({ reason: { code: 'unavailable', retryAfter: 5 } })
    }
    expect(storage.isReachable?.()).toBe(true)
    await unlock()
    await expect(next).resolves.toMatchObject({ items: [] })
    await end()
  })
})

describe('a read that the database gives up while several write together', () => {
  it('undoes nothing of what the others were told is kept', async () => {
    const url = await postgres.database()
    const storage = await openPostgresStorage({ url, clock })
    const [holder, locker] = [await postgres.connection(url), await postgres.connection(url)]
    const read = new Set<string>()
    const save = (id: string) =>
      storage.transaction(async (tx) => {
        await tx.tickets.find(id)
        read.add(id)
        tx.tickets.save(sampleTicket(id))
        tx.events.add({ kind: 'ticket.opened', site: 'demo', ticketId: id })
      })
    await save('tic_1')
    // Nobody else writes from here on.
    const texts = () => postgres.sql('select from waypost._texts', url)
    await expect.poll(texts, { timeout: 5_000 }).toHaveLength(1)
    const waiting = () => postgres.sql(WAITING, url)

    // One is on its way, and two who came after it wait for the next commit.
    await holder.query('begin; update waypost._state set commit = commit + 1')
    const ahead = save('tic_ahead')
    await expect.poll(waiting).toHaveLength(1)
    const kept = save('tic_kept')
    await expect.poll(() => read.has('tic_kept')).toBe(true)
    const looks = storage.transaction(async (tx) => {
      await tx.counters.find('none')
      read.add('tic_looks')
      tx.tickets.save(sampleTicket('tic_looks'))
    })
    const looked = Promise.allSettled([looks])
    await expect.poll(() => read.has('tic_looks')).toBe(true)
    await locker.query('begin; lock table waypost.counters in access exclusive mode')
    await holder.query('commit')
    await ahead
    await expect.poll(waiting).toHaveLength(1)
    await postgres.sql(`select pg_cancel_backend(pid) from (${WAITING}) w`, url)

    await kept
    const other = await openPostgresStorage({ url, clock })
    const found = await other.transaction((tx) => tx.tickets.find('tic_kept'))
    expect(found?.id).toBe('tic_kept')
    await locker.query('commit')
    await looked
    await save('tic_after')
    const events = await other.transaction((tx) => tx.events.listAfter(0, 10))
    expect(events.map(({ event }) => (event as { ticketId: string }).ticketId)).toEqual([
      'tic_1',
      'tic_ahead',
      'tic_kept',
      'tic_after',
    ])
    await Promise.all([storage.close(), other.close(), holder.end(), locker.end()])
  })
})

describe('a database that says nothing any more', () => {
  it('is waited for no longer than one that refuses', async () => {
    vi.useFakeTimers()
    try {
      const outage = createOutage({ place: 'db', log: silentLogger })
      const answer = outage.waitFor(new Promise(() => {}))
      const refused = expect(answer).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })
      outage.begins(new Error('timeout'))
      await vi.advanceTimersByTimeAsync(5_000)
      await refused
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a database whose transactions are serializable unless said', () => {
  it('tells a node that somebody came before it, as any other', async () => {
    const url = await postgres.fresh()
    const name = new URL(url).pathname.slice(1)
    await postgres.sql(
      `alter database ${name} set default_transaction_isolation = 'serializable'`,
      url,
    )
    const storage = await openPostgresStorage({ url, clock })
    const somebody = await postgres.connection(url)
    const raise = 'update waypost._state set commit = commit + 1 returning commit::int'
    await somebody.query('begin')
    const [{ commit: raised }] = (await somebody.query(raise)).rows
    const reference = openSampleTicket(storage, 'tic_1')
    await expect.poll(() => postgres.sql(WAITING, url)).toHaveLength(1)
    await somebody.query('commit')
    await expect(reference).resolves.toBe('WP-1001')
    // Nothing was in doubt: to ask would have raised it once more.
    const commits = 'select commit::int from waypost._state'
    expect(await postgres.sql(commits, url)).toEqual([{ commit: raised + 1 }])
    await somebody.end()
    await storage.close()
  })
})
