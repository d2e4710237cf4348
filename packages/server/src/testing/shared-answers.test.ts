import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const article = (id: string, title: string, more: object = {}) => ({
  ...{ id, locale: 'en', title, body: 'Words about fees that are paid late. '.repeat(60) },
  ...more,
})

async function knowing(...articles: object[]) {
  const world = await supportWorld({ articles: articles as Record<string, unknown>[] })
  return {
    ...world,
    title: async (path = '/v1/articles/fees') =>
      ((await (await world.fetch(path)).json()) as { title?: string }).title,
    found: async (headers: Record<string, string> = {}) => {
      const answer = await world.fetch('/v1/search?q=fees', { headers })
      const { items } = (await answer.json()) as { items: { articleId: string }[] }
      return items.map(({ articleId }) => articleId).toSorted()
    },
    saves: async (...saved: object[]) => {
      await world.world.importArticles('default', saved)
      await world.world.searchCaughtUp()
    },
  }
}

describe('an answer that everybody gets', () => {
  it('is the new one as soon as the content has changed', async () => {
    const { title, found, saves, world } = await knowing(article('fees', 'Old'))
    expect([await title(), await found(), await found(), await found()]).toEqual([
      ...['Old', ['fees'], ['fees'], ['fees']],
    ])
    await world.importArticles('default', [article('fees', 'New')])
    expect(await title()).toBe('New')
    await saves(article('late', 'Late'))
    expect(await found()).toEqual(['fees', 'late'])
    await saves(article('fees', 'Gone', { status: 'archived' }))
    expect([await title(), await found()]).toEqual(['There is nothing here', ['late']])
  })

  it('names the languages that there are by then', async () => {
    const { fetch, saves } = await knowing(article('fees', 'Fees'))
    const tags = async () => {
      const said = (await (await fetch('/v1/settings')).json()) as { locales: { tag: string }[] }
      return said.locales.map(({ tag }) => tag)
    }
    expect(await tags()).toEqual(['en'])
    await saves(article('fees', 'Avgifter', { locale: 'sv' }))
    expect(await tags()).toEqual(['en', 'sv'])
  })

  it('is never one that somebody in particular got, and they never get this one', async () => {
    const { fetch, found, world } = await knowing(
      article('fees', 'Fees'),
      article('team', 'Fees for us', { audience: 'team' }),
    )
    const { token } = await world.agents.add({ email: 'kim@tidemark.test', role: 'author' })
    const asAgent = { Authorization: `Bearer ${token}` }
    expect(await found(asAgent)).toEqual(['fees', 'team'])
    for (const _ of [1, 2, 3]) expect(await found()).toEqual(['fees'])
    expect(await found(asAgent)).toEqual(['fees', 'team'])
    expect((await fetch('/v1/articles/team')).status).toBe(404)
    const own = await fetch('/v1/articles/team', { headers: asAgent })
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(own.headers.get('etag')).toBeNull()
  })

  it('says to caches what they may do: ask again for content, keep no search', async () => {
    const { fetch } = await knowing(article('fees', 'Fees'))
    const cache = async (path: string) => (await fetch(path)).headers.get('cache-control')
    const content = ['articles/fees', 'articles', 'collections', 'settings', 'suggestions']
    for (const path of [...content, 'openapi.json']) {
      expect(await cache(`/v1/${path}`), path).toBe('public, no-cache')
    }
    expect(await cache('/v1/search?q=fees')).toBe('no-store')
    expect(await cache('/v1/live')).toBe('no-store')
  })

  it('goes to each page with the headers that let this page read it', async () => {
    const { fetch } = await knowing(article('fees', 'Fees'))
    const allowed = async (origin?: string) => {
      const headers = new Headers(origin === undefined ? [] : [['Origin', origin]])
      const answer = await fetch('/v1/articles/fees', { headers })
      expect(answer.headers.get('vary')).toBe('Origin, Accept-Encoding')
      return answer.headers.get('access-control-allow-origin')
    }
    const [one, two] = ['http://localhost:1', 'http://localhost:2']
    expect([await allowed(one), await allowed(two), await allowed('https://evil.test')]).toEqual([
      ...[one, two, null],
    ])
    expect([await allowed(), await allowed(one)]).toEqual([null, one])
  })

  it('is another for another address, and for another site', async () => {
    const world = await supportWorld({
      config: {
        sites: [
          { key: 'one', name: 'One' },
          { key: 'two', name: 'Two' },
        ],
      },
    })
    const name = async (query: string) => {
      const answer = await world.fetch(`/v1/settings${query}`)
      return ((await answer.json()) as { site: { name: string } }).site.name
    }
    expect([await name('?site=one'), await name('?site=two'), await name('')]).toEqual([
      ...['One', 'Two', 'One'],
    ])
  })

  it('has an id of its own where it answers a search', async () => {
    const { fetch } = await knowing(article('fees', 'Fees'))
    const searched = async () =>
      (await (await fetch('/v1/search?q=fees')).json()) as { searchId: string; items: unknown[] }
    // Kept from the second on, when somebody has asked again.
    const [one, two, three] = [await searched(), await searched(), await searched()]
    for (const { searchId, ...rest } of [one, two, three]) {
      expect(searchId).toMatch(/^sea_[0-9a-z]{26}$/)
      expect({ ...rest, searchId: one.searchId }).toEqual(one)
    }
    expect(new Set([one, two, three].map(({ searchId }) => searchId)).size).toBe(3)
  })

  it('is compressed once, to the same bytes', async () => {
    const { fetch } = await knowing(article('fees', 'Fees'))
    const plain = Buffer.from(await (await fetch('/v1/articles/fees')).arrayBuffer())
    for (const turn of [1, 2]) {
      const headers = { 'Accept-Encoding': 'gzip, br' }
      const answer = await fetch('/v1/articles/fees', { headers })
      expect([turn, answer.headers.get('content-encoding')]).toEqual([turn, 'br'])
      expect(answer.headers.get('etag')).toMatch(/^W\/"/)
      expect(brotliDecompressSync(Buffer.from(await answer.arrayBuffer()))).toEqual(plain)
    }
  })
})

it('answers HEAD, and what is not taken there, as before', async () => {
  const { fetch } = await knowing(article('fees', 'Fees'))
  const head = await fetch('/v1/articles/fees', { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
    ...[200, ''],
    expect.stringMatching(/^"/),
  ])
  const patched = await fetch('/v1/articles/a%2Fb', { method: 'PATCH' })
  expect([patched.status, patched.headers.get('allow')]).toEqual([405, 'GET'])
  const tickets = await fetch('/v1/tickets', { method: 'DELETE' })
  expect(tickets.headers.get('allow')).toBe('POST, GET')
  expect((await fetch('/v1/articlesx', { method: 'PATCH' })).status).toBe(404)
})

it('leaves the classes of the platform in their place', async () => {
  expect(Object.getPrototypeOf(Response.prototype)).toBe(Object.prototype)
  expect(new Response('x').constructor.name).toBe('Response')
})
