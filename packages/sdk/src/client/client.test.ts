import { describe, expect, it } from 'vitest'
import { scriptedServer } from '../testing/scripted-server.test.kit.js'
import { createAgentClient } from './agent.js'
import { type ClientOptions, createClient } from './client.js'
import { paginate } from './paginate.js'

async function client(options: Partial<ClientOptions> = {}) {
  const server = await scriptedServer(() => ({ body: { items: [], nextCursor: null, new: 1 } }))
  return { ...server, client: createClient({ ...server, ...options }) }
}

describe('createClient', () => {
  it('names its site in every query, and its locale where words are asked for', async () => {
    const { client: waypost, requests } = await client({ site: 'tidemark', locale: 'de' })
    await waypost.search('Rückerstattung & mehr', { limit: 3, collection: 'billing' })
    await waypost.articles.list({ slug: 'refunds', locale: undefined })
    await waypost.collections.list({ locale: 'ar' })
    await waypost.tickets.list({ cursor: 'abc' })
    expect(requests.map((seen) => seen.query)).toEqual([
      {
        site: 'tidemark',
        locale: 'de',
        q: 'Rückerstattung & mehr',
        limit: '3',
        collection: 'billing',
      },
      { site: 'tidemark', locale: 'de', slug: 'refunds' },
      { site: 'tidemark', locale: 'ar' },
      { site: 'tidemark', cursor: 'abc' },
    ])
  })

  it('asks for its locale at each call, which may be another by then', async () => {
    let locale = 'sv'
    const { baseUrl, requests } = await client()
    const waypost = createClient({
      baseUrl,
      get locale() {
        return locale
      },
    })
    await waypost.search('avgift')
    locale = 'uk'
    await waypost.suggestions({ text: 'рахунок' })
    expect(requests[0]?.query).toMatchObject({ locale: 'sv' })
    expect(requests[1]?.body).toMatchObject({ locale: 'uk' })
  })

  it('tells what became of a search in a call that outlives the page', async () => {
    const { requests, baseUrl } = await client()
    const kept: unknown[] = []
    const waypost = createClient({
      baseUrl,
      site: 'tidemark',
      fetch(url, init) {
        kept.push(init.keepalive)
        return fetch(url, init)
      },
    })
    const searchId = `sea_${'1'.repeat(26)}`
    const event = { kind: 'search.chosen', searchId, articleId: 'refunds', position: 2 } as const
    await waypost.track([event])
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/outcomes',
      query: { site: 'tidemark' },
      body: { events: [event] },
    })
    await waypost.search('refund')
    expect(kept).toEqual([true, undefined])
  })

  it('reads without a header that would cost a preflight', async () => {
    const { client: waypost, requests } = await client()
    await waypost.search('refund')
    await waypost.live()
    const names = ['authorization', 'content-type', 'idempotency-key']
    for (const { headers } of requests) {
      for (const name of names) expect(headers[name]).toBeUndefined()
    }
  })

  it.each([
    'billing/refunds',
    'a:b',
    'what?',
    '#1',
    '100%',
    'two words',
    'Ünïcode',
    '%2e%2e',
    '...',
  ])('carries the article id %j', async (id) => {
    const { client: waypost, requests } = await client()
    await waypost.articles.get(id)
    await waypost.articles.vote(id, { helpful: true })
    expect(requests.map((seen) => seen.path)).toEqual([
      `/v1/articles/${encodeURIComponent(id)}`,
      `/v1/articles/${encodeURIComponent(id)}/vote`,
    ])
  })

  it.each(['', '.', '..'])('finds nothing under %j, which no path can carry', async (id) => {
    const { client: waypost, requests } = await client()
    await expect(waypost.articles.get(id)).rejects.toMatchObject({ code: 'not_found' })
    expect(requests).toHaveLength(0)
  })

  it('refuses what cannot be sent with one of our errors', async () => {
    const { client: waypost } = await client()
    const call = waypost.articles.get('half a pair \ud800')
    await expect(call).rejects.toMatchObject({ name: 'WaypostError', code: 'malformed_request' })
  })

  it('keeps a draft out of the address', async () => {
    const { client: waypost, requests } = await client({ locale: 'de' })
    await waypost.suggestions({ text: 'my secret', url: 'https://host.example/pay' })
    await waypost.suggestions({ url: 'https://host.example/pay', text: '' })
    expect(requests).toMatchObject([
      { method: 'POST', body: { text: 'my secret', locale: 'de' } },
      { method: 'GET', query: { url: 'https://host.example/pay', locale: 'de' } },
    ])
    expect(requests[0]?.query).toEqual({ locale: 'de' })
  })

  it('says up to where a conversation was read, and asks what waits, for a session or a ticket', async () => {
    const { client: waypost, requests } = await client()
    const access = { accessToken: 'wpt_1' }
    await waypost.tickets.markRead('tic_1', { messageId: 'msg_1' }, access)
    await waypost.tickets.markRead('tic_1')
    await waypost.live(access)
    expect(requests).toMatchObject([
      {
        ...{ method: 'PUT', path: '/v1/tickets/tic_1/read', body: { messageId: 'msg_1' } },
        headers: { authorization: 'Bearer wpt_1' },
      },
      { method: 'PUT', path: '/v1/tickets/tic_1/read', body: {} },
      { method: 'GET', path: '/v1/live', headers: { authorization: 'Bearer wpt_1' } },
    ])
    expect(requests).toHaveLength(3)
  })

  it('keeps the path of its base address', async () => {
    const { baseUrl, requests } = await client()
    await createClient({ baseUrl: `${baseUrl}/help/` }).settings()
    expect(requests[0]?.path).toBe('/help/v1/settings')
  })

  it('lets fields pass that it does not know', async () => {
    const { client: waypost } = await client()
    expect(await waypost.articles.list()).toHaveProperty('new', 1)
  })
})

describe('createAgentClient', () => {
  it('acts as the agent, on the version that was read', async () => {
    const { baseUrl, requests } = await client()
    const agent = createAgentClient({ baseUrl, token: 'wpa_1' })
    await agent.tickets.list({ status: 'on-hold', assignee: 'agt_1' })
    await agent.tickets.update('tic_1', { status: 'solved', assigneeId: null }, 7)
    await agent.tickets.note('tic_1', { message: 'Ask **billing**' })
    await agent.tickets.export({ limit: 100 })
    expect(requests).toMatchObject([
      { method: 'GET', path: '/v1/agent/tickets', query: { status: 'on-hold', assignee: 'agt_1' } },
      { method: 'PATCH', path: '/v1/agent/tickets/tic_1', headers: { 'if-match': '"7"' } },
      {
        method: 'POST',
        path: '/v1/agent/tickets/tic_1/notes',
        body: { message: 'Ask **billing**' },
      },
      { method: 'GET', path: '/v1/exports/tickets', query: { limit: '100' } },
    ])
    expect(requests[1]?.body).toEqual({ status: 'solved', assigneeId: null })
    for (const seen of requests) expect(seen.headers.authorization).toBe('Bearer wpa_1')
  })
})

describe('paginate', () => {
  it('walks a list to its end', async () => {
    const { baseUrl } = await scriptedServer(({ query }) => {
      const at = Number(query.cursor ?? 0)
      return { body: { items: [at, at + 1], nextCursor: at < 4 ? String(at + 2) : null } }
    })
    const waypost = createClient({ baseUrl })
    const seen: unknown[] = []
    for await (const article of paginate((page) => waypost.articles.list(page))) seen.push(article)
    expect(seen).toEqual([0, 1, 2, 3, 4, 5])
  })
})
