import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const articles = [
  { id: 'refunds', locale: 'en', title: 'Refund a payment', body: 'Open the payment, *Refund*.' },
  { id: 'fees', locale: 'en', title: 'Payment fees', body: 'What a payment costs.' },
]

describe('an article that its author keeps out of search', () => {
  const hidden = {
    ...{ id: 'terms', locale: 'en', title: 'Payment terms', body: 'The terms of a payment.' },
    ...{ search: false, pages: ['/payments'] },
  }

  it('is neither found nor suggested, but read by whoever has its address', async () => {
    const world = await supportWorld({ articles: [...articles, hidden] })
    const client = world.client()
    const found = await client.search('payment terms')
    expect(found.items.map(({ articleId }) => articleId).sort()).toEqual(['fees', 'refunds'])
    expect((await client.suggestions({ url: 'https://a.test/payments' })).items).toEqual([])
    const draft = await client.suggestions({ text: 'What are the terms of a payment?' })
    expect(draft.items.map(({ articleId }) => articleId)).not.toContain('terms')
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
  const secret = 'an identity secret of thirty-two characters or more'
  const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
  const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
  const own = {
    ...{ id: 'ledger', locale: 'en', title: 'Payment ledger', body: 'Zebra payment ledger.' },
    ...{ audience: 'segment:beta', collection: 'beta', pages: ['/payments'] },
  }
  const only = { id: 'liggare', locale: 'sv', title: 'Zebraliggare', body: 'Zebraliggare.' }

  it('exists for that segment alone, in results, counts, suggestions and corrections', async () => {
    const world = await supportWorld({
      config: { sites: [{ key: 'tidemark', identity }] },
      articles: [...articles, own, { ...only, audience: 'segment:beta' }],
    })
    const beta = world.client()
    const identityToken = await signIdentity(
      { sub: 'ada', segments: ['beta'] },
      { secret, siteKey: 'tidemark', issuer: identity.issuer, clock },
    )
    await beta.session.start({ identityToken })
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
