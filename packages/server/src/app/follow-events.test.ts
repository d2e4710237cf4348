import { WaypostError } from '@waypost/sdk/contract'
import { expect, it, onTestFinished } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import type { LoggedEvent } from '../domain/event-log.js'
import { followEvents } from './follow-events.js'

const DAY = 86_400_000

/** A log that others write to; whoever follows it may be cut off from it. */
function log() {
  let now = Date.parse('2026-11-22T09:00:00Z')
  const storage = createMemoryStorage({ clock: { now: () => new Date(now) } })
  const errors: string[] = []
  const read: number[] = []
  let isCutOff = false
  const follower = followEvents({
    storage: {
      ...storage,
      transaction: (work) =>
        isCutOff ? Promise.reject(new WaypostError('unavailable')) : storage.transaction(work),
    },
    after: 0,
    handle: async (events: readonly LoggedEvent[]) => {
      read.push(...events.map(({ number }) => number))
    },
    onError: (error) => errors.push(String(error)),
  })
  onTestFinished(() => follower.stop())
  return {
    ...{ follower, errors, read },
    happens: () =>
      storage.transaction(async (tx) => {
        tx.events.add({ kind: 'agent.added', site: '', agentId: 'agt_1' })
      }),
    cutOff(is: boolean) {
      isCutOff = is
    },
    passes(milliseconds: number) {
      now += milliseconds
    },
  }
}

it('hands on what happened while the log was out of reach, in order', async () => {
  const { follower, happens, cutOff, read } = log()
  await happens()
  await follower.caughtUp()
  cutOff(true)
  await happens()
  await happens()
  await follower.caughtUp()
  expect([read, follower.last()]).toEqual([[1], 1])
  cutOff(false)
  await follower.caughtUp()
  expect([read, follower.last(), follower.hasMissed()]).toEqual([[1, 2, 3], 3, false])
})

it('says that it has missed something when the log has forgotten it meanwhile', async () => {
  const { follower, happens, cutOff, passes, read, errors } = log()
  await happens()
  await follower.caughtUp()
  cutOff(true)
  await happens()
  await follower.caughtUp()
  passes(2 * DAY)
  await happens()
  cutOff(false)
  await happens()
  await follower.caughtUp()
  expect([read, follower.hasMissed()]).toEqual([[1, 3, 4], true])
  expect(errors).toEqual(['WaypostError: unavailable', expect.stringContaining('forgotten')])
})

it('misses nothing where the log was empty for days', async () => {
  const { follower, happens, passes, read } = log()
  await happens()
  await follower.caughtUp()
  passes(2 * DAY)
  await happens()
  await follower.caughtUp()
  expect([read, follower.hasMissed()]).toEqual([[1, 2], false])
})
