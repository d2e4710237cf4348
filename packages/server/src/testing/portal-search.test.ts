import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const article = (id: string, more: Record<string, unknown>) => ({
  ...{ id, locale: 'en', title: id, body: 'Words.' },
  ...more,
})
const articles = [
  article('fees', { title: 'Payment fees', collection: 'payments' }),
  article('late', { title: 'Late fee', collection: 'invoices', body: 'A fee for late payments.' }),
  article('refund', {
    ...{ title: 'When a refund arrives', collection: 'payments' },
    body: 'The money is back on the card within five days.\n\nSome banks take longer.',
  }),
  article('team', { title: 'Fee limits', collection: 'team', audience: 'team' }),
  article('rabat', { locale: 'da', title: 'Giv <rabat>', collection: 'rabatter' }),
  article('mahnung', { locale: 'he', title: 'Zebra', collection: 'he' }),
  article('moms', { locale: 'sv', title: 'Moms' }),
]
const collections = [
  { id: 'payments', locale: 'en', title: 'Payments & payouts', summary: 'How money moves.' },
  { id: 'invoices', locale: 'en', title: 'Invoices' },
]

async function portal() {
  const world = await supportWorld({ articles })
  const { world: server } = world
  await server.importCollections(server.sites.main.key, collections)
  await server.searchCaughtUp()
  return async (path: string) => {
    const answer = await world.fetch(`/help/${path}`)
    return { page: await answer.text(), to: answer.headers.get('location') }
  }
}

describe('results by collection', () => {
  it('are a link each, with how many there are', async () => {
    const { page } = await (await portal())('en/search?q=fee')
    expect(page).toContain(
      '<a href="/help/en/search?q=fee&amp;collection=payments"><span>Payments &amp; payouts</span> <span class="quiet">1</span></a>',
    )
    expect(page).toContain('<a href="/help/en/search?q=fee" aria-current="true">')
    expect(page).toContain('2 articles about “fee”')
    expect(page).not.toMatch(/limits|collection=team/)
  })

  it('stay under an address of their own, which says which they are', async () => {
    const { page } = await (await portal())('en/search?q=fee&collection=payments')
    expect(page).toContain('1 article about “fee” · Payments &amp; payouts')
    expect(page).toContain('/help/en/articles/fees')
    expect(page).not.toContain('/help/en/articles/late')
    expect(page).toContain('collection=payments" aria-current="true"')
    expect(page).toContain('collection=invoices"><span>')
  })

  it('turn their pages without leaving the collection', async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      article(`a${at}`, { title: 'Fee', collection: 'a b' }),
    )
    const { fetch } = await supportWorld({ articles: many })
    const page = await (await fetch('/help/en/search?q=fee&collection=a+b')).text()
    expect(page).toContain('href="/help/en/search?q=fee&amp;collection=a+b&amp;page=2" rel="next"')
  })

  it('lead back to all where that collection has none', async () => {
    const reads = await portal()
    expect((await reads('en/search?q=late&collection=gone')).to).toBe('/help/en/search?q=late')
    expect((await reads('en/search?q=zzzz&collection=gone')).to).toBe('/help/en/search?q=zzzz')
  })
})

describe('a quoted answer', () => {
  it('stands before the hits, in its author’s words, with its article', async () => {
    const reads = await portal()
    const { page } = await reads('en/search?q=when+is+the+refund+back+on+the+card')
    const [, answer = ''] = /<section class="card pad answer"(.*?)<\/section>/s.exec(page) ?? []
    expect(answer).toContain('This may answer it')
    expect(answer).toMatch(/<blockquote>.*within five days.*<\/blockquote>/s)
    expect(answer).toContain('<a class="strong" href="/help/en/articles/refund">')
    expect((await reads('en/search?q=fee')).page).not.toContain('<blockquote')
  })
})

describe('a word that was corrected', () => {
  it('is one click away from the search that was run', async () => {
    const { page } = await (await portal())('en/search?q=refnud')
    expect(page).toContain('Showing <a href="/help/en/search?q=refund">refund</a>')
  })
})

describe('hits of another language', () => {
  it('say which, in that language, and lead to it', async () => {
    const { page } = await (await portal())('sv/search?q=rabat')
    expect(page).toContain('Inget på ditt språk än. Det här finns på ett annat.')
    expect(page).toContain('<a href="/help/da/articles/rabat" lang="da">Giv &lt;<mark>rabat</mark>')
    expect(page).toContain('<p class="small quiet" lang="da">Dansk · rabatter</p>')
  })

  it('are said to be all there is only where they are', async () => {
    const world = await supportWorld({
      articles: [
        ...['en', 'sv'].map((locale) => article('a', { locale, body: `zebra ${locale}` })),
        article('b', { body: 'zebra en' }),
      ],
    })
    const page = await (await world.fetch('/help/sv/search?q=en')).text()
    expect(page).toContain('English')
    expect(page).not.toContain('Inget på ditt språk')
  })

  it('run in their own direction', async () => {
    const { page } = await (await portal())('sv/search?q=zebra')
    expect(page).toContain('lang="he" dir="rtl"')
  })

  it('is not said of those in the language of the reader', async () => {
    const { page } = await (await portal())('sv/search?q=moms')
    expect(page.slice(page.indexOf('<main'), page.indexOf('</main>'))).not.toMatch(
      /ditt språk|lang=/,
    )
  })
})

describe('a search without a hit', () => {
  it('keeps the words, and leads to the collections and to a person', async () => {
    const { page } = await (await portal())('en/search?q=zzzz')
    expect(page).toContain('value="zzzz"')
    expect(page).toContain('href="/help/en/contact?subject=zzzz"')
    expect(page).toMatch(/href="\/help\/en\/collections\/payments">.*How money moves\./s)
    expect(page).not.toContain('collections/team')
  })
})

describe('a search for nothing yet', () => {
  it('offers where to begin', async () => {
    const { page } = await (await portal())('en/search')
    expect(page).toContain('Good places to start')
    expect(page).toMatch(/href="\/help\/en\/articles\/(fees|refund)"/)
    expect(page).not.toContain('Fee limits')
  })
})
