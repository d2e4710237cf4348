import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const articles = [
  {
    id: 'refunds',
    locale: 'en',
    title: 'Refund a payment',
    body: 'Open the payment that your customer made, *Refund*.',
  },
  { id: 'fees', locale: 'en', title: 'Payment fees', body: 'What a payment costs.' },
]

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const config = { sites: [{ key: 'tidemark', identity }] }

/** What the host says of a customer who belongs to these segments. */
const tokenOf = (...segments: string[]) =>
  signIdentity(
    { sub: 'ada', segments },
    {
      ...{ secret, siteKey: 'tidemark', issuer: identity.issuer },
      clock: { now: () => new Date('2026-11-21T09:00:00Z') },
    },
  )

const idsOf = ({ items }: { items: readonly { articleId: string }[] }) =>
  items.map(({ articleId }) => articleId)

describe('a search without a hit in the language of the reader', () => {
  const world = () =>
    supportWorld({
      articles: [
        ...articles,
        { id: 'moms', locale: 'sv', title: 'Faktura utan moms', body: 'Moms.', collection: 'tax' },
        { id: 'rabat', locale: 'da', title: 'Rabat', body: 'Rabat.', collection: 'invoices' },
        { id: 'rabat', locale: 'en', title: 'Discount', body: 'Rabat means discount.' },
      ],
    })

  it('shows those of the nearest one, each with its language', async () => {
    const client = (await world()).client({ locale: 'sv' })
    expect((await client.search('moms')).items).toMatchObject([{ articleId: 'moms', locale: 'sv' }])
    const danish = await client.search('rabat')
    expect(danish.items).toMatchObject([{ articleId: 'rabat', locale: 'da', title: 'Rabat' }])
    expect(danish.collections).toEqual([{ collection: 'invoices', title: 'invoices', count: 1 }])
    expect((await client.search('discount')).items).toMatchObject([{ locale: 'en' }])
    expect(await client.search('xyzzy')).toMatchObject({ items: [], collections: [] })
  })

  it('leads to the translation where there is one', async () => {
    const discount = { id: 'rabatt', title: 'Rebate', body: 'Discount.', collection: 'money' }
    const world = await supportWorld({
      articles: [
        { ...discount, locale: 'en' },
        { ...discount, locale: 'sv', title: 'Rabatt', summary: 'Pengar av.', body: 'Avdrag.' },
        { ...discount, id: 'only', locale: 'en', title: 'Rebate by law' },
        { ...discount, id: 'secret', locale: 'sv', title: 'Hemligt', audience: 'team' },
        { ...discount, id: 'secret', locale: 'en', title: 'Rebate for all' },
      ],
    })
    const { items } = await world.client({ locale: 'sv' }).search('rebate')
    const titles = items.map(({ locale, title }) => `${locale} ${title}`).sort()
    expect(titles).toEqual(['en Rebate by law', 'en Rebate for all', 'sv Rabatt'])
    const swedish = items.find(({ locale }) => locale === 'sv')
    expect(swedish?.excerpt).toEqual([{ text: 'Pengar av.', match: false }])
    expect(swedish?.url).toMatch(/\/sv\/articles\/rabatt$/)
  })

  it('says in its headers which language answered', async () => {
    const { fetch } = await world()
    const languageOf = async (words: string) =>
      (await fetch(`/v1/search?q=${words}&locale=sv`)).headers.get('content-language')
    expect([await languageOf('rabat'), await languageOf('xyzzy')]).toEqual(['da', 'sv'])
  })

  it('stays in it where only another collection has hits', async () => {
    const client = (await world()).client({ locale: 'sv' })
    const found = await client.search('moms', { collection: 'invoices' })
    expect(found.items).toEqual([])
    expect(found.collections).toEqual([{ collection: 'tax', title: 'tax', count: 1 }])
  })
})

describe('a search', () => {
  const shelf = { id: 'money', locale: 'en', title: 'Money', summary: null }

  it('counts its hits by collection on its first page', async () => {
    const world = await supportWorld({
      articles: ['a', 'b', 'c'].map((id) => ({
        ...{ id, locale: 'en', title: `Fee ${id}`, body: 'A fee.' },
        collection: id === 'c' ? 'rest' : 'money',
      })),
    })
    const { world: server } = world
    await server.importCollections(server.sites.main.key, [shelf])
    await server.searchCaughtUp()
    const { search } = world.client()
    const counts = [
      { collection: 'money', title: 'Money', count: 2 },
      { collection: 'rest', title: 'rest', count: 1 },
    ]
    const first = await search('fee', { limit: 2 })
    expect(first.collections).toEqual(counts)
    const second = await search('fee', { limit: 2, cursor: first.nextCursor ?? '' })
    expect([second.items.length, second.collections]).toEqual([1, undefined])
    const chosen = await search('fee', { collection: 'rest' })
    expect([idsOf(chosen), chosen.collections]).toEqual([['c'], counts])
  })

  it('quotes the passage that answers, with its article', async () => {
    const body =
      'Fees apply.\n\nThe money is back on the card within five days.\n\nSome banks wait.'
    const refund = { id: 'refund', locale: 'en', title: 'When a refund arrives', body }
    const { search } = (await supportWorld({ articles: [...articles, refund] })).client()
    const { answer } = await search('when is the refund back on the card?')
    expect(answer).toMatchObject({ articleId: 'refund', locale: 'en', slug: 'refund' })
    expect(answer?.url).toMatch(/\/refund$/)
    expect(answer?.excerpt.map(({ text }) => text).join('')).toContain('within five days')
    expect((await search('payment')).answer).toBeUndefined()
  })
})

describe('suggestions', () => {
  it('come for a draft that an article is about, and for no other', async () => {
    const { suggestions } = (await supportWorld({ articles })).client()
    const text = 'Hello, how do I refund a payment that my customer made twice?'
    expect(idsOf(await suggestions({ text }))).toEqual(['refunds'])
    expect(idsOf(await suggestions({ text: 're' }))).toEqual([])
    const other = 'Hello, would you sponsor our choir? We sing for a small payment every summer.'
    expect(idsOf(await suggestions({ text: other }))).toEqual([])
  })

  it('are those that a page has chosen, then what its words mean, for whoever may read them', async () => {
    const chosen = [
      { id: 'moms', locale: 'sv', title: 'Faktura utan moms', body: 'Moms.' },
      { id: 'limits', locale: 'en', title: 'Limits', body: 'Ours.', audience: 'team' },
    ]
    const { suggestions } = (await supportWorld({ articles: [...articles, ...chosen] })).client()
    const named = ['moms', 'limits', 'gone', 'fees']
    expect(idsOf(await suggestions({ articles: named }))).toEqual(['moms', 'fees'])
    const url = 'https://a.test/payments'
    const both = { articles: ['fees'], query: 'refund payment', url }
    expect(idsOf(await suggestions(both))).toEqual(['fees', 'refunds'])
    expect(idsOf(await suggestions({ query: 'choir' }))).toEqual([])
  })

  it('come in the language of the draft where the reader’s own has none, translated where it can be', async () => {
    const refund = {
      id: 'refunds',
      locale: 'en',
      title: 'Refund a payment',
      body: articles[0]?.body,
    }
    const swedish = [
      { id: 'refunds', locale: 'sv', title: 'Betala tillbaka', body: 'Öppna betalningen.' },
      {
        id: 'kundtjanst',
        locale: 'sv',
        title: 'Kund och support',
        body: 'Hur vi svarar i chatten.',
      },
    ]
    const limits = {
      ...{ id: 'limits', locale: 'en', title: 'Payout limits' },
      body: 'How much money a payout may have for each customer, and why.',
    }
    const danish = { id: 'refunds', locale: 'da', title: 'Refundering', body: 'For en payment.' }
    const world = await supportWorld({ articles: [refund, limits, danish, ...swedish] })
    const client = world.client({ locale: 'sv' })
    const hit = async (text: string) => (await client.suggestions({ text })).items[0]
    const translated = 'Hello, how do I refund a payment that my customer made twice?'
    expect(await hit(translated)).toMatchObject({ locale: 'sv', title: 'Betala tillbaka' })
    const alone = 'Hello, how much money may each payout have? Why are there limits for a customer?'
    expect(await hit(alone)).toMatchObject({ locale: 'en', title: 'Payout limits' })
    const elsewhere = 'Hello, would you sponsor our choir? We sing for money every summer.'
    expect(await hit(elsewhere)).toBeUndefined()
    const answer = await world.fetch('/v1/suggestions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: alone, locale: 'sv' }),
    })
    expect(answer.headers.get('content-language')).toBe('en')
  })

  it('begin with what is read most, for somebody who is nowhere in particular', async () => {
    const team = { id: 'limits', locale: 'en', title: 'Limits', body: 'Ours.', audience: 'team' }
    const world = await supportWorld({ articles: [...articles, team] })
    const { articles: shelf, suggestions } = world.client()
    expect(idsOf(await suggestions())).toEqual(['fees'])
    for (let read = 0; read < 3; read++) await shelf.get('refunds')
    world.passes(10 * 60_000)
    expect(idsOf(await suggestions())).toEqual(['refunds', 'fees'])
  })
})

describe('suggestions for a page of the host', () => {
  const on = (id: string, pages: string[], more: object = {}) => ({
    ...{ id, locale: 'en', title: id, body: 'Words.', pages },
    ...more,
  })
  const world = () =>
    supportWorld({
      config,
      articles: [
        on('overview', ['/invoices', '/invoices/*']),
        on('editing', ['/invoices/*/edit']),
        on('ours', ['/invoices/*'], { audience: 'team' }),
        on('signed-in', ['/invoices/*'], { audience: 'customers' }),
        on('archived', ['/invoices/*'], { status: 'archived' }),
        on('oversikt', ['/invoices/*'], { locale: 'sv' }),
        on('elsewhere', ['/payments']),
      ],
    })

  it('come by its path, with or without the rest of its address, the best fit first', async () => {
    const { suggestions } = (await world()).client()
    const bare = await suggestions({ url: '/invoices/1/edit' })
    expect(idsOf(bare)).toEqual(['editing', 'overview'])
    for (const url of [
      '/invoices/1/edit?tab=2#top',
      'https://app.tidemark.test/invoices/1/edit/',
    ]) {
      expect([url, await suggestions({ url })]).toEqual([url, bare])
    }
    expect(idsOf(await suggestions({ url: '/invoices' }))).toEqual(['overview'])
    expect(idsOf(await suggestions({ url: '/settings' }))).toEqual([])
    expect(idsOf(await suggestions({ url: '/invoices/1', locale: 'sv' }))).toEqual(['oversikt'])
  })

  it('show each reader what is for them', async () => {
    const { client, fetch, world: server } = await world()
    const signed = client()
    await signed.session.start({ identityToken: await tokenOf() })
    expect(idsOf(await client().suggestions({ url: '/invoices/1' }))).toEqual(['overview'])
    expect(idsOf(await signed.suggestions({ url: '/invoices/1' })).toSorted()).toEqual([
      ...['overview', 'signed-in'],
    ])
    const { token } = await server.agents.add({ email: 'kim@tidemark.test', role: 'author' })
    const headers = { Authorization: `Bearer ${token}` }
    const answer = await fetch('/v1/suggestions?url=/invoices/1', { headers })
    expect(idsOf((await answer.json()) as Parameters<typeof idsOf>[0]).toSorted()).toEqual([
      ...['ours', 'overview', 'signed-in'],
    ])
  })
})

describe('an article that its author keeps out of search', () => {
  const hidden = {
    ...{ id: 'terms', locale: 'en', title: 'Payment terms', body: 'The terms of a payment.' },
    ...{ search: false, pages: ['/payments'] },
  }

  it('is neither found nor suggested, but read by whoever has its address', async () => {
    const world = await supportWorld({ articles: [...articles, hidden] })
    const client = world.client()
    const found = await client.search('payment terms')
    expect(idsOf(found).sort()).toEqual(['fees', 'refunds'])
    expect((await client.suggestions({ url: 'https://a.test/payments' })).items).toEqual([])
    const draft = await client.suggestions({ text: 'What are the terms of a payment?' })
    expect(idsOf(draft)).not.toContain('terms')
    expect(await client.articles.get('terms')).toMatchObject({ title: 'Payment terms' })
  })

  it('is found again once its author takes that back', async () => {
    const world = await supportWorld({ articles: [...articles, hidden] })
    const { world: server } = world
    await server.importArticles(server.sites.main.key, [{ ...hidden, search: true }])
    await server.searchCaughtUp()
    expect((await world.client().search('payment terms')).items[0]?.articleId).toBe('terms')
  })
})

describe('an article for a segment', () => {
  const own = {
    ...{ id: 'ledger', locale: 'en', title: 'Payment ledger', body: 'Zebra payment ledger.' },
    ...{ audience: 'segment:beta', collection: 'beta', pages: ['/payments'] },
  }
  const only = { id: 'liggare', locale: 'sv', title: 'Zebraliggare', body: 'Zebraliggare.' }

  it('exists for that segment alone, in results, counts, suggestions and corrections', async () => {
    const world = await supportWorld({
      config,
      articles: [...articles, own, { ...only, audience: 'segment:beta' }],
    })
    const beta = world.client()
    await beta.session.start({ identityToken: await tokenOf('beta') })
    const everything = (client: typeof beta) =>
      Promise.all([
        client.search('payment ledger'),
        client.search('zebrra'),
        client.search('zebraliggare', { locale: 'sv' }),
        client.suggestions({ url: 'https://a.test/payments' }),
        client.suggestions({ text: 'Where is the zebra payment ledger?' }),
        client.suggestions(),
        client.suggestions({ locale: 'sv' }),
      ])

    const anybody = JSON.stringify(await everything(world.client()))
    expect(anybody).toContain('"refunds"')
    expect(anybody).not.toMatch(/ledger|zebra|beta/i)
    const member = (await everything(beta)).map((answer) => answer.items[0]?.articleId)
    expect(member.slice(0, 5)).toEqual(['ledger', 'ledger', 'liggare', 'ledger', 'ledger'])
  })
})
