import type { WaypostEvent } from '@waypost/sdk/contract'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { systemClock } from '../foundation/clock.js'
import { watchContent } from './watch-content.js'

const written: WaypostEvent = {
  kind: 'ticket.typing',
  site: 'default',
  ticketId: 'tic_1',
  author: 'requester',
}
const saved: WaypostEvent = {
  kind: 'article.saved',
  site: 'default',
  articleId: 'fees',
  locale: 'en',
}

async function watched() {
  const storage = createMemoryStorage({ clock: systemClock })
  let found = 0
  const changes = await watchContent({
    storage,
    timesFound: () => found,
    onError: (error) => {
      throw error
    },
  })
  onTestFinished(changes.stop)
  return {
    changes,
    happens: (event: WaypostEvent) =>
      storage.transaction(async (tx) => {
        tx.events.add(event)
      }),
    isFound() {
      found += 1
    },
  }
}

describe('content', () => {
  it('is another when an article was saved, and again when it can be found', async () => {
    const { changes, happens, isFound } = await watched()
    await expect.poll(changes.isKnown).toBe(true)
    const before = changes.version()
    await happens(saved)
    await expect.poll(changes.version).toBe(before + 1)
    isFound()
    expect(changes.version()).toBe(before + 2)
  })

  it('is the same while people write, and until that is known nobody relies on it', async () => {
    const { changes, happens } = await watched()
    await expect.poll(changes.isKnown).toBe(true)
    const before = changes.version()
    await happens(written)
    expect(changes.isKnown()).toBe(false)
    await expect.poll(changes.isKnown).toBe(true)
    expect(changes.version()).toBe(before)
  })
})
