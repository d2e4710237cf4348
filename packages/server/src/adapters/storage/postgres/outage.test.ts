import { afterAll, describe, expect, it } from 'vitest'
import { cutLine } from '../../../testing/storage/cut-line.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment, sampleTicket } from '../../../testing/storage/sample-records.js'
import { openPostgresStorage } from './postgres-storage.js'

const postgres = await postgresWorld()
afterAll(() => postgres.end())

describe.skipIf(!postgres.isPrivate)('a server that is stopped and started', () => {
  it('is waited for a moment, then told; and used again without a restart of ours', async () => {
    const url = await postgres.database()
    const lines: string[] = []
    const say = (message: string, facts = {}) => lines.push(JSON.stringify({ message, ...facts }))
    const log = { info: say, warn: say, error: say }
    const clock = { now: () => new Date(sampleMoment(0)) }
    const storage = await openPostgresStorage({ url, clock, log })
    let woken = 0
    storage.onEvents(() => {
      woken += 1
    })
    await openSampleTicket(storage, 'tic_1')
    expect(storage.isReachable?.()).toBe(true)

    await postgres.stopServer()
    const waits = openSampleTicket(storage, 'tic_2')
    await postgres.startServer()
    await expect(waits).resolves.toBe('WP-1002')

    await postgres.stopServer()
    await expect.poll(() => storage.isReachable?.()).toBe(false)
    const refusals = await Promise.allSettled([
      openSampleTicket(storage, 'tic_none'),
      storage.transaction((tx) => tx.events.last()),
    ])
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ reason: { code: 'unavailable', retryAfter: 5 } })
    }

    await postgres.startServer()
    await expect.poll(() => storage.isReachable?.(), { timeout: 5000 }).toBe(true)
    await openSampleTicket(storage, 'tic_3')
    expect(await sampleTicketsIn(storage)).toMatchObject({
      ids: ['tic_1', 'tic_2', 'tic_3'],
      eventNumbers: [1, 2, 3],
    })
    await expect.poll(() => woken, { timeout: 5000 }).toBeGreaterThan(1)
    expect(lines.join('\n')).toMatch(/cannot be reached.*\n.*is back/)
    expect(lines.join('\n')).not.toContain(new URL(url).password)
    await storage.close()
  })
})

describe('a database that may only be read for a while', () => {
  it('is tried again without a connection left open each time', async () => {
    const url = await postgres.fresh()
    const name = new URL(url).pathname.slice(1)
    const clock = { now: () => new Date(sampleMoment(0)) }
    const storage = await openPostgresStorage({ url, clock })
    await postgres.sql(
      `alter database ${name} set default_transaction_read_only = on;
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${name}' and application_name = 'waypost'`,
    )
    const opening = openSampleTicket(storage, 'tic_1')
    const open = async () => {
      const [row] = await postgres.sql(
        `select count(*)::int from pg_stat_activity
        where datname = '${name}' and application_name = 'waypost'`,
      )
      return row.count
    }
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    // One that watches, one that is to write and may just be closing, and some that read.
    expect(await open()).toBeLessThan(8)
    await postgres.sql(`alter database ${name} reset default_transaction_read_only`)
    await expect(opening).resolves.toBe('WP-1001')
    await storage.close()
    await expect.poll(open).toBe(0)
  })
})

describe('a database that hangs while several want to write', () => {
  it('lets nobody wait longer than for one that is away, but whoever is on the way to it', async () => {
    const url = await postgres.fresh()
    const line = await cutLine(url)
    const clock = { now: () => new Date(sampleMoment(0)) }
    const storage = await openPostgresStorage({ url: line.url, clock })
    const save = (id: string) => {
      let isRead = false
      const saved = storage.transaction(async (tx) => {
        await tx.tickets.find(id)
        isRead = true
        tx.tickets.save(sampleTicket(id))
      })
      const ended = Promise.allSettled([saved])
      return { saved, ended, isRead: () => isRead }
    }
    await save('tic_1').saved

    const holder = await postgres.connection(url)
    await holder.query('begin; update waypost._state set commit = commit + 1')
    const onTheWay = save('tic_way')
    await expect.poll(onTheWay.isRead).toBe(true)
    const waiting = [save('tic_2'), save('tic_3')]
    for (const { isRead } of waiting) await expect.poll(isRead).toBe(true)
    line.hold()
    const heldAt = Date.now()
    for (const { saved } of waiting) {
      await expect(saved).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })
    }
    expect(Date.now() - heldAt).toBeLessThan(16_000)

    await holder.query('commit')
    line.letGo()
    const [way] = await onTheWay.ended
    const other = await openPostgresStorage({ url, clock })
    const found = (id: string) => other.transaction((tx) => tx.tickets.find(id))
    expect((await found('tic_way')) !== undefined).toBe(way.status === 'fulfilled')
    expect(await found('tic_2')).toBe(undefined)
    expect(await found('tic_3')).toBe(undefined)
    await expect.poll(() => storage.isReachable?.(), { timeout: 5_000 }).toBe(true)
    await save('tic_2').saved
    expect(await found('tic_2')).toBeDefined()
    await Promise.all([storage.close(), other.close(), holder.end()])
    await line.close()
  }, 90_000)
})
