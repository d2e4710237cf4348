import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const articles = [
  { id: 'late-fees', locale: 'en', title: 'Late fees', body: 'Words' },
  { id: 'late-fees', locale: 'uk', title: 'Пеня', body: 'Слова' },
  { id: 'late-fees', locale: 'nb', title: 'Purregebyr', body: 'Ord' },
]

const asks = (language: string) => ({ headers: { 'Accept-Language': language } })

describe('the way into the portal', () => {
  it('leads to the language that the reader asks for, the nearest, or the site’s own', async () => {
    const { fetch } = await supportWorld({ articles })
    const answers = {
      uk: '/help/uk',
      'nn-NO, en;q=0.4': '/help/nb',
      'fr, uk;q=0.2, en;q=0.7': '/help/en',
      'fr-CA': '/help/en',
      '*': '/help/en',
      ',;q=,%%': '/help/en',
    }
    for (const [language, path] of Object.entries(answers)) {
      const answer = await fetch('/help', asks(language))
      expect([answer.status, answer.headers.get('location')], language).toEqual([302, path])
      expect(answer.headers.get('vary')).toBe('Accept-Language')
    }
  })

  it('mends addresses: slashes too many, other spellings, a missing or unknown locale, an end cut off', async () => {
    const { fetch } = await supportWorld({ articles })
    const answers = {
      '/help/': [301, '/help'],
      '/help/en/?a=b': [301, '/help/en?a=b'],
      '/help/en//': [301, '/help/en'],
      '/help/EN': [302, '/help/en'],
      '/help/nb-NO': [302, '/help/nb'],
      '/help/nb_NO/articles/late-fees': [302, '/help/nb/articles/late-fees'],
      '/help/fr': [302, '/help/en'],
      '/help/uk/articles': [302, '/help/uk'],
      '/help/uk/collections': [302, '/help/uk'],
    }
    for (const [path, [status, location]] of Object.entries(answers)) {
      const answer = await fetch(path, asks('uk'))
      expect([answer.status, answer.headers.get('location')], path).toEqual([status, location])
    }
  })

  it('opens where a language says more of itself than a name can', async () => {
    const { fetch } = await supportWorld({
      articles: [...articles, { id: 'fee', locale: 'de-x-leicht', title: 'Gebühr', body: 'Wort' }],
    })
    const settings = await fetch('/v1/settings')
    expect(await settings.json()).toMatchObject({
      locales: expect.arrayContaining([expect.objectContaining({ tag: 'de-x-leicht' })]),
    })
    for (const path of ['', '/articles/fee', '/search?q=Wort']) {
      expect((await fetch(`/help/de-x-leicht${path}`)).status, path).toBe(200)
    }
  })

  it('offers languages where there are some, and on a phone the places in any case', async () => {
    const one = await supportWorld({ articles: articles.slice(0, 1) })
    const some = await supportWorld({ articles })
    const [alone, choice] = await Promise.all(
      [one, some].map(async ({ fetch }) => (await fetch('/help/en')).text()),
    )
    expect(alone).not.toMatch(/>Language<|"Languages"/)
    expect(alone).not.toContain('class="languages"')
    expect(alone).toContain('<details class="menu narrow">')
    expect(alone).toContain('<nav class="narrow" aria-label="Help centre">')
    expect(choice).toContain('<details class="menu">')
    expect(choice?.match(/class="languages"/g)).toHaveLength(2)
  })

  it('has shelves on its first page where there are any', async () => {
    const [article] = articles
    const shelved = [article, { ...article, id: 'vat', collection: 'taxes' }] as typeof articles
    const worlds = [
      supportWorld({ articles: shelved.slice(0, 1) }),
      supportWorld({ articles: shelved }),
    ]
    const [loose, both] = await Promise.all(
      worlds.map(async (world) => (await (await world).fetch('/help/en')).text()),
    )
    expect(loose).toContain('Late fees')
    expect(loose).not.toMatch(/Browse|class="shelves"/)
    expect(both).toMatch(/Browse<\/h2>\n<ul class="shelves"><li>/)
  })

  it('puts the path of the public address before every address', async () => {
    const config = { publicUrl: 'https://www.tidemark.test/support' }
    const { world } = await supportWorld({ articles, config })
    const get = (path: string) => world.app.fetch(new Request(`http://inside${path}`))
    expect((await get('/help')).headers.get('location')).toBe('/support/help/en')
    const page = await (await get('/help/en')).text()
    expect(page).toContain(
      '<link rel="canonical" href="https://www.tidemark.test/support/help/en">',
    )
    const addresses = [...page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, at]) => at)
    expect(addresses.length).toBeGreaterThan(8)
    expect(addresses.filter((at) => !at?.startsWith('/support/'))).toEqual([])
  })
})

describe('every page of the portal', () => {
  it('runs nothing that is not ours, is framed by nobody, and keeps no cookie', async () => {
    const { fetch } = await supportWorld({ articles })
    for (const path of ['/help/en', '/help/en/nowhere', '/help']) {
      const { headers } = await fetch(path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'"]) {
        expect(policy, path).toContain(rule)
      }
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('answers 304 to who has it, and HEAD without a body', async () => {
    const { fetch } = await supportWorld({ articles })
    const first = await fetch('/help/en')
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch('/help/en', { headers: { 'If-None-Match': etag } })).status).toBe(304)
    expect((await fetch('/help/uk', { headers: { 'If-None-Match': etag } })).status).toBe(200)
    const head = await fetch('/help/en', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(etag)
  })

  it('loads its stylesheet and script from addresses that never change what they hold', async () => {
    const theme = { accent: '#c2410c', font: 'Georgia, serif', radius: '4px' }
    const config = { sites: [{ theme }] }
    const { fetch } = await supportWorld({ articles, config })
    const page = await (await fetch('/help/en')).text()
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? []
    const [css, js] = [await fetch(style), await fetch(script)]
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(js.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(await css.text()).toMatch(
      /:root,waypost-search\{--wp-accent: #c2410c;--wp-font: Georgia,serif;--wp-radius: 4px;\}$/,
    )
    expect((await fetch(style.replace(/\w{12}/, '000000000000'))).status).toBe(404)
  })
})

it.each([
  ['/content/logo.svg', '<img src="/content/logo.svg" alt="" height="28">'],
  ['https://cdn.example.com/logo.svg', '<img src="https://cdn.example.com/logo.svg" alt="" '],
  // Its policy lets no picture through that comes in the clear from elsewhere.
  ['http://cdn.example.com/logo.svg', '<span class="logo" aria-hidden="true">T</span>'],
  [null, '<span class="logo" aria-hidden="true">T</span>'],
])('shows the logo %s of the site beside its name', async (logo, shown) => {
  const config = { sites: [{ name: 'Tidemark', theme: { logo } }] }
  const { fetch } = await supportWorld({ articles, config })
  const page = await (await fetch('/help/en')).text()
  expect(page).toContain(`<a class="brand" href="/help/en">${shown}`)
})

describe('where there is no page', () => {
  it('says so in the reader’s language, and offers search', async () => {
    const { fetch } = await supportWorld({ articles })
    const ours = await fetch('/help/uk/nowhere')
    expect(ours.status).toBe(404)
    expect(ours.headers.get('cache-control')).toBe('no-store')
    const page = await ours.text()
    expect(page).toContain('<html lang="uk" dir="ltr">')
    expect(page).toContain('Такої сторінки тут немає')
    expect(page).toContain('action="/help/uk/search"')
    expect(page).toContain('<meta name="robots" content="noindex">')
    const lost = await fetch('/help/nowhere/at/all', asks('nb'))
    expect([lost.status, lost.headers.get('content-language')]).toEqual([404, 'nb'])
  })

  it('names what an address takes, where it was asked in another way', async () => {
    const { fetch } = await supportWorld({ articles })
    const answer = await fetch('/help/en', { method: 'DELETE' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(await answer.text()).toContain('This page can’t take that')
  })
})

it('turns the page where a language runs from right to left, and says whose words are ours', async () => {
  const arabic = [{ id: 'a', locale: 'ar', title: 'البداية', body: 'كلمات' }]
  const config = { sites: [{ defaultLocale: 'ar' }] }
  const { fetch } = await supportWorld({ articles: arabic, config })
  const page = await (await fetch('/help/ar/articles/a')).text()
  expect(page).toContain('<html lang="ar" dir="rtl">')
  expect(page).toContain('<header class="masthead" lang="en"')
  expect(page).toContain('\u2066Did this help?\u2069')
})
