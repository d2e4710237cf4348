import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.js'
import type { Storage } from '../storage.js'
import { createBudgets } from './budgets.js'

const FIVE = { name: 'open', points: 5, seconds: 60, batch: 1, free: 0 }
const SIXTY = { name: 'identify', points: 60, seconds: 60, batch: 10, free: 0 }

/** Nodes that share a storage, which counts how often it was written to. */
function nodes() {
  let now = Date.parse('2026-11-22T09:00:00Z')
  const clock = { now: () => new Date(now) }
  const storage = createMemoryStorage({ clock })
  let saves = 0
  let asked = 0
  const counting: Storage = {
    ...storage,
    transaction: (work) => {
      asked += 1
      return storage.transaction((tx) =>
        work({
          ...tx,
          spendings: {
            ...tx.spendings,
            save(record) {
              saves += 1
              tx.spendings.save(record)
            },
          },
        }),
      )
    },
  }
  return {
    node: () => createBudgets({ storage: counting, clock, digest: (text) => `hash of ${text}` }),
    passes(milliseconds: number) {
      now += milliseconds
    },
    saves: () => saves,
    asked: () => asked,
  }
}

it('counts on all nodes together, and for each caller apart', async () => {
  const { node, passes } = nodes()
  const [one, other] = [node(), node()]
  for (const n of [0, 1, 2, 3, 4]) await (n % 2 ? other : one).take(FIVE, '192.0.2.1')
  passes(20_000)
  for (const server of [one, other]) {
    await expect(server.take(FIVE, '192.0.2.1')).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfter: 40,
    })
  }
  await one.take(FIVE, '192.0.2.2')
})

it('begins anew when its time is over', async () => {
  const { node, passes } = nodes()
  const [one, other] = [node(), node()]
  for (let n = 0; n < 5; n += 1) await one.take(FIVE, '192.0.2.1')
  await expect(other.take(FIVE, '192.0.2.1')).rejects.toMatchObject({ code: 'rate_limited' })
  passes(60_000)
  await other.take(FIVE, '192.0.2.1')
})

it('writes once for a batch, and asks nobody about a caller whom it has refused', async () => {
  const { node, saves, asked } = nodes()
  const one = node()
  await Promise.all(Array.from({ length: 60 }, () => one.take(SIXTY, '192.0.2.1')))
  expect(saves()).toBe(6)
  const before = asked()
  await expect(one.take(SIXTY, '192.0.2.1')).rejects.toMatchObject({ code: 'rate_limited' })
  expect(asked()).toBe(before)
})

it('writes nothing for a caller who comes as rarely as most', async () => {
  const { node, saves, passes } = nodes()
  const [one, other] = [node(), node()]
  const budget = { ...SIXTY, free: 5 }
  for (let minute = 0; minute < 3; minute += 1) {
    for (let n = 0; n < 5; n += 1) await one.take(budget, '192.0.2.1')
    passes(60_000)
  }
  expect(saves()).toBe(0)
  const calls = Array.from({ length: 100 }, (_, n) =>
    (n % 2 ? one : other).take(budget, '192.0.2.2'),
  )
  const given = (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled')
  expect([given.length, saves()]).toEqual([60 + 2 * 5, 6])
})

it('gives out no more than there is when nodes fetch at the same moment', async () => {
  const { node } = nodes()
  const servers = [node(), node(), node()]
  const calls = Array.from({ length: 90 }, (_, n) => servers[n % 3]?.take(SIXTY, '192.0.2.1'))
  const given = (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled')
  expect(given).toHaveLength(60)
})
