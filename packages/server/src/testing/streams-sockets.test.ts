import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadConfig, startServer } from '../app/index.js'
import { silentLogger } from '../foundation/logger.js'
import { until } from './command-line.js'
import { readStream } from './stream-reader.test.kit.js'

const AGENT = 'agent-token-of-these-tests'

/** A server that listens, with one ticket in it. */
async function serving() {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-streams-'))
  const config = await loadConfig({ flags: { data: 'data', port: '0' }, env: {}, folder })
  config.agentToken = AGENT
  config.streams.heartbeat = 1
  const server = await startServer({ config, env: {}, log: silentLogger })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= server.close())
  onTestFinished(async () => {
    await close()
    rmSync(folder, { recursive: true })
  })
  const { storage, streams } = server.world
  const opened = await fetch(`${server.url}/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subject: 'Lamp', message: 'Dark', email: 'ada@example.com' }),
  })
  const { ticket } = (await opened.json()) as { ticket: { id: string } }
  return {
    ...{ url: server.url, close, streams },
    async listens(after?: number) {
      const headers = {
        Authorization: `Bearer ${AGENT}`,
        ...(after !== undefined && { 'Last-Event-ID': `${after}` }),
      }
      const answer = await fetch(`${server.url}/v1/stream`, { headers })
      expect(answer.status).toBe(200)
      return readStream(answer)
    },
    /** So many events at once, each so long. */
    happens: (count: number, bytes = 1) =>
      storage.transaction(async (tx) => {
        for (let n = 0; n < count; n += 1) {
          const noteId = `${n}|${'x'.repeat(bytes)}`
          tx.events.add({ kind: 'ticket.noted', site: 'default', ticketId: ticket.id, noteId })
        }
      }),
  }
}

it('says that it is alive, with how far it is, and ends when the server stops', async () => {
  const { listens, close, streams, happens } = await serving()
  const stream = await listens()
  await happens(1)
  await stream.until(() => stream.comments.length > 2)
  expect(stream.comments).toEqual(['hello', '', ''])
  expect(stream.lastId()).toBe(stream.told.at(-1)?.id)
  const started = Date.now()
  await close()
  await stream.ended()
  expect(stream.retry()).not.toBe(3_000)
  expect(streams.count()).toBe(0)
  // Not the eight seconds that calls under way may take.
  expect(Date.now() - started).toBeLessThan(4_000)
})

it('cuts off who does not read, gives their place back, and tells them the rest when they return', async () => {
  const { url, listens, happens, streams, close } = await serving()
  const { socket, text } = stalled(url)
  await until(async () => streams.count() === 1)
  const [COUNT, BYTES] = [1_200, 10_000]
  await happens(COUNT, BYTES)
  await until(async () => streams.count() === 0)
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
  const whole = text().split('\n\n').slice(0, -1)
  const heard = whole.flatMap((block) => /"noteId":"(\d+)\|/.exec(block)?.[1] ?? [])
  expect(heard.length).toBeLessThan(COUNT)
  const last = Number(whole.flatMap((block) => /\bid: (\d+)/.exec(block)?.[1] ?? []).at(-1))
  const again = await listens(last)
  await again.until(() => heard.length + again.events().length >= COUNT)
  const rest = again.events().map(({ data }) => String(data.noteId).split('|')[0])
  expect([...heard, ...rest]).toEqual(Array.from({ length: COUNT }, (_, n) => `${n}`))
  await close()
  await again.ended()
})

/** Somebody who opens a stream and reads nothing of it. */
function stalled(url: string): { socket: Socket; text(): string } {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk) => {
    text += chunk
  })
  // A cut line is what is looked for.
  socket.on('error', () => {})
  socket.pause()
  socket.write(
    `GET /v1/stream HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${AGENT}\r\n\r\n`,
  )
  return { socket, text: () => text.replaceAll(/\r\n[\da-f]*\r\n|\r\n/g, '') }
}
