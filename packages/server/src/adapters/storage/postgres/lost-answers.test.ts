import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Storage } from '../../../domain/storage.js'
import { cutLine } from '../../../testing/storage/cut-line.test.kit.js'
import { openSampleTicket, sampleTicketsIn } from '../../../testing/storage/open-sample-ticket.js'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment, sampleTicket } from '../../../testing/storage/sample-records.js'
import { openPostgresStorage } from './postgres-storage.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
afterAll(() => postgres.end())

async function world() {
  const url = await postgres.database()
  const line = await cutLine(url)
  const open = async (at: string): Promise<Storage> => {
    const storage = await openPostgresStorage({ url: at, clock })
    closing.push(storage.close)
    return storage
  }
  closing.push(line.close)
  return { line, url, cut: await open(line.url), other: await open(url) }
}

const COMMITS = 'select commit::int from waypost._state'

describe('a line that is lost in the middle of a commit', () => {
  it.each([
    ['after the server has heard it', true],
    ['before the server has heard it', false],
  ])('writes once, and says so: %s', async (_, isHeard) => {
    const { cut, line, other } = await world()
    await openSampleTicket(cut, 'tic_before')
    const isCut = line.cutAt((text) => text.includes('message of tic_cut'), { isHeard })
    const reference = await openSampleTicket(cut, 'tic_cut')
    await isCut
    expect(reference).toBe('WP-1002')
    expect(await sampleTicketsIn(other)).toMatchObject({
      ids: ['tic_before', 'tic_cut'],
      references: ['WP-1001', 'WP-1002'],
      withoutMessage: [],
      eventNumbers: [1, 2],
    })
    await expect(openSampleTicket(cut, 'tic_after')).resolves.toBe('WP-1003')
  })

  it.each([
    ['after the server has heard it', true],
    ['before the server has heard it', false],
  ])('loses and doubles nothing of those who went together: %s', async (_, isHeard) => {
    const { cut, line, other } = await world()
    const isCommit = (text: string, before: string) =>
      text.includes('commit\0') && before.includes('for update')
    const isCut = line.cutAt(isCommit, { isHeard })
    const ids = Array.from({ length: 12 }, (_, i) => `tic_${String(i).padStart(2, '0')}`)
    const references = await Promise.all(ids.map((id) => openSampleTicket(cut, id)))
    await isCut
    const kept = await sampleTicketsIn(other)
    expect(kept.ids).toEqual(ids)
    expect(kept.references).toEqual(references)
    expect(new Set(references).size).toBe(12)
    expect(kept.eventNumbers).toEqual(ids.map((_, i) => i + 1))
    expect(kept.withoutMessage).toEqual([])
  })

  it('lets nothing come late that was given up', async () => {
    const { cut, line, url } = await world()
    const [before] = await postgres.sql(COMMITS, url)
    const isCut = line.cutAt((text) => text.includes('tic_once'), { isHeard: false })
    await cut.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_once')))
    await isCut
    // The number has been raised once for asking, and once for the commit itself.
    expect(await postgres.sql(COMMITS, url)).toEqual([{ commit: before.commit + 2 }])
  })
})

describe('backends that are terminated', () => {
  it('cost nothing of what sixteen writers were told on two nodes', async () => {
    const { url, other } = await world()
    const second = await openPostgresStorage({ url, clock })
    closing.push(second.close)
    const told = new Map<string, string>()
    const kill = () =>
      postgres.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'waypost'
        order by random() limit 2`,
        url,
      )
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        for (let i = 0; i < 4; i += 1) {
          const id = `tic_${writer}_${i}`
          told.set(id, await openSampleTicket(writer % 2 ? other : second, id))
          if (writer % 4 === 0) await kill()
        }
      }),
    )
    const kept = await sampleTicketsIn(other)
    expect(kept.ids.toSorted()).toEqual([...told.keys()].sort())
    expect(kept.references.toSorted()).toEqual([...told.values()].sort())
    expect(new Set(kept.references).size).toBe(64)
    expect(kept.eventNumbers).toEqual(kept.ids.map((_, i) => i + 1))
    expect(kept.withoutMessage).toEqual([])
  })
})
