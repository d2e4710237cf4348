import { beforeAll, describe, expect, it } from 'vitest'
import { readXml, type XmlElement } from './read-xml.test.kit.js'
import { supportWorld } from './support-world.js'

const publicUrl = 'https://www.tidemark.test/support'
const help = `${publicUrl}/help`

const article = (id: string, locale: string, title: string, more = {}) => ({
  ...{ id, locale, title, body: `## Words\n\n${title}`, updated: '2026-11-04' },
  ...more,
})

const articles = [
  article('fees', 'en', 'Fees & <costs>, "quoted"', { summary: 'A & B < C', collection: 'money' }),
  article('fees', 'uk', 'Комісія & «ціни»', { slug: 'komisiia', collection: 'money' }),
  article('fees', 'nb', 'Gebyrer \u000b og [mer]', { slug: 'gebyrer', collection: 'money' }),
  article('payouts', 'en', 'When payouts arrive ]]> \\ ', { collection: 'money' }),
  article('payouts', 'nb', 'Utbetaling', { slug: 'utbetaling', updated: '2026-11-06' }),
  article('danish', 'da', 'Kun på dansk <!-- -->'),
  article('secret', 'en', 'Secret', { audience: 'team' }),
  article('draft', 'uk', 'Чернетка', { status: 'draft' }),
]

interface Page {
  readonly status: number
  readonly type: string
  readonly text: string
}

let read: (address: string) => Promise<Page>
let places: XmlElement[]
/** Every page of the map by its address. */
let pages: [string, string][]

beforeAll(async () => {
  const { world } = await supportWorld({
    articles,
    config: { publicUrl, sites: [{ name: 'Tidemark & "Co"' }] },
  })
  read = async (address) => {
    expect(address.startsWith(`${publicUrl}/`), address).toBe(true)
    const inside = address.replace(publicUrl, 'http://inside')
    const answer = await world.app.fetch(new Request(inside))
    const type = answer.headers.get('content-type') ?? ''
    return { status: answer.status, type, text: await answer.text() }
  }
  places = [...readXml((await read(`${help}/sitemap.xml`)).text).children]
  pages = await Promise.all(
    places.map(async (place) => {
      const address = childText(place, 'loc')
      const { status, text } = await read(address)
      expect(status, address).toBe(200)
      return [address, text] as [string, string]
    }),
  )
})

const childText = ({ children }: XmlElement, name: string): string =>
  children.find((child) => child.name === name)?.text ?? ''

const childrenOf = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name)

/** What the head of a page says in links and metas. */
const linksIn = (page: string, rel: string): Record<string, string>[] =>
  [...page.matchAll(/<link ([^>]*)>/g)]
    .map(([, text = '']) => attributesIn(text))
    .filter((link) => link.rel === rel)
const metaIn = (page: string, name: string): string | undefined =>
  [...page.matchAll(/<meta ([^>]*)>/g)]
    .map(([, text = '']) => attributesIn(text))
    .find((meta) => (meta.property ?? meta.name) === name)?.content
const attributesIn = (text: string): Record<string, string> =>
  readXml(`<meta ${text}/>`).attributes as Record<string, string>
const languageOf = (page: string) => /<html lang="([^"]+)"/.exec(page)?.[1]
/** Language and address of each translation, in the order of the languages. */
const translationsOf = (links: readonly Readonly<Record<string, string>>[]): [string, string][] =>
  links
    .flatMap(({ hreflang = '', href = '' }): [string, string][] =>
      hreflang ? [[hreflang, href]] : [],
    )
    .sort()
const alternatesIn = (page: string) => translationsOf(linksIn(page, 'alternate'))

describe('the map of the site', () => {
  it('is a sitemap: each address once, whole, with the time of its last change', () => {
    expect(places.length).toBe(13)
    const addresses = places.map((place) => childText(place, 'loc'))
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const place of places) {
      expect(childText(place, 'loc')).toMatch(/^https:\/\/[^\s<>"]+$/)
      expect(childText(place, 'lastmod')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    }
  })

  it('leads to nothing that robots may not read or should not keep', async () => {
    const { text } = await read(`${publicUrl}/robots.txt`)
    const refused = [...text.matchAll(/^Disallow: (\S+)$/gm)].map(
      ([, path = '']) => new RegExp(`^${path.replaceAll('*', '.*')}`),
    )
    expect(refused.length).toBeGreaterThan(0)
    for (const [address, page] of pages) {
      const { pathname } = new URL(address)
      expect(refused.filter((rule) => rule.test(pathname))).toEqual([])
      expect(metaIn(page, 'robots'), address).toBeUndefined()
    }
    const [, map = ''] = /^Sitemap: (\S+)$/m.exec(text) ?? []
    expect((await read(map)).status).toBe(200)
  })
})

describe('every page of the map', () => {
  it('says that it stands where it was found', () => {
    for (const [address, page] of pages) {
      expect(linksIn(page, 'canonical').map(({ href }) => href)).toEqual([address])
      expect(metaIn(page, 'og:url')).toBe(address)
    }
  })

  it('names its translations, which name it in return, and so does the map', () => {
    const byAddress = new Map(pages)
    for (const [address, page] of pages) {
      const alternates = alternatesIn(page)
      const own = places.find((place) => childText(place, 'loc') === address) as XmlElement
      const mapped = translationsOf(childrenOf(own, 'xhtml:link').map((link) => link.attributes))
      expect(mapped, address).toEqual(alternates.filter(([tag]) => tag !== 'x-default'))
      if (alternates.length === 0) continue
      expect(alternates).toContainEqual([languageOf(page), address])
      expect(alternates.filter(([tag]) => tag === 'x-default')).toHaveLength(1)
      for (const [tag, href] of alternates) {
        const other = byAddress.get(href) ?? ''
        if (tag !== 'x-default') expect(languageOf(other), href).toBe(tag)
        expect(alternatesIn(other), `${href} of ${address}`).toEqual(alternates)
      }
    }
    expect(pages.filter(([, page]) => alternatesIn(page).length > 0)).toHaveLength(12)
  })

  it('shows a card of itself where it is shared', () => {
    for (const [address, page] of pages) {
      const [, title = ''] = /<title>([^<]*)<\/title>/.exec(page) ?? []
      const card = metaIn(page, 'og:title') ?? ''
      expect(card, address).not.toBe('')
      expect(readXml(`<t>${title}</t>`).text.startsWith(card), address).toBe(true)
      expect(metaIn(page, 'og:type')).toBe(address.includes('/articles/') ? 'article' : 'website')
      expect(metaIn(page, 'og:site_name')).toContain('Tidemark & "Co"')
      expect(metaIn(page, 'og:locale')).toBe(languageOf(page))
    }
  })

  it('tells machines what it is, in data that they can read', () => {
    for (const [address, page] of pages) {
      const data = [
        ...page.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g),
      ].map(([, json = '']) => JSON.parse(json))
      const byType = Object.fromEntries(data.map((each) => [each['@type'], each]))
      for (const each of data) expect(each['@context']).toBe('https://schema.org')

      if (address.includes('/articles/')) {
        expect(byType.TechArticle, address).toMatchObject({
          headline: metaIn(page, 'og:title'),
          inLanguage: languageOf(page),
          dateModified: expect.stringMatching(/^2026-11-0[46]T00:00:00\.000Z$/),
          url: address,
          publisher: { '@type': 'Organization', name: 'Tidemark & "Co"' },
        })
      }
      const isHome = /\/help\/[a-z]+$/.test(address)
      expect(byType.WebSite !== undefined, address).toBe(isHome)
      if (isHome) continue
      const crumbs: Record<string, unknown>[] = byType.BreadcrumbList.itemListElement
      expect(crumbs.map(({ position }) => position)).toEqual(crumbs.map((_, at) => at + 1))
      for (const [at, { name, item }] of crumbs.entries()) {
        expect(name).toEqual(expect.stringMatching(/\S/))
        // The last is the page itself, whose address search engines take from where it stands.
        if (at < crumbs.length - 1) expect(pages.map(([place]) => place)).toContain(item)
      }
    }
  })
})

describe('what can be followed and read by machines', () => {
  it('is a feed of each language: Atom, with all that it must say', async () => {
    for (const locale of ['en', 'uk', 'nb', 'da']) {
      const address = `${help}/${locale}/feed.xml`
      const feed = readXml((await read(address)).text)
      expect(feed.name).toBe('feed')
      expect(feed.attributes).toEqual({
        xmlns: 'http://www.w3.org/2005/Atom',
        'xml:lang': locale,
      })
      expect(childText(feed, 'id')).toBe(address)
      for (const each of [feed, ...childrenOf(feed, 'entry')]) {
        for (const name of ['id', 'title', 'updated']) {
          expect(childrenOf(each, name), name).toHaveLength(1)
          expect(childText(each, name)).not.toBe('')
        }
      }
      expect(childrenOf(feed, 'author')).toHaveLength(1)
      const entries = childrenOf(feed, 'entry').flatMap((each) => childrenOf(each, 'link'))
      const leads = entries.map(({ attributes }) => attributes.href)
      const written = pages.map(([place]) => place).filter((place) => place.includes('/articles/'))
      expect(leads.sort()).toEqual(
        written.filter((place) => place.startsWith(`${help}/${locale}/`)).sort(),
      )
      const page = pages.find(([place]) => place === `${help}/${locale}`)?.[1] ?? ''
      expect(linksIn(page, 'alternate')).toContainEqual(
        expect.objectContaining({
          type: 'application/atom+xml',
          href: `/support/help/${locale}/feed.xml`,
        }),
      )
    }
  })

  it('is listed: a title, what this is, and sections of links to Markdown', async () => {
    const { text } = await read(`${publicUrl}/llms.txt`)
    const [title = '', about = '', ...rest] = text.trimEnd().split('\n\n')
    expect(title).toMatch(/^# \S/)
    expect(about).toMatch(/^> \S/)
    expect(rest.length % 2).toBe(0)
    let links = 0
    for (const [at, part] of rest.entries()) {
      if (at % 2 === 0) {
        expect(part).toMatch(/^## \S.*$/)
        continue
      }
      for (const line of part.split('\n')) {
        const [, address = ''] =
          /^- \[(?:[^[\]\\]|\\.)+\]\(([^()\s]+)\)(?:: \S.*)?$/.exec(line) ?? []
        const { status, type } = await read(address)
        expect([status, type.split(';')[0]], line).toEqual([
          200,
          address.endsWith('.md') ? 'text/markdown' : 'text/html',
        ])
        links += 1
      }
    }
    // Two articles in the site's own language, and three other languages.
    expect(links).toBe(5)
  })
})

describe('the reader of XML in these tests', () => {
  it.each([
    '<a><b></a></b>',
    '<a>&nbsp;</a>',
    '<a>A & B</a>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a/><b/>',
    '<a>\u000b</a>',
    '<a>',
    'words',
  ])('takes nothing that is not well-formed: %j', (text) => {
    expect(() => readXml(text)).toThrow()
  })
})
