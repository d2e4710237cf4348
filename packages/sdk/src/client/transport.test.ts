import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { problem, type Script, scriptedServer } from '../testing/scripted-server.test.kit.js'
import { createClient } from './client.js'

/** A client of a scripted server; its waits are written down instead of waited for. */
async function talk(script: Script, options: { timeout?: number; now?: string } = {}) {
  const server = await scriptedServer(script)
  const waits: number[] = []
  const client = createClient({
    ...server,
    ...options,
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
    clock: { now: () => new Date(options.now ?? '2026-11-21T19:40:00Z') },
  })
  return { client, waits, ...server }
}

const empty = { body: { items: [], nextCursor: null } }
const ticket = { subject: 'Cannot sign in', message: 'Since today', email: 'a@example.com' }

/** A challenge that is solved at the fourth number. */
function workOf(salt: string) {
  const challenge = createHash('sha256').update(`${salt}3`).digest('hex')
  return { algorithm: 'SHA-256', challenge, maxnumber: 9, salt, signature: 'ours' }
}

describe('a call that fails in passing', () => {
  it.each([408, 429, 502, 503, 504])('is made again after HTTP %i', async (status) => {
    const { client, requests, waits } = await talk((_, count) =>
      count < 3 ? { status, body: 'from a proxy' } : empty,
    )
    expect(await client.collections.list()).toEqual(empty.body)
    expect(requests).toHaveLength(3)
    expect(waits).toEqual([250, 500])
  })

  it('is made again when the connection breaks', async () => {
    const { client, requests } = await talk((_, count) => (count === 1 ? 'drop' : empty))
    await client.articles.list()
    expect(requests).toHaveLength(2)
  })

  it('keeps its idempotency key, and the next call gets another', async () => {
    const { client, requests } = await talk((_, count) => (count % 2 ? 'drop' : { status: 201 }))
    await client.tickets.create(ticket, { session: false })
    await client.tickets.create(ticket, { session: false })
    const [first, second, third, fourth] = requests.map((r) => r.headers['idempotency-key'])
    expect(first).toMatch(/^[\x21-\x7e]{16,128}$/)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(fourth).toBe(third)
  })

  it('keeps it also where proof of work is asked for, as the ticket may be there by then', async () => {
    const { client, requests } = await talk(({ path }, count) => {
      if (path === '/v1/challenges') return { body: workOf('salt') }
      return count === 1 ? problem(428, 'proof_required') : { status: 201 }
    })
    await client.tickets.create(ticket, { session: false })
    const [first, , second] = requests.map((r) => r.headers['idempotency-key'])
    expect(first).toMatch(/^[\x21-\x7e]{16,128}$/)
    expect(second).toBe(first)
  })

  it('proves once more where the proof was spent by a try that failed after it', async () => {
    const answers = [428, 200, 503, 428, 200, 201]
    const { client, requests } = await talk(({ path }, count) => {
      if (path === '/v1/challenges') return { body: workOf(`salt${count}`) }
      const status = answers[count - 1] ?? 201
      return status === 428 ? problem(428, 'proof_required') : { status }
    })
    await client.tickets.create(ticket, { session: false })
    expect(requests.map(({ path }) => path.replace('/v1/', ''))).toEqual([
      'tickets',
      'challenges',
      'tickets',
      'tickets',
      'challenges',
      'tickets',
    ])
    const opening = requests.filter(({ path }) => path === '/v1/tickets')
    const [none, first, again, second] = opening.map((r) => r.headers['waypost-guard'])
    expect(none).toBeUndefined()
    expect(first).toMatch(/^proof=/)
    expect(again).toBe(first)
    expect(second).toMatch(/^proof=/)
    expect(second).not.toBe(first)
    expect(new Set(opening.map((r) => r.headers['idempotency-key'])).size).toBe(1)
  })

  it('proves no third time', async () => {
    const { client, requests } = await talk(({ path }) =>
      path === '/v1/challenges' ? { body: workOf('salt') } : problem(428, 'proof_required'),
    )
    const call = client.tickets.create(ticket, { session: false })
    await expect(call).rejects.toMatchObject({ code: 'proof_required' })
    expect(requests.filter(({ path }) => path === '/v1/challenges')).toHaveLength(2)
  })

  it('uses the key that its caller kept', async () => {
    const { client, requests } = await talk(() => ({}))
    await client.tickets.solve('tic_1', { idempotencyKey: 'kept-since-the-crash' })
    expect(requests[0]?.headers['idempotency-key']).toBe('kept-since-the-crash')
  })

  it('waits as long as the server asks, and a little more', async () => {
    const { client, waits } = await talk((_, count) =>
      count === 1 ? problem(503, 'unavailable', {}, { 'retry-after': '7' }) : empty,
    )
    await client.articles.list()
    expect(waits).toEqual([7_250])
  })

  it('understands a moment to wait for', async () => {
    const retryAt = { 'retry-after': 'Sat, 21 Nov 2026 19:40:09 GMT' }
    const { client, waits } = await talk((_, count) =>
      count === 1 ? { status: 503, headers: retryAt } : empty,
    )
    await client.articles.list()
    expect(waits).toEqual([9_250])
  })

  it('tells its caller instead of waiting long', async () => {
    const { client, requests } = await talk(() =>
      problem(429, 'rate_limited', {}, { 'retry-after': '3600' }),
    )
    const call = client.search('refund')
    await expect(call).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 3600 })
    expect(requests).toHaveLength(1)
  })

  it('ends as offline when nobody is there', async () => {
    const client = createClient({ baseUrl: await freeAddress(), sleep: async () => {} })
    const call = client.settings()
    await expect(call).rejects.toMatchObject({ name: 'WaypostError', code: 'offline', status: 0 })
  })

  it('ends as offline when no try is answered in time', async () => {
    const { client, requests } = await talk(() => 'hang', { timeout: 30 })
    await expect(client.settings()).rejects.toMatchObject({
      code: 'offline',
      detail: 'No answer within 30 ms',
    })
    expect(requests).toHaveLength(3)
  })
})

describe('a call that is refused', () => {
  it.each([400, 401, 403, 404, 409, 413, 422, 500, 507])(
    'is not made again after HTTP %i',
    async (status) => {
      const { client, requests } = await talk(() => problem(status, 'something_new'))
      await expect(client.articles.list()).rejects.toMatchObject({ name: 'WaypostError' })
      expect(requests).toHaveLength(1)
    },
  )

  it('says the code, the detail and every wrong field', async () => {
    const errors = [{ path: 'email', code: 'invalid_email' }]
    const { client } = await talk(() =>
      problem(422, 'invalid_input', { detail: 'One field is not valid', errors, future: true }),
    )
    await expect(client.articles.list()).rejects.toMatchObject({
      code: 'invalid_input',
      status: 422,
      message: 'One field is not valid',
      errors,
    })
  })

  it.each([
    [400, 'malformed_request'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [409, 'malformed_request'],
    [418, 'malformed_request'],
    [422, 'invalid_input'],
    [500, 'internal_error'],
    [511, 'internal_error'],
  ])('reads a code from the future by its status %i', async (status, code) => {
    const { client } = await talk(() => problem(status, 'constructor', { detail: 'Since v9' }))
    await expect(client.articles.list()).rejects.toMatchObject({ code, detail: 'Since v9' })
  })
})

describe('an answer that is not from Waypost', () => {
  it.each([
    ['a page', { body: '<p>Please sign in to the hotel network' }],
    ['a missing page', { status: 404, body: '<h1>Not Found' }],
    ['broken JSON', { headers: { 'content-type': 'application/json' }, body: '{"items":[' }],
    ['JSON without a code', { status: 403, body: { message: 'Forbidden' } }],
    ['a redirect', { status: 301, headers: { location: '/elsewhere' } }],
  ])('is unexpected: %s', async (_, answer) => {
    const { client, requests } = await talk(() => answer)
    await expect(client.articles.list()).rejects.toMatchObject({ code: 'unexpected_answer' })
    expect(requests).toHaveLength(1)
  })

  it('is understood where it means the same from anybody', async () => {
    const { client } = await talk(() => ({ status: 502, body: '<h1>Bad Gateway' }))
    await expect(client.articles.list()).rejects.toMatchObject({
      code: 'unavailable',
      detail: 'HTTP 502 with text/html',
    })
  })
})

describe('a call that is stopped', () => {
  it('is aborted while it waits for an answer', async () => {
    const stop = new AbortController()
    const { client, requests } = await talk(() => {
      stop.abort()
      return 'hang'
    })
    const call = client.search('refund', { signal: stop.signal })
    await expect(call).rejects.toMatchObject({ name: 'WaypostError', code: 'aborted' })
    expect(requests).toHaveLength(1)
  })

  it('is aborted between two tries', async () => {
    const stop = new AbortController()
    const { baseUrl, requests } = await scriptedServer(() => ({ status: 503 }))
    const client = createClient({ baseUrl, random: () => 1 })
    setTimeout(() => stop.abort(), 100)
    const call = client.search('refund', { signal: stop.signal })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    expect(requests).toHaveLength(1)
  })

  it('asks nothing when it was stopped before', async () => {
    const { client, requests } = await talk(() => empty)
    const call = client.search('refund', { signal: AbortSignal.abort() })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    expect(requests).toHaveLength(0)
  })
})

/** An address where nobody listens: it was just given back. */
async function freeAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}
