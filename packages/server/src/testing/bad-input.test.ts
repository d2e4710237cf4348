import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createListener } from '../http/listen.js'
import { supportWorld } from './support-world.js'

const ticket = { subject: 'Hello', message: 'Hi there', email: 'ada@example.com' }

describe('bad input gets a problem that says where, and never its own words back', () => {
  let world: Awaited<ReturnType<typeof supportWorld>>
  beforeAll(async () => {
    world = await supportWorld()
  })
  afterAll(() => world.close())

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    world.fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const said = (await response.json()) as {
      status: number
      code: string
      detail?: string
      errors?: { path: string; code: string }[]
    }
    const { status, code, detail, errors } = said
    expect(status).toBe(response.status)
    return { status, code, detail, errors }
  }

  it.each([
    ['', 'malformed_json'],
    ['{', 'malformed_json'],
    ["{'a':1}", 'malformed_json'],
    ['null', 'invalid_input'],
    ['[]', 'invalid_input'],
    ['{}', 'invalid_input'],
  ])('for the body %s', async (body, code) => {
    expect(await problem(await post(body))).toMatchObject({ code })
  })

  it.each([
    [{ ...ticket, subject: undefined }, 'subject', 'required'],
    [{ ...ticket, subject: 7 }, 'subject', 'wrong_type'],
    [{ ...ticket, subject: '  ' }, 'subject', 'too_short'],
    [{ ...ticket, subject: '\u0001\n' }, 'subject', 'too_short'],
    [{ ...ticket, subject: '\u200b\u2060' }, 'subject', 'too_short'],
    [{ ...ticket, message: '\ufeff \u200d\n\u3164' }, 'message', 'too_short'],
    [{ ...ticket, subject: 'x'.repeat(201) }, 'subject', 'too_long'],
    [{ ...ticket, message: 'x'.repeat(10_001) }, 'message', 'too_long'],
    [{ ...ticket, kind: 'spam' }, 'kind', 'not_an_option'],
    [{ ...ticket, email: 'ada@' }, 'email', 'invalid_email'],
    [{ ...ticket, email: 'a\r\nBcc: b@example.com' }, 'email', 'invalid_email'],
    [{ ...ticket, fields: { '<script>': 'x' } }, 'fields.*', 'invalid'],
    [{ ...ticket, fields: { plan: {} } }, 'fields.plan', 'wrong_type'],
    [{ ...ticket, fields: [] }, 'fields', 'wrong_type'],
    [[ticket], '', 'wrong_type'],
  ])('for the field in %j', async (body, path, code) => {
    const said = await problem(await post(body))
    expect(said).toMatchObject({ status: 422, code: 'invalid_input', errors: [{ path, code }] })
    // Whoever sees the sentence alone knows where to look.
    expect(said.detail).toBe(`Some of the input is not valid: ${path || 'the whole'} (${code})`)
  })

  it('for a message deeper than a message may be: 10,000 quotes stay plain text', async () => {
    expect((await post({ ...ticket, message: '>'.repeat(10_000) })).status).toBe(201)
  })

  it('for bytes that are too many, not JSON, not UTF-8 or compressed', async () => {
    const huge = JSON.stringify({ ...ticket, message: 'x'.repeat(3_000_000) })
    expect(await problem(await post(huge))).toMatchObject({ code: 'payload_too_large' })
    const types = ['text/plain', 'application/xml', 'application/json; charset=utf-16']
    for (const type of types) {
      const said = await problem(await post(ticket, { 'Content-Type': type }))
      expect(said).toMatchObject({ status: 415, code: 'unsupported_media_type' })
    }
    const gzip = await post(ticket, { 'Content-Encoding': 'gzip' })
    expect(gzip.status).toBe(415)
    const latin = await world.fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    })
    expect(await problem(latin)).toMatchObject({ code: 'malformed_json' })
  })

  it('for addresses that lead nowhere, methods nobody takes, locales that are none', async () => {
    const get = async (path: string, init?: RequestInit) => problem(await world.fetch(path, init))
    expect(await get('/v1/nothing')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await get('/v1/articles/..%2f..%2fetc')).toMatchObject({ status: 404 })
    expect(await get('/v1/articles/')).toMatchObject({ status: 404 })
    expect(await get('/v1/articles/%00')).toMatchObject({ status: 404 })
    expect(await get('/v1/articles/%zz')).toMatchObject({ status: 404 })
    const patched = await world.fetch('/v1/search', { method: 'PATCH' })
    expect(patched.headers.get('allow')).toBe('GET')
    expect(await problem(patched)).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(await get('/v1/search?q=x&locale=not_a_locale')).toMatchObject({
      errors: [{ path: 'locale', code: 'invalid_locale' }],
    })
    expect(await get('/v1/search')).toMatchObject({ errors: [{ path: 'q', code: 'required' }] })
    expect(await get('/v1/search?q=x&limit=0')).toMatchObject({
      errors: [{ path: 'limit', code: 'too_small' }],
    })
    expect(await get('/v1/search?q=x&cursor=!!')).toMatchObject({
      errors: [{ path: 'cursor', code: 'invalid_cursor' }],
    })
    expect(await get('/v1/articles?cursor=zzz')).toMatchObject({
      errors: [{ path: 'cursor', code: 'invalid_cursor' }],
    })
  })

  it('for a line with a break in it: one line is kept', async () => {
    const response = await post({ ...ticket, subject: 'Hello\r\nBcc: x@example.com' })
    expect(await response.json()).toMatchObject({
      ticket: { subject: 'Hello Bcc: x@example.com' },
    })
  })

  it('for a short idempotency key', async () => {
    const said = await problem(await post(ticket, { 'Idempotency-Key': 'short' }))
    expect(said).toMatchObject({ errors: [{ path: 'Idempotency-Key' }] })
  })

  it('for pages of other origins: no reading, no writing', async () => {
    const evil = { Origin: 'https://evil.test' }
    expect(await problem(await post(ticket, evil))).toMatchObject({ code: 'origin_not_allowed' })
    const read = await world.fetch('/v1/search?q=x', { headers: evil })
    expect(read.headers.get('access-control-allow-origin')).toBeNull()
    const own = await world.fetch('/v1/search?q=x', {
      headers: { Origin: 'http://localhost:5173' },
    })
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
    expect(own.headers.get('access-control-allow-credentials')).toBeNull()
    expect(own.headers.get('vary')).toBe('Origin')
  })

  it('for bytes that are no HTTP at all', async () => {
    const server = createListener(world.world.app.fetch)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const raw = (head: string) =>
      new Promise<string>((resolve) => {
        let text = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(head))
        socket.on('data', (chunk) => {
          text += chunk
          if (text.includes('}')) socket.destroy()
        })
        socket.on('close', () => resolve(text))
      })
    const heads = [
      'GET /v1/search\\..\\ HTTP/1.1\r\nHost: ::::\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nX-Bad\u0000: 1\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      'POST /v1/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n',
      'GET /v1/search?q=a HTTP/1.1\r\nConnection: close\r\n\r\n',
    ]
    for (const head of heads) {
      const said = await raw(head)
      expect(said).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(said.toLowerCase()).toContain('application/problem+json')
    }
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('rate limits', () => {
  it('let an address open five tickets a minute, then say how long to wait', async () => {
    const world = await supportWorld({ config: { unlimited: false } })
    const open = (body = ticket) =>
      world.fetch('/v1/tickets', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    for (let n = 0; n < 8; n++) expect((await open({ ...ticket, email: 'a@' })).status).toBe(422)
    for (let n = 0; n < 5; n++) expect((await open()).status).toBe(201)
    const refused = await open()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ code: 'rate_limited' })
    expect((await world.fetch('/healthz')).status).toBe(200)
  })
})
