import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Education, SearchResults } from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContentReader } from '../adapters/content/content-folder.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import { createContentSync } from '../app/content-sync.js'
import { silentLogger } from '../foundation/logger.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://tidemark.test'
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

const tip = (more: string) => `title: T\nanchor: { testId: x }\nbody: Words.\n${more}`
const tour = (more = '') =>
  `title: { en: Send one, sv: Skicka en }\nminutes: 2\n${more}steps: [{ id: a, title: A, body: Words. }]\n`
const article = (more: string) => `---\ntitle: T\n${more}---\nWords.\n`
const folder: Readonly<Record<string, string>> = {
  'tips/open.yaml': tip('when: { url: /a }\n'),
  'tips/customers.yaml': tip('audience: customers\n'),
  'tips/beta.yaml': tip('audience: segment:secret-beta\n'),
  'tips/narrowed.yaml': tip('when: { all: [{ segment: secret-beta }, { url: /b }] }\n'),
  'tips/rich.yaml': tip('when: { attribute: secret-revenue, above: 100 }\n'),
  'tips/team.yaml': tip('audience: team\n'),
  'tips/draft.yaml': tip('status: draft\n'),
  'tours/send.yaml': tour('when: { url: /a }\n'),
  'tours/beta-tour.yaml': tour('audience: segment:secret-beta\n'),
  'en/articles/sending.md': article('tour: send\n'),
  'en/articles/both.md': article('tour: beta-tour\n'),
  'en/articles/odd.md': article('tour: open\n'),
  'en/courses/pay/_course.yaml':
    'title: Get paid\naudience: customers\npriority: 1\nrequires: [inside]\n' +
    'next: { label: On, start: { kind: lesson, id: inside/begin } }\n',
  'en/courses/pay/1-terms.md': '---\ntitle: Terms\n---\nTen days.\n',
  'sv/courses/pay/_course.yaml': 'title: Få betalt\naudience: customers\nrequires: [inside]\n',
  'en/courses/inside/_course.yaml': 'title: Of the team\naudience: team\n',
  'en/courses/inside/1-begin.md': '---\ntitle: Begin\n---\nWords.\n',
  'en/courses/deep/_course.yaml':
    'title: Deep\naudience: segment:deep\nnext: { label: On, start: { kind: lesson, id: deep/a/b } }\n',
  'en/courses/deep/1-a.md': '---\ntitle: A\nid: a/b\n---\nWords.\n',
  'sv/courses/pay/1-terms.md': '---\ntitle: Villkor\n---\nTio dagar.\n',
}

describe('education', () => {
  let world: Awaited<ReturnType<typeof supportWorld>>
  let place: string
  let sync: ReturnType<typeof createContentSync>

  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(place, path)), { recursive: true })
    await writeFile(join(place, path), text)
  }

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'waypost-education-'))
    for (const [path, text] of Object.entries(folder)) await write(path, text)
    const identity = { issuer, keys: [{ alg: 'HS256' as const, secret }] }
    world = await supportWorld({ config: { sites: [{ key: 'one', identity }] } })
    const read = createContentReader({ folder: place, richText: createRichTextReader() })
    const { library, shelf } = world.world
    sync = createContentSync({ site: 'one', read, library, shelf, log: silentLogger })
    await sync.run()
  })
  afterAll(async () => {
    await world.close()
    await rm(place, { recursive: true, force: true })
  })

  async function read(path: string, token?: string) {
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
    const answer = await world.fetch(path, { headers })
    const text = await answer.text()
    return { status: answer.status, text, caches: answer.headers.get('cache-control') }
  }

  async function sees(token?: string) {
    const { text, caches } = await read('/v1/education?locale=sv', token)
    // Whoever sees it or not: nothing tells by what they were chosen.
    expect(text).not.toMatch(/secret-/)
    const { tips, courses } = JSON.parse(text) as Education
    const ids = [...tips, ...courses].map(({ id }) => id).sort()
    return { ids, tips, courses, caches }
  }

  async function signedIn(claims: { segments?: string[]; attributes?: Record<string, number> }) {
    const identityToken = await signIdentity(
      { sub: JSON.stringify(claims).slice(0, 40), ...claims },
      { secret, siteKey: 'one', issuer, clock },
    )
    return (await world.client({ site: 'one' }).session.start({ identityToken })).token
  }

  it('shows each what is meant for them, and what is left to ask of the page', async () => {
    const nobody = await sees()
    expect(nobody).toMatchObject({ ids: ['open'], tips: [{ when: { url: '/a' } }] })
    expect(nobody.caches).toBe('public, no-cache')

    const customer = await sees(await signedIn({}))
    expect(customer).toMatchObject({ ids: ['customers', 'open', 'pay'] })
    expect(customer.caches).toBe('private, no-store')
    expect(customer.courses).toMatchObject([{ title: 'Få betalt', locale: 'sv' }])

    const beta = await sees(await signedIn({ segments: ['secret-beta'] }))
    expect(beta.ids).toEqual(['beta', 'customers', 'narrowed', 'open', 'pay'])
    expect(beta.tips.find(({ id }) => id === 'narrowed')?.when).toEqual({ url: '/b' })

    const rich = await sees(await signedIn({ attributes: { 'secret-revenue': 200 } }))
    expect(rich.ids).toEqual(['customers', 'open', 'pay', 'rich'])
    expect(rich.tips.find(({ id }) => id === 'rich')?.when).toBeNull()

    const { token } = await world.agent('agent')
    expect((await sees(token)).ids).toContain('team')
  })

  it('asks nobody for a course first that does not exist for them', async () => {
    const requires = async (token: string) =>
      JSON.parse((await read('/v1/courses/pay', token)).text).requires
    const customer = await signedIn({})
    expect(await requires(customer)).toEqual([])
    expect((await sees(customer)).courses).toMatchObject([{ requires: [] }])
    expect(await requires((await world.agent('lead')).token)).toEqual(['inside'])
  })

  it('offers nobody to start what does not exist for them', async () => {
    const next = async (token: string) =>
      JSON.parse((await read('/v1/courses/pay', token)).text).next?.start.id ?? null
    const customer = await signedIn({})
    expect(await next(customer)).toBeNull()
    expect((await sees(customer)).courses).toMatchObject([{ next: null }])
    expect(await next((await world.agent('coordinator')).token)).toBe('inside/begin')
  })

  it('offers to start a lesson whose id holds a slash', async () => {
    const deep = await signedIn({ segments: ['deep'] })
    const next = { start: { kind: 'lesson', id: 'deep/a/b' } }
    expect(JSON.parse((await read('/v1/courses/deep', deep)).text)).toMatchObject({ next })
    expect((await sees(deep)).courses.find(({ id }) => id === 'deep')).toMatchObject({ next })
  })

  it('shows with an article the tour that its reader may see, and no other', async () => {
    const shown = async (id: string, token?: string) => {
      const { text, caches } = await read(`/v1/articles/${id}?locale=sv`, token)
      expect(text).not.toMatch(/secret-/)
      return { tour: JSON.parse(text).tour, caches }
    }
    const tour = { id: 'send', title: 'Skicka en', minutes: 2 }
    expect(await shown('sending')).toEqual({ tour, caches: 'public, no-cache' })
    expect(await shown('both')).toEqual({ tour: undefined, caches: 'public, no-cache' })
    expect(await shown('odd')).toMatchObject({ tour: undefined })
    expect(await shown('both', await signedIn({}))).toMatchObject({ tour: undefined })
    const beta = await shown('both', await signedIn({ segments: ['secret-beta'] }))
    expect(beta).toMatchObject({ tour: { id: 'beta-tour' }, caches: 'private, no-store' })
  })

  it('answers for what is not theirs as for what is nowhere', async () => {
    const nowhere = await read('/v1/courses/nowhere')
    expect(await read('/v1/courses/pay')).toEqual(nowhere)
    expect(await read('/v1/lessons/pay%2Fterms')).toEqual(await read('/v1/lessons/nowhere'))
    expect(nowhere.status).toBe(404)
    const mine = await signedIn({})
    expect(await read('/v1/lessons/pay%2Fterms?locale=sv-FI', mine)).toMatchObject({ status: 200 })
    // A lesson is no course.
    expect(await read('/v1/courses/pay%2Fterms', mine)).toMatchObject({ status: 404 })
  })

  it('keeps what stood there while a file is broken, and writes only what changed', async () => {
    expect(await sync.run()).toMatchObject({ saved: 0, removed: 0 })
    await write('tips/open.yaml', tip('whem: { url: /c }\n'))
    await rm(join(place, 'tips/team.yaml'))
    expect(await sync.run()).toMatchObject({ saved: 0, removed: 0 })
    expect((await sees()).tips).toMatchObject([{ when: { url: '/a' } }])

    await write('tips/open.yaml', tip('when: { url: /c }\n'))
    expect(await sync.run()).toMatchObject({ saved: 2, removed: 2 })
    await world.world.searchCaughtUp()
    expect((await sees()).tips).toMatchObject([{ when: { url: '/c' } }])
  })

  it('finds courses and lessons by their words, for whom they are meant', async () => {
    const finds = async (token?: string) => {
      const { text } = await read('/v1/search?q=ten+days&locale=en', token)
      return (JSON.parse(text) as SearchResults).learning
    }
    await world.world.searchCaughtUp()
    expect(await finds()).toBeUndefined()
    expect(await finds(await signedIn({}))).toMatchObject([
      {
        ...{ kind: 'lesson', id: 'pay/terms', title: 'Terms' },
        url: expect.stringMatching(/\/help\/en\/courses\/pay\/terms$/),
        excerpt: expect.arrayContaining([{ text: 'days', match: true }]),
      },
    ])
  })

  it('hands editors the schema of each kind of file', async () => {
    const { text } = await read('/schemas/tour.json')
    expect(JSON.parse(text)).toMatchObject({
      properties: { audience: { default: 'public' }, steps: { type: 'array' } },
      required: ['title', 'steps'],
      additionalProperties: false,
    })
    expect((await read('/schemas/article.json')).status).toBe(404)
  })
})
