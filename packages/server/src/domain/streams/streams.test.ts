import type { StreamEvent } from '@waypost/sdk/contract'
import { expect, it } from 'vitest'
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.js'
import { sampleTicket } from '../../testing/storage/sample-records.js'
import type { Actor } from '../actor.js'
import type { Outlet, StreamMessage } from './outlet.js'
import { createStreams } from './streams.js'

const clock = { now: () => new Date('2026-11-22T09:00:00Z') }
const agent: Actor = { kind: 'agent', site: 'default', agentId: 'a', name: 'Kim', role: 'agent' }

/** Streams over a log that a test fills, and what went down each of them. */
async function streamsOver(count: number) {
  const storage = createMemoryStorage({ clock })
  const ticket = sampleTicket('tic_1', { site: 'default' })
  await storage.transaction(async (tx) => tx.tickets.save(ticket))
  const streams = createStreams({ storage, clock, onError() {} })
  let handled = await streams.start()
  await happens(count)
  return {
    ...{ streams, happens },
    /** What a follower does: tells what is new, and all of it again after a failure. */
    async tells() {
      const from = handled
      const events = await storage.transaction((tx) => tx.events.listAfter(from, 1_000))
      await streams.handle(events)
      handled = events.at(-1)?.number ?? handled
    },
  }

  async function happens(times: number): Promise<void> {
    await storage.transaction(async (tx) => {
      for (let n = 0; n < times; n += 1) {
        const { id: ticketId, site } = ticket
        tx.events.add({ kind: 'ticket.noted', site, ticketId, noteId: `${n}` })
      }
    })
  }
}

function listener(actorNow: () => Promise<Actor> = async () => agent) {
  const sent: StreamMessage[] = []
  let [dropped, release] = [false, () => {}]
  let room: Promise<void> = Promise.resolve()
  const outlet: Outlet = {
    send: (message) => void sent.push(message),
    beat() {},
    hasRoom: () => room,
    end() {},
    leave() {},
    drop: () => {
      dropped = true
    },
  }
  return {
    ...{ outlet, actor: agent, actorNow },
    notes: () => sent.map((message) => noteOf('event' in message ? message.event : undefined)),
    isDropped: () => dropped,
    /** Nothing more can be sent to them until what this returns is called. */
    stalls() {
      room = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
  }
}

const noteOf = (event: StreamEvent | undefined) =>
  event?.kind === 'ticket.noted' ? Number(event.noteId) : 'signal'

it('tells nobody twice when one of them could not be told', async () => {
  const { streams, tells } = await streamsOver(3)
  let fails = true
  const good = listener()
  const bad = listener(async () => {
    if (fails) throw new Error('no storage')
    return agent
  })
  for (const one of [good, bad]) streams.open({ ...one, after: undefined })
  await expect(tells()).rejects.toThrow('no storage')
  fails = false
  await tells()
  expect([good.notes(), bad.notes()]).toEqual([
    ['signal', 0, 1, 2],
    ['signal', 0, 1, 2],
  ])
})

it('tells what happens meanwhile after what was missed, also where the reader is slow', async () => {
  const { streams, tells, happens } = await streamsOver(3)
  await tells()
  const slow = listener()
  const goesOn = slow.stalls()
  streams.open({ ...slow, after: 0 })
  await happens(2)
  await tells()
  expect(slow.notes()).toEqual([])
  goesOn()
  await expect.poll(slow.notes).toEqual([0, 1, 2, 0, 1])
})

it('cuts off who does not read what they have missed while ever more happens', async () => {
  const { streams, tells, happens } = await streamsOver(3)
  await tells()
  const slow = listener()
  slow.stalls()
  streams.open({ ...slow, after: 0 })
  await happens(501)
  await tells()
  expect(slow.isDropped()).toBe(true)
})

it('reads no long log for anybody: who was away for so long reads anew what they show', async () => {
  const { streams, tells, happens } = await streamsOver(10_001)
  for (let n = 0; n < 11; n += 1) await tells()
  const [away, near] = [listener(), listener()]
  streams.open({ ...away, after: 0 })
  streams.open({ ...near, after: 9_999 })
  await happens(1)
  await tells()
  await expect.poll(away.notes).toEqual(['signal', 0])
  await expect.poll(near.notes).toEqual([9_999, 10_000, 0])
})
