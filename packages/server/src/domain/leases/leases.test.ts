import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.js'
import { TERM } from './lease.js'
import { createLeases } from './leases.js'

/** Nodes that share a storage; each may have a clock that is wrong by so much. */
function nodes() {
  let now = Date.parse('2026-11-22T09:00:00Z')
  const storage = createMemoryStorage({ clock: { now: () => new Date(now) } })
  return {
    node: (holder: string, wrongBy = 0) =>
      createLeases({ storage, holder, clock: { now: () => new Date(now + wrongBy) } }),
    passes(milliseconds: number) {
      now += milliseconds
    },
  }
}

it('gives a lease to one node, for as long as it renews it', async () => {
  const { node, passes } = nodes()
  const [one, other] = [node('one'), node('other')]
  expect(await one.take('content')).toBe(true)
  for (let time = 0; time < 5 * TERM; time += TERM / 3) {
    passes(TERM / 3)
    expect(await other.take('content')).toBe(false)
    expect(await one.take('content')).toBe(true)
  }
})

it('gives it to the next one when its holder has been silent for a term', async () => {
  const { node, passes } = nodes()
  const [one, other] = [node('one'), node('other')]
  await one.take('content')
  expect(await other.take('content')).toBe(false)
  passes(TERM - 1)
  expect(await other.take('content')).toBe(false)
  passes(1)
  expect(await other.take('content')).toBe(true)
  expect(await one.take('content')).toBe(false)
})

it('is not misled by clocks that differ by minutes', async () => {
  const { node, passes } = nodes()
  const [one, fast, slow] = [node('one'), node('fast', 2 * 60_000), node('slow', -2 * 60_000)]
  await one.take('content')
  for (let time = 0; time < 3 * TERM; time += TERM / 3) {
    expect(await fast.take('content')).toBe(false)
    expect(await slow.take('content')).toBe(false)
    passes(TERM / 3)
    expect(await one.take('content')).toBe(true)
  }
  passes(TERM)
  expect(await slow.take('content')).toBe(false)
  passes(TERM)
  expect(await slow.take('content')).toBe(true)
  expect(await fast.take('content')).toBe(false)
})

it('is free at once when it was given back, and when it was left long ago', async () => {
  const { node, passes } = nodes()
  const one = node('one')
  await one.take('content')
  await one.giveBack('content')
  expect(await node('other').take('content')).toBe(true)
  await one.giveBack('content')
  expect(await one.take('content')).toBe(false)
  passes(6 * 60_000)
  expect(await one.take('content')).toBe(true)
})

it('is held by one alone when many ask at the same moment', async () => {
  const { node } = nodes()
  const taken = await Promise.all(
    Array.from({ length: 16 }, (_, n) => node(`node-${n}`).take('content')),
  )
  expect(taken.filter(Boolean)).toHaveLength(1)
})
