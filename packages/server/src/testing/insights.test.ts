import {
  type DeflectionInsights,
  type List,
  type SearchInsights,
  type TrackedEvent,
  WaypostError,
} from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { type SupportWorldOptions, supportWorld } from './support-world.js'

const articles = [
  { id: 'late-fees', locale: 'en', title: 'Late fees', body: 'What a late invoice costs.' },
  { id: 'payouts', locale: 'en', title: 'When payouts arrive', body: 'Two days after payment.' },
  { id: 'payouts', locale: 'sv', title: 'När utbetalningen kommer', body: 'Efter två dagar.' },
  { id: 'for-team', locale: 'en', title: 'Refund rules', body: 'For us.', audience: 'team' },
]

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }

/** Longer than anybody takes between two letters. */
const A_PAUSE = 5_000

async function counting(options: SupportWorldOptions = {}) {
  const world = await supportWorld({ articles, ...options })
  const { token } = await world.world.agents.add({ email: 'kim@tidemark.test', role: 'author' })
  const read = async <T>(path: string): Promise<T> => {
    const headers = { Authorization: `Bearer ${token}` }
    const answer = await world.fetch(`/v1/agent/insights/${path}`, { headers })
    return (await answer.json()) as T
  }
  return {
    ...world,
    read,
    /** Types a query to its end and waits. */
    async searches(q: string, locale = 'en') {
      const found = await world.client().search(q, { locale })
      world.passes(A_PAUSE)
      return found
    },
    tells: (events: readonly (TrackedEvent | object)[], headers: Record<string, string> = {}) =>
      world.fetch('/v1/outcomes', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ events }),
      }),
    learns: (query = '') => read<SearchInsights>(`searches${query}`),
    learnsOfArticles: async (query = '') =>
      (await read<List<Record<string, unknown>>>(`articles${query}`)).items,
    learnsOfDeflections: () => read<DeflectionInsights>('deflections'),
  }
}

describe('the team learns what was searched for', () => {
  it('by how often, and what was missed', async () => {
    const { searches, learns } = await counting()
    await searches('late fee')
    await searches('  Late   FEE ')
    await searches('qqqqq')
    const { items, totals } = await learns()
    expect(items).toMatchObject([
      { query: 'late fee', locale: 'en', count: 2, misses: 0 },
      { query: 'qqqqq', locale: 'en', count: 1, misses: 1 },
    ])
    expect(totals).toMatchObject({ count: 3, misses: 1 })
    expect((await learns('?sort=misses')).items).toMatchObject([{ query: 'qqqqq' }])
  })

  it('not as missed where a lesson answers it, in the widget or in the help centre', async () => {
    const { fetch, world, searches, passes, learns } = await counting()
    const { token } = await world.agents.add({ email: 'lo@tidemark.test', role: 'author' })
    const lesson = { id: 'one', title: 'Dunning letters', body: 'Words.' }
    await fetch('/v1/agent/education/manuscripts/paid?locale=en', {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ kind: 'course', content: { title: 'Get paid', lessons: [lesson] } }),
    })
    await world.searchCaughtUp()
    const { items, learning } = await searches('dunning')
    expect([items.length, learning?.[0]?.kind]).toEqual([0, 'lesson'])
    await fetch('/help/en/search?q=dunning+letters', { headers: browser })
    passes(A_PAUSE)
    expect((await learns()).items).toMatchObject([
      { query: 'dunning', count: 1, misses: 0 },
      { query: 'dunning letters', count: 1, misses: 0 },
    ])
  })

  it('not letter by letter: what is typed in one go is one search', async () => {
    const { client, passes, searches, learns } = await counting()
    for (const q of ['l', 'la', 'lat', 'latr', 'lat', 'late', 'late f']) {
      await client().search(q, { locale: 'en' })
      passes(300)
    }
    await searches('late fee')
    await searches('late fee')
    expect((await learns()).items).toMatchObject([{ query: 'late fee', count: 2 }])
  })

  it('not while it is being typed, and not page by page', async () => {
    const { client, passes, learns } = await counting()
    const { nextCursor } = await client().search('late payout', { locale: 'en', limit: 1 })
    expect((await learns()).items).toEqual([])
    passes(A_PAUSE)
    await client().search('late payout', { locale: 'en', limit: 1, cursor: nextCursor ?? '' })
    passes(A_PAUSE)
    expect((await learns()).items).toMatchObject([{ query: 'late payout', count: 1 }])
  })

  it('without addresses and long numbers, though these count', async () => {
    const { searches, learns, world } = await counting()
    await searches('sign in as ada@example.com')
    await searches('+46 70 123 45 67')
    const { items, totals } = await learns()
    expect(items).toMatchObject([{ query: 'sign in as' }])
    expect(totals).toMatchObject({ count: 2 })
    const kept = await world.storage.transaction((tx) =>
      tx.counts.list('day', 'default|search|2026-11-21', { limit: 10 }),
    )
    expect(JSON.stringify(kept)).not.toMatch(/ada|70 123|in-process/)
    expect(kept.items.map(({ createdAt }) => createdAt)).toEqual(
      Array(2).fill('2026-11-21T00:00:00.000Z'),
    )
  })

  it('never what the team itself looked for, nor an empty field', async () => {
    const { fetch, searches, learns, world } = await counting()
    const { token } = await world.agents.add({ email: 'ann@tidemark.test', role: 'agent' })
    await fetch('/v1/search?q=late', { headers: { Authorization: `Bearer ${token}` } })
    await searches('   ')
    expect((await learns()).totals).toMatchObject({ count: 0, chosenShare: 0, meanPosition: null })
  })

  it('by language, and by day', async () => {
    const { searches, learns, passes } = await counting()
    await searches('payouts')
    await searches('utbetalning', 'sv')
    passes(24 * 3_600_000)
    await searches('payouts')
    expect((await learns('?locale=sv')).items).toMatchObject([{ query: 'utbetalning' }])
    expect((await learns('?from=2026-11-22')).totals).toMatchObject({ count: 1 })
    expect((await learns('?to=2026-11-21')).totals).toMatchObject({ count: 2 })
    expect((await learns('?from=2026-11-21&to=2026-11-22')).items).toMatchObject([
      { query: 'payouts', count: 2 },
      { query: 'utbetalning', count: 1 },
    ])
  })

  it('page by page', async () => {
    const { searches, learns } = await counting()
    for (const q of ['apples', 'berries', 'cherries']) await searches(q)
    const first = await learns('?limit=2')
    expect(first.items.map(({ query }) => query)).toEqual(['apples', 'berries'])
    const rest = await learns(`?limit=2&cursor=${first.nextCursor}`)
    expect(rest.items.map(({ query }) => query)).toEqual(['cherries'])
    expect(rest.nextCursor).toBeNull()
  })

  it('for a period that is one', async () => {
    const { read } = await counting()
    const wrong = (query: string) => read(`searches${query}`)
    const refused = (code: string) => ({ code: 'invalid_input', errors: [{ path: 'from', code }] })
    expect(await wrong('?from=2026-11-22&to=2026-11-21')).toMatchObject(refused('too_large'))
    expect(await wrong('?from=2020-01-01')).toMatchObject(refused('too_small'))
    expect(await wrong('?from=2026-02-30')).toMatchObject(refused('invalid'))
  })
})

describe('the team learns what came of a search', () => {
  it('when a page tells which hit was chosen', async () => {
    const { searches, tells, learns } = await counting()
    const one = await searches('late')
    const two = await searches('late')
    const chosen = { kind: 'search.chosen', articleId: 'late-fees' }
    await tells([{ ...chosen, searchId: one.searchId, position: 1 }])
    await tells([{ ...chosen, searchId: two.searchId, position: 4 }])
    await tells([{ ...chosen, searchId: two.searchId, position: 9 }])
    await searches('late')
    const [late] = (await learns()).items
    expect(late).toMatchObject({ count: 3, chosenShare: 0.667, meanPosition: 2.5 })
  })

  it('when the visitor opens a hit, though no page says so', async () => {
    const { client, searches, learns } = await counting()
    await searches('when payouts')
    await client().articles.get('payouts', { locale: 'en' })
    await client().articles.get('payouts', { locale: 'en' })
    expect((await learns()).items).toMatchObject([
      { query: 'when payouts', count: 1, chosenShare: 1, meanPosition: 1 },
    ])
  })

  it('when the visitor asks the team all the same: within half an hour, and once', async () => {
    const { requester, searches, learns, learnsOfDeflections, passes } = await counting()
    await searches('refund')
    const email = 'ada@example.com'
    await requester().opensTicket('Refund', { email })
    await requester().opensTicket('Refund again', { email })
    expect((await learns('?sort=tickets')).items).toMatchObject([{ query: 'refund', tickets: 1 }])
    await searches('fees')
    passes(31 * 60_000)
    await requester().opensTicket('Fees', { email })
    expect((await learns('?sort=tickets')).items).toMatchObject([{ query: 'refund' }])
    expect((await learnsOfDeflections()).totals).toEqual({
      deflected: 0,
      tickets: 3,
      afterSearch: 1,
    })
  })

  it('by the search that the ticket names, which does not stay on it', async () => {
    const { client, searches, learns, world } = await counting()
    const { searchId } = await searches('refund')
    await searches('fees')
    const idempotencyKey = 'a-ticket-that-was-sent-twice'
    const open = () =>
      client().tickets.create(
        { subject: 'Hm', message: 'Hm', email: 'a@example.com', context: { searchId } },
        { idempotencyKey },
      )
    const { ticket } = await open()
    await open()
    expect((await learns('?sort=tickets')).items).toMatchObject([{ query: 'refund', tickets: 1 }])
    const kept = await world.storage.transaction((tx) => tx.tickets.get(ticket.id))
    expect(kept).toMatchObject({ context: {}, channel: 'widget' })
  })
})

describe('the team learns of articles', () => {
  it('what is read, helps, disappoints, and leads to a ticket', async () => {
    const { client, requester, tells, learnsOfArticles } = await counting()
    await client().articles.get('late-fees', { locale: 'en' })
    await tells([{ kind: 'article.read', articleId: 'payouts', locale: 'sv' }])
    await requester().opensTicket('Where is it?', { email: 'ada@example.com' })
    const { articles } = client()
    await articles.vote('late-fees', { helpful: true })
    const no = await articles.vote('late-fees', { helpful: false })
    await articles.vote('late-fees', { helpful: false, reason: 'outdated', voteId: no.id })
    const reasons = { unclear: 0, incomplete: 0, outdated: 0, wrong: 0, other: 0 }
    expect(await learnsOfArticles()).toEqual([
      {
        ...{ articleId: 'late-fees', locale: 'en', title: 'Late fees', reads: 1, tickets: 0 },
        ...{ helpful: 1, notHelpful: 1, deflected: 0, reasons: { ...reasons, outdated: 1 } },
      },
      {
        ...{ articleId: 'payouts', locale: 'sv', title: 'När utbetalningen kommer', reads: 1 },
        ...{ tickets: 1, helpful: 0, notHelpful: 0, deflected: 0, reasons },
      },
    ])
    expect(await learnsOfArticles('?sort=tickets&limit=1')).toMatchObject([
      { articleId: 'payouts' },
    ])
    expect(await learnsOfArticles('?locale=en')).toHaveLength(1)
  })

  it('which were read most', async () => {
    const { world, tells, passes } = await counting()
    const reads = async (articleId: string) => {
      await tells([{ kind: 'article.read', articleId, locale: 'en' }])
      passes(31 * 60_000)
    }
    for (const id of ['late-fees', 'payouts', 'payouts']) await reads(id)
    expect(await world.reports.mostRead('default', 'en', 5)).toEqual(['payouts', 'late-fees'])
    expect(await world.reports.mostRead('default', 'sv', 5)).toEqual([])
  })

  it('nothing of what the caller may not read, or what is not there', async () => {
    const { tells, learnsOfArticles } = await counting()
    const read = (articleId: string) => ({ kind: 'article.read', articleId })
    const answer = await tells([read('for-team'), read('never-was'), read('late-fees')])
    expect(answer.status).toBe(204)
    expect(await learnsOfArticles()).toMatchObject([{ articleId: 'late-fees' }])
  })
})

it('learns who found the answer instead of asking', async () => {
  const { searches, tells, learnsOfDeflections, learnsOfArticles } = await counting()
  const { searchId } = await searches('late')
  const found = { kind: 'ticket.deflected', searchId, articleId: 'late-fees' }
  const headers = { 'Idempotency-Key': 'told-once-and-for-all' }
  expect((await tells([found], headers)).status).toBe(204)
  expect((await tells([found], headers)).status).toBe(204)
  expect((await tells([found, found], headers)).status).toBe(422)
  expect(await learnsOfDeflections()).toEqual({
    items: [{ day: '2026-11-21', deflected: 1, tickets: 0 }],
    nextCursor: null,
    totals: { deflected: 1, tickets: 0, afterSearch: 0 },
  })
  expect(await learnsOfArticles()).toMatchObject([{ articleId: 'late-fees', deflected: 1 }])
})

it('counts what a page tells again after storage was away, and once', async () => {
  const memory = createMemoryStorage({ clock: { now: () => new Date('2026-11-21T09:00:00Z') } })
  let isAway = false
  const { tells, learnsOfArticles } = await counting({
    storage: {
      ...memory,
      async transaction(work) {
        if (isAway) throw new WaypostError('unavailable')
        return memory.transaction(work)
      },
    },
  })
  const key = { 'Idempotency-Key': 'one-and-the-same-outcome' }
  const events = [{ kind: 'article.read', articleId: 'late-fees', locale: 'en' }]
  isAway = true
  expect((await tells(events, key)).status).toBe(503)
  isAway = false
  expect((await tells(events, key)).status).toBe(204)
  expect((await tells(events, key)).status).toBe(204)
  expect(await learnsOfArticles()).toMatchObject([{ articleId: 'late-fees', reads: 1 }])
  expect((await tells([...events, ...events], key)).status).toBe(422)
})

describe('what a page tells is refused', () => {
  it.each([
    [[], 'events', 'too_short'],
    [Array(51).fill({ kind: 'article.read', articleId: 'a' }), 'events', 'too_long'],
    [
      [{ kind: 'article.read', articleId: 'a' }, { kind: 'plan.bought' }],
      'events.1.kind',
      'not_an_option',
    ],
    [[{ kind: 'article.read' }], 'events.0.articleId', 'required'],
    [
      [{ kind: 'search.chosen', searchId: 'x', articleId: 'a', position: 1 }],
      'events.0.searchId',
      'invalid',
    ],
  ])('where it is not what can be told: %j', async (events, path, code) => {
    const { tells } = await counting()
    const answer = await tells(events)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ path, code }] })
  })

  it('to whoever is no agent, when it is to be read', async () => {
    const { fetch } = await counting()
    for (const about of ['searches', 'articles', 'deflections']) {
      expect((await fetch(`/v1/agent/insights/${about}`)).status).toBe(401)
    }
  })
})

describe('in the help centre', () => {
  it('a search, the hit that is opened and the question count as anywhere', async () => {
    const { fetch, passes, learns, learnsOfArticles } = await counting()
    await fetch('/help/en/search?q=payouts', { headers: browser })
    passes(A_PAUSE)
    await fetch('/help/en/articles/payouts', { headers: browser })
    const form = { subject: 'Late', message: 'Where is it?', email: 'ada@example.com' }
    const asked = await fetch('/help/en/contact', {
      method: 'POST',
      headers: { ...browser, Origin: 'http://waypost.test' },
      body: new URLSearchParams(form),
    })
    expect(asked.status).toBe(303)
    expect((await learns()).items).toMatchObject([
      { query: 'payouts', count: 1, chosenShare: 1, meanPosition: 1, tickets: 1 },
    ])
    expect(await learnsOfArticles()).toMatchObject([{ articleId: 'payouts', reads: 1, tickets: 1 }])
  })

  it('machines that look around count nothing', async () => {
    const { fetch, learns, learnsOfArticles } = await counting()
    const crawler = { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }
    await fetch('/help/en/search?q=payouts', { headers: crawler })
    await fetch('/help/en/articles/payouts', { headers: crawler })
    expect((await learns()).totals).toMatchObject({ count: 0 })
    expect(await learnsOfArticles()).toEqual([])
  })
})

it('counts nothing where the operator wants nothing counted', async () => {
  const { searches, client, learns, learnsOfArticles } = await counting({
    config: { insightsDays: 0 },
  })
  await searches('late')
  await client().articles.get('payouts')
  expect((await learns()).totals).toMatchObject({ count: 0 })
  expect(await learnsOfArticles()).toEqual([])
})

it('keeps what was being typed when the server stops', async () => {
  const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
  const storage = createMemoryStorage({ clock })
  const world = await counting({ storage: { ...storage, close: async () => {} } })
  await world.client().search('late', { locale: 'en' })
  await world.close()
  const counts = await storage.transaction((tx) =>
    tx.counts.count('day', 'default|search|2026-11-21'),
  )
  expect(counts).toBe(1)
})
