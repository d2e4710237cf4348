import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const body = `Opening words, see [payouts](article:payouts#when), [a secret](article:secret) and
[what is only in Danish](article:danish).

## Turn it on

> [!TIP]
> Tell your customers.

| Country | Fee |
|---|--:|
| Norway | \`390\` |

## What each country allows

![A picture](/content/a.png)

### Denmark

## Change the words
`

const articles = [
  {
    ...{
      id: 'late-fees',
      locale: 'en',
      slug: 'late-fees-and-interest',
      collection: 'getting-paid',
    },
    ...{ title: 'Late fees & interest', summary: 'When a customer pays late.', body },
    ...{ keywords: ['overdue'], updated: '2026-11-04', order: 2 },
  },
  {
    ...{ id: 'late-fees', locale: 'uk', slug: 'penia', collection: 'getting-paid' },
    ...{ title: 'Пеня та відсотки', body: 'Слова про пеню.' },
  },
  {
    ...{ id: 'payouts', locale: 'en', collection: 'getting-paid', order: 1 },
    ...{ title: 'When payouts arrive', body: 'Late on holidays. Words.' },
  },
  {
    ...{ id: 'reminders', locale: 'en', collection: 'getting-paid', order: 3 },
    ...{ title: 'Reminders', body: 'For a late payment.' },
  },
  { id: 'danish', locale: 'da', title: 'Kun på dansk', body: 'Ord.' },
  { id: 'loose', locale: 'en', title: 'Imprint', body: 'Who we are.' },
  { id: 'secret', locale: 'en', title: 'For the team', body: 'Late secret.', audience: 'team' },
  { id: 'members', locale: 'en', title: 'Members', body: 'Late.', audience: 'customers' },
  { id: 'draft', locale: 'en', title: 'Draft', body: 'Late.', status: 'draft' },
]

async function portal(config = {}) {
  const world = await supportWorld({
    articles,
    config: { sites: [{ name: 'Tidemark', replyHours: 4, ...config }] },
  })
  const read = async (path: string) => {
    const answer = await world.fetch(path)
    return { answer, status: answer.status, page: await answer.text() }
  }
  return { ...world, read }
}

const dataIn = (page: string): Record<string, unknown>[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
    JSON.parse(json),
  )

describe('home', () => {
  it('shows the collections with what anybody may read in them, and who to ask', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en')
    expect(page).toContain('<title>Tidemark help</title>')
    expect(page).toContain('placeholder="Search 4 articles"')
    expect(page).toContain('href="/help/en/collections/getting-paid"')
    expect(page).toContain('3 articles')
    expect(page).toContain('Imprint')
    expect(page).toContain('Usually replies within 4 hours')
    expect(page).not.toMatch(/For the team|Members|Draft/)
  })

  it('draws what the author chose beside a collection, and a folder otherwise', async () => {
    const { world, fetch } = await supportWorld({ articles })
    const shelf = async () => {
      const page = await (await fetch('/help/en')).text()
      return /<a class="card shelf"[^>]*>(<svg.*?<\/svg>)/.exec(page)?.[1]
    }
    const folder = await shelf()
    expect(folder).toContain('aria-hidden="true"')
    const collection = { id: 'getting-paid', locale: 'en', title: 'Getting paid' }
    await world.importCollections(world.sites.main.key, [{ ...collection, icon: 'bank' }])
    const bank = await shelf()
    expect(bank).toContain('M3.25 8 10 4l6.75 4Z')
    await world.importCollections(world.sites.main.key, [collection])
    expect(await shelf()).toBe(folder)
  })

  it('tells machines that one can search here', async () => {
    const { read } = await portal()
    const [site] = dataIn((await read('/help/uk')).page)
    expect(site).toMatchObject({
      '@type': 'WebSite',
      name: 'Довідка Tidemark',
      inLanguage: 'uk',
      potentialAction: { target: 'http://waypost.test/help/uk/search?q={words}' },
    })
  })

  it('offers nobody to ask where a site only documents', async () => {
    const { read } = await portal({ mode: 'docs-only' })
    for (const path of ['/help/en', '/help/en/articles/payouts', '/help/en/search?q=zzz']) {
      expect((await read(path)).page, path).not.toContain('/contact')
    }
  })

  it('says what is missing where nothing has been written', async () => {
    const { fetch } = await supportWorld()
    expect(await (await fetch('/help/en')).text()).toContain('There are no articles yet')
  })
})

describe('a collection', () => {
  it('lists its articles in their order', async () => {
    const { read } = await portal()
    const { page, status } = await read('/help/en/collections/getting-paid')
    expect(status).toBe(200)
    const slugs = [...page.matchAll(/href="\/help\/en\/articles\/([^"]+)"/g)].map(
      ([, slug]) => slug,
    )
    expect(slugs).toEqual(['payouts', 'late-fees-and-interest', 'reminders'])
    expect(page).toContain(
      'hreflang="uk" href="http://waypost.test/help/uk/collections/getting-paid"',
    )
  })

  it('is found by what a reader makes of its name, and by nothing else', async () => {
    const { fetch } = await portal()
    const mended = await fetch('/help/en/collections/Getting%20Paid')
    expect([mended.status, mended.headers.get('location')]).toEqual([
      301,
      '/help/en/collections/getting-paid',
    ])
    expect((await fetch('/help/en/collections/nothing')).status).toBe(404)
    expect((await fetch('/help/da/collections/getting-paid')).status).toBe(404)
  })
})

describe('an article', () => {
  it('is drawn from its tree, below one title, with links to its sections', async () => {
    const { read } = await portal()
    const { page, answer } = await read('/help/en/articles/late-fees-and-interest')
    expect(answer.headers.get('content-language')).toBe('en')
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page).toContain('<h1>Late fees &amp; interest</h1>')
    expect(page).toContain('<h2 class="wp-heading" id="turn-it-on">Turn it on</h2>')
    expect(page).toContain('href="#turn-it-on" aria-label="Link to “Turn it on”"')
    expect(page).toContain('Updated 4 November 2026')
    expect(page).toContain('On this page')
    expect(page).toContain('src="/content/a.png"')
    expect(page).toContain('<td class="wp-align-end"><code class="wp-inline-code">390</code></td>')
  })

  it('links to articles in the reader’s language, else in theirs, and never to a hidden one', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en/articles/late-fees-and-interest')
    expect(page).toContain('href="/help/en/articles/payouts#when">payouts</a>')
    expect(page).toContain('href="/help/da/articles/danish">what is only in Danish</a>')
    expect(page).toContain('<p class="wp-paragraph">')
    expect(page).toMatch(/, a secret and/)
  })

  it('knows its translations, and the menu of languages leads to them', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en/articles/late-fees-and-interest')
    const base = 'http://waypost.test/help'
    for (const [tag, path] of [
      ['en', `${base}/en/articles/late-fees-and-interest`],
      ['uk', `${base}/uk/articles/penia`],
      ['x-default', `${base}/en/articles/late-fees-and-interest`],
    ]) {
      expect(page).toContain(`<link rel="alternate" hreflang="${tag}" href="${path}">`)
    }
    expect(page).toContain(
      '<a href="/help/uk/articles/penia" lang="uk" hreflang="uk">Українська</a>',
    )
    expect(page).toContain('<a href="/help/da" lang="da" hreflang="da">Dansk</a>')
    expect(page).not.toContain('hreflang="da" href="http')
  })

  it('shows what stands before and after it, and what is about the same', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en/articles/late-fees-and-interest')
    expect(page).toMatch(/href="\/help\/en\/articles\/payouts" rel="prev"/)
    expect(page).toMatch(/href="\/help\/en\/articles\/reminders" rel="next"/)
    const alone = (await read('/help/en/articles/loose')).page
    expect(alone).not.toMatch(/rel="(prev|next)"/)
  })

  it('leads from its id, its slug elsewhere, and a slug with a dot, to its one address', async () => {
    const { fetch } = await portal()
    const to = async (path: string) => {
      const { status, headers } = await fetch(path)
      return [status, headers.get('location')]
    }
    const own = '/help/en/articles/late-fees-and-interest'
    expect(await to('/help/en/articles/late-fees')).toEqual([301, own])
    expect(await to('/help/en/articles/penia')).toEqual([301, own])
    expect(await to(`${own}.`)).toEqual([301, own])
    expect(await to('/help/uk/articles/late-fees-and-interest')).toEqual([
      301,
      '/help/uk/articles/penia',
    ])
    expect(await to('/help/articles/late-fees')).toEqual([302, '/help/en/articles/late-fees'])
  })

  it('says where it can be read, where the reader’s language does not have it', async () => {
    const { read } = await portal()
    const { page, status } = await read('/help/uk/articles/danish')
    expect(status).toBe(404)
    expect(page).toContain('Цієї статті ще немає вашою мовою')
    expect(page).toContain('href="/help/da/articles/danish" hreflang="da"')
  })

  it('does not exist for who may not read it', async () => {
    const { read } = await portal()
    const absent = (await read('/help/en/articles/absent')).page
    for (const id of ['secret', 'members', 'draft', 'for-the-team']) {
      const { page, status } = await read(`/help/en/articles/${id}`)
      expect([status, page === absent], id).toEqual([404, true])
    }
  })

  it('tells machines what it is and where it stands', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en/articles/late-fees-and-interest')
    const [article, crumbs] = dataIn(page)
    expect(article).toMatchObject({
      '@type': 'TechArticle',
      headline: 'Late fees & interest',
      dateModified: '2026-11-04T00:00:00.000Z',
    })
    expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' })
    expect(page).toContain('<meta property="og:title" content="Late fees &amp; interest">')
    expect(page).toContain('<meta name="description" content="When a customer pays late.">')
    expect(page).toContain(
      'type="text/markdown" href="/help/en/articles/late-fees-and-interest.md"',
    )
  })

  it('asks whether it helped, and says thank you under the address that a vote leads to', async () => {
    const { read } = await portal()
    const path = '/help/en/articles/payouts'
    expect((await read(path)).page).toContain(`action="${path}/vote#_vote" method="post"`)
    expect((await read(`${path}?voted=yes`)).page).toContain('Good to know that it helped.')
    const why = (await read(`${path}?voted=no&vote=%22%3E%3Cscript%3E`)).page
    expect(why).toContain('What was wrong?')
    expect(why).toContain('name="voteId" value="&quot;&gt;&lt;script&gt;"')
    expect((await read(`${path}?voted=why`)).page).toContain('will read your answer')
  })
})

describe('search', () => {
  it('finds under an address that can be sent on, and marks what it found', async () => {
    const { read } = await portal()
    const { page, answer } = await read('/help/en/search?q=late')
    expect(answer.status).toBe(200)
    expect(page).toContain('3 articles about “late”')
    expect(page).toContain('<mark>Late</mark> fees &amp; interest</a>')
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain('value="late"')
    expect(page).not.toMatch(/secret|Members/)
    expect(page).toContain('href="/help/uk/search?q=late"')
  })

  it('runs corrected words and says so', async () => {
    const { read } = await portal()
    const { page } = await read('/help/en/search?q=remindres')
    expect(page).toContain('Showing <a href="/help/en/search?q=reminders">reminders</a>')
    expect(page).toContain('/help/en/articles/reminders')
  })

  it('finds nothing kindly: fewer words, or ask us with these', async () => {
    const { read } = await portal()
    const { page, status } = await read('/help/en/search?q=%3Cb%3E+zzzz')
    expect(status).toBe(200)
    expect(page).toContain('Nothing about “&lt;b&gt; zzzz” yet')
    expect(page).toContain('href="/help/en/contact?subject=%3Cb%3E+zzzz"')
  })

  it('turns pages, and leads back from one that there is not', async () => {
    const many = Array.from({ length: 23 }, (_, at) => ({
      ...{ id: `a${at}`, locale: 'en', title: `Invoice ${at}`, body: 'Invoice words.' },
    }))
    const { fetch } = await supportWorld({ articles: many })
    const text = async (path: string) => (await fetch(path)).text()
    const first = await text('/help/en/search?q=invoice')
    expect(first).toContain('Page 1 of 3')
    expect(first).toContain('href="/help/en/search?q=invoice&amp;page=2" rel="next"')
    const last = await text('/help/en/search?q=invoice&page=3')
    expect(last).toContain('start="21"')
    expect(last).not.toContain('rel="next"')
    expect((await fetch('/help/en/search?q=invoice&page=9')).headers.get('location')).toBe(
      '/help/en/search?q=invoice',
    )
    for (const page of ['0', '-1', 'x', '1e9', '']) {
      expect((await fetch(`/help/en/search?q=invoice&page=${page}`)).status, page).toBe(200)
    }
  })

  it('takes any words without failing', async () => {
    const { fetch } = await portal()
    for (const words of [
      '',
      '   ',
      '\u0000',
      '"',
      '()',
      '%',
      'a'.repeat(600),
      '👩‍👩‍👧',
      '\ud800',
    ]) {
      const query = new URLSearchParams({ q: words })
      expect((await fetch(`/help/en/search?${query}`)).status, words).toBe(200)
    }
  })
})
