import { expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { createStreams, type Streams } from '../domain/streams/streams.js'
import { silentLogger } from '../foundation/logger.js'
import { feedStreams } from './feed-streams.js'

it('lets everybody read again what they show where this node has missed events', async () => {
  let now = Date.parse('2026-11-22T09:00:00Z')
  const clock = { now: () => new Date(now) }
  const storage = createMemoryStorage({ clock })
  const happens = () =>
    storage.transaction(async (tx) => tx.events.add({ kind: 'settings.changed', site: 'default' }))
  await happens()
  await happens()
  now += 25 * 3_600_000
  // Lets go of those of yesterday.
  await happens()
  expect(await storage.transaction((tx) => tx.events.first())).toBe(3)

  const streams = createStreams({ storage, clock, onError() {} })
  const said: string[] = []
  // As a node that has read nothing of it: it was cut off for a day.
  const cutOff: Streams = {
    ...streams,
    start: async () => 0,
    reset() {
      said.push('reset')
      streams.reset()
    },
  }
  const feed = await feedStreams({ storage, streams: cutOff, heartbeat: 20, log: silentLogger })
  await feed.caughtUp()
  await happens()
  await feed.caughtUp()
  expect(said).toEqual(['reset'])
  await feed.close()
})
