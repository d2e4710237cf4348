import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Storage } from '../../../domain/storage.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment, sampleTicket } from '../../../testing/storage/sample-records.js'
import { openPostgresStorage } from './postgres-storage.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
const opened: Storage[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()))
})
afterAll(() => postgres.end())

async function open(url: string): Promise<Storage> {
  const storage = await openPostgresStorage({ url, clock })
  opened.push(storage)
  return storage
}

async function twoNodes() {
  const url = await postgres.fresh()
  return { url, one: await open(url), two: await open(url) }
}

describe('two nodes on one database', () => {
  it('read at once what the other has written', async () => {
    const { one, two } = await twoNodes()
    await one.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1')))
    expect(await two.transaction((tx) => tx.tickets.count('requester', 'cus_1'))).toBe(1)
  })

  it('run work over what one has written last, and again where the other came before', async () => {
    const { one, two } = await twoNodes()
    for (let i = 0; i < 5; i += 1) await openSampleTicket(one, `tic_${i}`)
    const runs: (number | undefined)[] = []
    const count = (storage: Storage) =>
      storage.transaction(async (tx) => {
        const counter = await tx.counters.get('demo|tickets')
        if (storage === one) runs.push(counter.value)
        tx.counters.save({ ...counter, value: counter.value + 1 })
      })
    await count(one)
    await count(two)
    await count(one)
    expect(runs).toEqual([1005, 1006, 1007])

    for (let i = 5; i < 10; i += 1) await openSampleTicket(one, `tic_${i}`)
    await count(two)
    // What only reads is not answered from memory; nor is what comes after it.
    const read = () => one.transaction(async (tx) => (await tx.counters.get('demo|tickets')).value)
    expect(await read()).toBe(1014)
    await count(one)
    expect(runs.slice(3)).toEqual([1014])
  })

  it('wake each other when an event was added, once it can be read', async () => {
    const { one, two } = await twoNodes()
    const seen: number[] = []
    two.onEvents(() => {
      two.transaction((tx) => tx.events.last()).then((last) => seen.push(last))
    })
    await openSampleTicket(one, 'tic_1')
    await expect.poll(() => seen).toEqual([1])
    await openSampleTicket(one, 'tic_2')
    await expect.poll(() => seen).toEqual([1, 2])
  })

  it('wake also where the notification was lost', async () => {
    const { url, one, two } = await twoNodes()
    let woken = 0
    two.onEvents(() => {
      woken += 1
    })
    await postgres.sql(
      `create function waypost.pg_notify(text, text) returns void language sql as '';
      alter database ${new URL(url).pathname.slice(1)} set search_path = waypost, pg_catalog`,
      url,
    )
    const mute = await open(url)
    await openSampleTicket(mute, 'tic_1')
    await expect.poll(() => woken, { timeout: 5000 }).toBe(1)
    expect((await sampleTicketsIn(one)).ids).toEqual(['tic_1'])
  })

  it('lose and double nothing under sixteen writers, and number events without a gap', async () => {
    const { one, two } = await twoNodes()
    const given = await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        const own: string[] = []
        for (let i = 0; i < 5; i += 1) {
          own.push(await openSampleTicket(writer % 2 ? one : two, `tic_${writer}_${i}`))
        }
        return own
      }),
    )
    const kept = await sampleTicketsIn(one)
    expect(kept.references.toSorted()).toEqual(given.flat().sort())
    expect(new Set(given.flat()).size).toBe(80)
    expect(kept.last).toBe('WP-1080')
    expect(kept.eventNumbers).toEqual(given.flat().map((_, i) => i + 1))
  })

  it('go on without one that has fallen silent in the middle of a commit', async () => {
    const { url, one } = await twoNodes()
    const frozen = await postgres.connection(url)
    await frozen.query(`set idle_in_transaction_session_timeout = '200ms'`)
    await frozen.query('begin; select from waypost._state for update')
    await expect(openSampleTicket(one, 'tic_1')).resolves.toBe('WP-1001')
    await frozen.end().catch(() => undefined)
  })

  it('are told apart from one that knows other indexes, which is refused until it is replaced', async () => {
    const { url, one, two } = await twoNodes()
    await postgres.sql(
      `begin; update waypost._tables set signature = 'newer' where name = 'tickets';
      update waypost._state set declared = declared + 1, commit = commit + 1; commit`,
      url,
    )
    for (const node of [one, two]) {
      await expect(openSampleTicket(node, 'tic_1')).rejects.toMatchObject({ code: 'unavailable' })
      await expect(node.transaction((tx) => tx.events.last())).rejects.toThrow(/newer Waypost/)
    }
  })
})
