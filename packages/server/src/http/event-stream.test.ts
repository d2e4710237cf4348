import { expect, it } from 'vitest'
import { readStream } from '../testing/stream-reader.test.kit.js'
import { createEventStream } from './event-stream.js'

const ticketId = `tic_${'0'.repeat(26)}`
const message = (id: number) => ({ id, event: { kind: 'ticket.read', ticketId } }) as const

function line() {
  const happened: string[] = []
  const { body, outlet } = createEventStream({
    hangUp: () => happened.push('hung up'),
    onGone: () => happened.push('gone'),
  })
  return { happened, outlet, body, reads: () => readStream(new Response(body)) }
}

it('cuts off who is 64 kB behind, once, and writes to them no more', () => {
  const { happened, outlet } = line()
  let sent = 0
  for (; happened.length === 0; sent += 1) outlet.send(message(sent))
  for (let n = 0; n < 10; n += 1) outlet.send(message(n))
  outlet.drop()
  expect(happened).toEqual(['gone', 'hung up'])
  const bytes =
    sent * `id: 1\nevent: ticket.read\ndata: ${JSON.stringify(message(1).event)}\n\n`.length
  expect(bytes).toBeGreaterThan(60 * 1024)
  expect(bytes).toBeLessThan(66 * 1024)
})

it('never cuts off who reads, however much there is, and tells them everything', async () => {
  const { happened, outlet, reads } = line()
  const stream = reads()
  for (let n = 0; n < 5_000; n += 1) {
    await outlet.hasRoom()
    outlet.send(message(n))
  }
  outlet.leave()
  await stream.ended()
  expect(happened).toEqual(['gone'])
  expect(stream.told.map(({ id }) => id)).toEqual(Array.from({ length: 5_000 }, (_, n) => n))
})

it('says why it ends, and lets go of who waits for room when they leave', async () => {
  const { happened, outlet, reads } = line()
  const stream = reads()
  outlet.end('session_expired')
  await stream.ended()
  expect(stream.told).toMatchObject([{ event: 'end', data: { code: 'session_expired' } }])

  const other = line()
  while (other.happened.length === 0 && (await isFree(other.outlet.hasRoom()))) {
    other.outlet.send(message(1))
  }
  const waiting = other.outlet.hasRoom()
  await other.body.cancel()
  await waiting
  expect([happened, other.happened]).toEqual([['gone'], ['gone']])
})

const isFree = (room: Promise<void>) =>
  Promise.race([room.then(() => true), Promise.resolve().then(() => Promise.resolve(false))])
