import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createAgentClient } from '../agent.js'
import { createClient } from '../client.js'
import { createMemoryTokens } from '../token-store.js'
import { type EventsOptions, type EventsState, listenToEvents } from './events.js'

interface Line {
  headers: IncomingHttpHeaders
  url: string
  /** Sends a piece as it is. */
  say(text: string): void
  cut(): void
  end(): void
}

/** A real server that streams what a test says, line by line; `answer` says what comes instead. */
async function streamingServer(answer: (count: number, response: ServerResponse) => boolean) {
  const lines: Line[] = []
  let next: ((line: Line) => void) | undefined
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/v1/sessions')) {
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end('{"token":"wps_2","expiresAt":"","customer":null}')
      return
    }
    const line: Line = {
      headers: request.headers,
      url: request.url ?? '',
      say: (text) => void response.write(text),
      cut: () => response.destroy(),
      end: () => void response.end(),
    }
    lines.push(line)
    if (!answer(lines.length, response)) {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('retry: 40\n: hello\n\n')
    }
    next?.(line)
    next = undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    lines,
    line: () => new Promise<Line>((resolve) => (next = resolve)),
  }
}

/** Somebody with a session who listens; waits between two lines are written down. */
async function listens(
  answer: (count: number, response: ServerResponse) => boolean = () => false,
  options: Partial<EventsOptions> & { getToken?: () => string } = {},
) {
  const server = await streamingServer(answer)
  const first = server.line()
  const tokens = createMemoryTokens()
  await tokens.set('wps_1')
  const { getToken, ...rest } = options
  const client = createClient({
    baseUrl: server.baseUrl,
    tokens,
    sleep: async () => {},
    random: () => 1,
    ...(getToken && { getToken }),
  })
  const heard: string[] = []
  const states: EventsState[] = []
  const waits: number[] = []
  let wake: (() => void) | undefined
  /** Resolves when this has been heard or become. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (wake = resolve))
  }
  const stop = listenToEvents(client, {
    onEvent({ kind, ...more }, id) {
      heard.push(`${id} ${kind} ${JSON.stringify(more)}`)
      wake?.()
    },
    onState(state) {
      states.push(state)
      wake?.()
    },
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 1,
    ...rest,
  })
  onTestFinished(stop)
  return { ...server, first, heard, states, waits, until, stop }
}

const replied = (id: number) =>
  `id: ${id}\nevent: ticket.replied\ndata: {"kind":"ticket.replied","ticketId":"tic_${id}"}\n\n`
const of = (id: number) => `${id} ticket.replied {"ticketId":"tic_${id}"}`

describe('somebody who listens', () => {
  it('hears what happens, with the token in a header and nowhere else', async () => {
    const { first, heard, states, until } = await listens()
    const line = await first
    line.say(replied(7).slice(0, 20))
    line.say(replied(7).slice(20) + replied(8))
    await until(() => heard.length === 2)
    expect(heard).toEqual([of(7), of(8)])
    expect(states).toEqual(['connecting', 'open'])
    expect(line.headers).toMatchObject({
      authorization: 'Bearer wps_1',
      accept: 'text/event-stream',
    })
    expect(line.headers['last-event-id']).toBe(undefined)
    expect(line.url).toBe('/v1/stream')
  })

  it.each(['cut', 'end'] as const)(
    'goes on after the last number where the line was %s',
    async (how) => {
      const { first, line, heard, states, waits, until } = await listens()
      const one = await first
      one.say(`${replied(7)}:\nid: 9\n\n`)
      await until(() => heard.length === 1)
      const next = line()
      one[how]()
      const two = await next
      expect(two.headers['last-event-id']).toBe('9')
      two.say(replied(10))
      await until(() => heard.length === 2)
      expect(heard).toEqual([of(7), of(10)])
      expect(states).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open'])
      expect(waits).toHaveLength(1)
    },
  )

  it('begins after the number that it was given', async () => {
    const { first } = await listens(() => false, { lastEventId: '41' })
    expect((await first).headers['last-event-id']).toBe('41')
  })

  it('is told where something may have been missed', async () => {
    const { first, heard, until } = await listens()
    ;(await first).say('id: 50\nevent: reset\ndata: {}\n\n')
    await until(() => heard.length === 1)
    expect(heard).toEqual(['50 reset {}'])
  })

  it('waits longer each time, and as long as the server asks', async () => {
    const { waits, until, states } = await listens((count, response) => {
      if (count === 4) response.writeHead(503, { 'retry-after': '45' }).end()
      else response.destroy()
      return true
    })
    await until(() => states.filter((state) => state === 'connecting').length > 8)
    expect(waits.slice(0, 8)).toEqual([
      ...[3_000, 2_000, 4_000, 45_000 + 8_000],
      ...[16_000, 30_000, 30_000, 30_000],
    ])
  })

  it('renews its session where that is over', async () => {
    const { first, line, heard, until } = await listens(
      (count, response) => {
        if (count !== 2) return false
        response.writeHead(401, { 'content-type': 'application/problem+json' })
        response.end('{"code":"session_expired"}')
        return true
      },
      { getToken: () => 'of the host' },
    )
    const one = await first
    let next = line()
    one.say('event: end\ndata: {"code":"session_expired"}\n\n')
    one.end()
    await next
    next = line()
    const three = await next
    expect(three.headers.authorization).toBe('Bearer wps_2')
    three.say(replied(3))
    await until(() => heard.length === 2)
    expect(heard).toEqual([' end {"code":"session_expired"}', of(3)])
  })

  it('stops where it may not hear, and asks no more', async () => {
    const { lines, states, until } = await listens((_, response) => {
      response.writeHead(403, { 'content-type': 'application/problem+json' })
      response.end('{"code":"forbidden"}')
      return true
    })
    await until(() => states.includes('ended'))
    expect([lines.length, states]).toEqual([1, ['connecting', 'ended']])
  })

  it('says so where something keeps the stream back, and comes again later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { first, line, states, waits, until } = await listens((count, response) => {
      // A proxy that waits for more before it hands anything on.
      if (count === 1) response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (count === 1) response.flushHeaders()
      return count === 1
    })
    await first
    const next = line()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(states).toEqual(['connecting'])
    await vi.advanceTimersByTimeAsync(1)
    await next
    await until(() => states.includes('open'))
    expect([states, waits]).toEqual([['connecting', 'buffered', 'open'], [300_000]])
  })

  it('leaves a line on which nothing has come for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { first, line, states, until } = await listens()
    await first
    await until(() => states.includes('open'))
    const next = line()
    await vi.advanceTimersByTimeAsync(50_000)
    await next
    await until(() => states.length === 5)
    expect(states).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open'])
  })

  it('may be of the team', async () => {
    const server = await streamingServer(() => false)
    const first = server.line()
    const agent = createAgentClient({ baseUrl: server.baseUrl, token: 'wpa_1' })
    onTestFinished(listenToEvents(agent, { onEvent() {} }))
    expect((await first).headers.authorization).toBe('Bearer wpa_1')
  })

  it('hangs up when it is stopped, and hears nothing any more', async () => {
    const { first, heard, states, until, stop, lines } = await listens()
    const line = await first
    await until(() => states.includes('open'))
    stop()
    line.say(replied(7))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([heard, lines.length, states.at(-1)]).toEqual([[], 1, 'open'])
  })
})
