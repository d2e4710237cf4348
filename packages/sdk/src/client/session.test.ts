import { describe, expect, it } from 'vitest'
import { problem, type SeenRequest, scriptedServer } from '../testing/scripted-server.test.kit.js'
import { type ClientOptions, createClient } from './client.js'
import { createMemoryTokens } from './token-store.js'

const draft = { subject: 'Cannot sign in', message: 'Since today' }
const ada = 'identity token of Ada'

/** A server that hands out sessions `wps_1`, `wps_2`, … and forgets those it is told to. */
async function sessions(options: Partial<ClientOptions> = {}) {
  const expired = new Set<string>()
  let started = 0
  const server = await scriptedServer((request) => {
    if (request.path === '/v1/sessions') {
      const customer = isIdentified(request) ? { id: 'cus_ada', name: 'Ada', email: null } : null
      return { status: 201, body: { token: `wps_${++started}`, expiresAt: '', customer } }
    }
    const token = tokenOf(request)
    if (token && expired.has(token)) return problem(401, 'session_expired')
    if (!token && request.path === '/v1/tickets' && request.method === 'GET') {
      return problem(401, 'unauthenticated')
    }
    return request.method === 'DELETE' ? { status: 204 } : { body: { items: [] } }
  })
  const tokens = createMemoryTokens()
  const client = createClient({ ...server, tokens, sleep: async () => {}, ...options })
  const spoken = () =>
    server.requests.map((seen) => `${seen.method} ${seen.path} ${tokenOf(seen) ?? 'nobody'}`)
  return { client, tokens, expired, spoken, ...server }
}

const tokenOf = ({ headers }: SeenRequest) => headers.authorization?.replace('Bearer ', '')
const isIdentified = ({ body }: SeenRequest) => (body as { identityToken?: string }).identityToken

describe('a session', () => {
  it('is not started by reading', async () => {
    const { client, spoken } = await sessions()
    await client.search('refund')
    await client.settings()
    expect(spoken()).toEqual(['GET /v1/search nobody', 'GET /v1/settings nobody'])
  })

  it('is known to be there or not without asking the server', async () => {
    const { client, spoken } = await sessions()
    expect(await client.session.has()).toBe(false)
    const starting = client.session.start()
    expect(await client.session.has()).toBe(true)
    await starting
    await client.session.end()
    expect(await client.session.has()).toBe(false)
    expect(spoken()).toEqual(['POST /v1/sessions nobody', 'DELETE /v1/sessions/current wps_1'])
  })

  it('is started once for two tickets opened at the same time', async () => {
    const { client, spoken } = await sessions()
    await Promise.all([client.tickets.create(draft), client.tickets.create(draft)])
    await client.tickets.create(draft)
    expect(spoken()).toEqual([
      'POST /v1/sessions nobody',
      'POST /v1/tickets wps_1',
      'POST /v1/tickets wps_1',
      'POST /v1/tickets wps_1',
    ])
  })

  it('is left alone by a ticket that wants none', async () => {
    const { client, spoken } = await sessions()
    await client.session.start()
    await client.tickets.create({ ...draft, email: 'ada@example.com' }, { session: false })
    expect(spoken()).toEqual(['POST /v1/sessions nobody', 'POST /v1/tickets nobody'])
  })

  it('gives way to a ticket token', async () => {
    const { client, spoken } = await sessions()
    await client.session.start()
    await client.tickets.messages('tic_1', { accessToken: 'wpt_1', limit: 5 })
    await client.tickets.solve('tic_1', { accessToken: 'wpt_1' })
    expect(spoken().slice(1)).toEqual([
      'GET /v1/tickets/tic_1/messages wpt_1',
      'POST /v1/tickets/tic_1/solve wpt_1',
    ])
  })

  it('says who the customer is', async () => {
    const { client, requests, tokens } = await sessions()
    const session = await client.session.start({ identityToken: ada })
    expect(session.customer).toMatchObject({ name: 'Ada' })
    expect(requests[0]?.body).toEqual({ identityToken: ada })
    expect(tokens.get()).toBe('wps_1')
  })

  it('takes along what was learnt in the session of a visitor, where that is said', async () => {
    const { client, requests } = await sessions()
    const { token: visitorToken } = await client.session.start()
    await client.session.start({ identityToken: ada, visitorToken })
    expect(requests[1]?.body).toEqual({ identityToken: ada, visitorToken: 'wps_1' })
  })

  it('comes to whoever keeps its token', async () => {
    const kept: unknown[] = []
    const tokens = { get: () => null, set: (...given: unknown[]) => void kept.push(given) }
    const { client } = await sessions({ tokens })
    const session = await client.session.start({ identityToken: ada })
    expect(kept).toEqual([['wps_1', session]])
  })

  it('keeps the one before when the identity token is refused', async () => {
    const server = await scriptedServer(() => problem(401, 'identity_token_invalid'))
    const tokens = createMemoryTokens()
    tokens.set('wps_before')
    const client = createClient({ ...server, tokens })
    const start = client.session.start({ identityToken: 'forged' })
    await expect(start).rejects.toMatchObject({ code: 'identity_token_invalid' })
    expect(tokens.get()).toBe('wps_before')
  })

  it('is waited for by the calls after it', async () => {
    const { client, spoken } = await sessions()
    const start = client.session.start({ identityToken: ada })
    await client.tickets.list()
    await start
    expect(spoken()).toEqual(['POST /v1/sessions nobody', 'GET /v1/tickets wps_1'])
  })

  it('is started for the customer whom the host names', async () => {
    const { client, requests } = await sessions({ getToken: async () => ada })
    await client.tickets.list()
    expect(requests.map((seen) => seen.body)).toEqual([
      undefined,
      { identityToken: ada },
      undefined,
    ])
  })

  it('fails with one of our errors when the host cannot name the customer', async () => {
    const getToken = async () => {
      throw new TypeError('fetch failed')
    }
    const { client } = await sessions({ getToken })
    await expect(client.tickets.create(draft)).rejects.toMatchObject({
      name: 'WaypostError',
      code: 'identity_token_invalid',
      cause: expect.any(TypeError),
    })
  })
})

describe('an expired session', () => {
  it('is renewed once for an identified customer, with the same idempotency key', async () => {
    let asked = 0
    const getToken = () => `${ada} ${++asked}`
    const { client, expired, requests, spoken } = await sessions({ getToken })
    await client.session.start()
    expired.add('wps_1')
    const reply = { message: 'It is back' }
    await Promise.all([client.tickets.reply('tic_1', reply), client.tickets.reply('tic_2', reply)])
    expect(spoken().filter((line) => line.includes('sessions'))).toHaveLength(2)
    expect(asked).toBe(2)
    const keys = requests
      .filter((seen) => seen.path.includes('tic_1'))
      .map((seen) => seen.headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('is not renewed a second time for the same call', async () => {
    const { client, expired, requests } = await sessions({ getToken: () => ada })
    await client.session.start()
    for (const token of ['wps_1', 'wps_2', 'wps_3']) expired.add(token)
    await expect(client.tickets.get('tic_1')).rejects.toMatchObject({ code: 'session_expired' })
    expect(requests.filter((seen) => seen.path === '/v1/sessions')).toHaveLength(2)
  })

  it('is replaced for an anonymous visitor who opens a ticket', async () => {
    const { client, expired, tokens } = await sessions()
    await client.session.start()
    expired.add('wps_1')
    await client.tickets.create(draft)
    expect(tokens.get()).toBe('wps_2')
  })

  it('does not stand between a visitor and the articles', async () => {
    const { client, expired, tokens, spoken } = await sessions()
    await client.session.start()
    expired.add('wps_1')
    await client.search('refund')
    expect(spoken().slice(1)).toEqual(['GET /v1/search wps_1', 'GET /v1/search nobody'])
    expect(tokens.get()).toBe(null)
  })

  it('is named where nothing takes its place', async () => {
    const { client, expired, tokens } = await sessions()
    await client.session.start()
    expired.add('wps_1')
    await expect(client.tickets.list()).rejects.toMatchObject({ code: 'session_expired' })
    expect(tokens.get()).toBe(null)
  })
})

describe('the end of a session', () => {
  it('forgets the token and tells the server', async () => {
    const { client, spoken, tokens } = await sessions()
    await client.session.start()
    await client.session.end()
    expect(tokens.get()).toBe(null)
    expect(spoken().at(-1)).toBe('DELETE /v1/sessions/current wps_1')
  })

  it('forgets the token although the server is away', async () => {
    const { baseUrl } = await scriptedServer(() => 'drop')
    const tokens = createMemoryTokens()
    tokens.set('wps_1')
    const client = createClient({ baseUrl, tokens, sleep: async () => {} })
    await expect(client.session.end()).rejects.toMatchObject({ code: 'offline' })
    expect(tokens.get()).toBe(null)
  })

  it('has nothing to say about a session that has ended already', async () => {
    const { client, expired } = await sessions()
    await client.session.start()
    expired.add('wps_1')
    await client.session.end()
    await client.session.end()
  })

  it('overtakes a start that is on its way', async () => {
    const { client, tokens } = await sessions()
    const start = client.session.start({ identityToken: ada })
    const [started] = await Promise.allSettled([start, client.session.end()])
    expect(started).toMatchObject({ status: 'rejected', reason: { code: 'aborted' } })
    expect(tokens.get()).toBe(null)
  })

  it('is not undone by a call that is refused afterwards', async () => {
    const { client, expired, spoken, tokens } = await sessions({ getToken: () => ada })
    await client.session.start()
    expired.add('wps_1')
    const [list] = await Promise.allSettled([client.tickets.list(), client.session.end()])
    expect(list).toMatchObject({ status: 'rejected', reason: { status: 401 } })
    expect(spoken().filter((line) => line.includes('POST'))).toHaveLength(1)
    expect(tokens.get()).toBe(null)
  })
})

describe('two starts at the same time', () => {
  it('leave the later session, and a ticket that waited for the earlier one uses it', async () => {
    const { client, requests, tokens } = await sessions()
    const ticket = client.tickets.create(draft)
    await Promise.resolve()
    const start = client.session.start({ identityToken: ada })
    await Promise.all([ticket, start])
    const kept = tokens.get()
    const sent = requests.find((seen) => seen.path === '/v1/tickets')
    expect(sent?.headers.authorization).toBe(`Bearer ${kept}`)
    expect((await start).token).toBe(kept)
  })

  it('stop one waiter without stopping the other', async () => {
    const stop = new AbortController()
    const { client } = await sessions()
    const stopped = client.tickets.create(draft, { signal: stop.signal })
    const other = client.tickets.create(draft)
    stop.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' })
    expect(await other).toEqual({ items: [] })
  })
})
