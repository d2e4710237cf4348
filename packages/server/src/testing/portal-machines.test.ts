import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const publicUrl = 'https://www.tidemark.test/support'
const help = `${publicUrl}/help`

const body = `# Begin *here*

See [payouts](article:payouts#when), [prices](/prices) and [a secret](article:secret).

> [!WARNING]
> Mind **this**.

| Sum | What |
|--:|:-:|
| 1\\|2 | \`a\` |

1. One
2. Two
   - [x] done

\`\`\`js
const a = 1
\`\`\`

![Alt](/content/a.png)
`

const articles = [
  {
    ...{ id: 'fees', locale: 'en', title: 'Fees & <costs>', summary: 'What it costs.' },
    ...{ body, collection: 'money', updated: '2026-11-04' },
  },
  {
    id: 'fees',
    locale: 'nb',
    slug: 'gebyrer',
    title: 'Gebyrer',
    body: 'Ord',
    updated: '2026-11-06',
  },
  { id: 'payouts', locale: 'en', title: 'Payouts', body: 'Words', updated: '2026-10-01' },
  { id: 'secret', locale: 'en', title: 'Secret', body: 'Words', audience: 'team' },
]

async function portal() {
  const { world } = await supportWorld({
    articles,
    config: { publicUrl, sites: [{ name: 'Tidemark' }] },
  })
  const fetch = async (path: string) => world.app.fetch(new Request(`http://inside${path}`))
  return {
    fetch,
    read: async (path: string) => {
      const answer = await fetch(path)
      const type = answer.headers.get('content-type')
      return { answer, type, text: await answer.text() }
    },
  }
}

describe('an article as Markdown', () => {
  it('says all that the page says, with whole addresses', async () => {
    const { read } = await portal()
    const { text, type, answer } = await read('/help/en/articles/fees.md')
    expect(type).toBe('text/markdown; charset=utf-8')
    expect(answer.headers.get('link')).toBe(`<${help}/en/articles/fees>; rel="canonical"`)
    expect(text).toBe(`# Fees & \\<costs>

What it costs.

## Begin *here*

See [payouts](${help}/en/articles/payouts#when), [prices](${publicUrl}/prices) and a secret.

> [!WARNING]
> Mind **this**.

| Sum | What |
| ---: | :---: |
| 1\\|2 | \`a\` |

1. One
2. Two
   - [x] done

\`\`\`js
const a = 1
\`\`\`

![Alt](${publicUrl}/content/a.png)
`)
  })

  it('stands where the page stands, and nowhere else', async () => {
    const { fetch } = await portal()
    expect((await fetch('/help/nb/articles/fees.md')).headers.get('location')).toBe(
      '/support/help/nb/articles/gebyrer.md',
    )
    expect((await fetch('/help/en/articles/secret.md')).status).toBe(404)
    expect((await fetch('/help/nb/articles/payouts.md')).status).toBe(404)
  })
})

describe('what machines read of the whole', () => {
  it('is listed for those that answer, in the site’s own language', async () => {
    const { read } = await portal()
    const { text, type } = await read('/llms.txt')
    expect(type).toBe('text/plain; charset=utf-8')
    expect(text).toContain('# Tidemark help\n')
    expect(text).toContain(`- [Fees & <costs>](${help}/en/articles/fees.md): What it costs.\n`)
    expect(text).toContain(`- [Payouts](${help}/en/articles/payouts.md)\n`)
    expect(text).toContain(`## Optional\n\n- [Norsk bokmål](${help}/nb)\n`)
    expect(text).not.toContain('Secret')
    expect((await read('/help/llms.txt')).text).toBe(text)
  })

  it('is mapped for search engines, each page with its translations', async () => {
    const { read } = await portal()
    const { text, type } = await read('/help/sitemap.xml')
    expect(type).toBe('application/xml; charset=utf-8')
    const places = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place)
    expect(places.sort()).toEqual([
      `${help}/en`,
      `${help}/en/articles/fees`,
      `${help}/en/articles/payouts`,
      `${help}/en/collections/money`,
      `${help}/nb`,
      `${help}/nb/articles/gebyrer`,
    ])
    expect(text).toContain(
      `<url><loc>${help}/en/articles/fees</loc><lastmod>2026-11-04T00:00:00.000Z</lastmod>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${help}/en/articles/fees"/>` +
        `<xhtml:link rel="alternate" hreflang="nb" href="${help}/nb/articles/gebyrer"/></url>`,
    )
  })

  it('is found by robots, which leave the API and searches alone', async () => {
    const { read } = await portal()
    const { text } = await read('/robots.txt')
    expect(text).toContain('Disallow: /support/v1/\n')
    expect(text).toContain('Disallow: /support/help/*/search\n')
    expect(text).toContain(`Sitemap: ${help}/sitemap.xml\n`)
  })

  it('can be followed as a feed, the newest first', async () => {
    const { read } = await portal()
    const { text, type } = await read('/help/en/feed.xml')
    expect(type).toBe('application/atom+xml; charset=utf-8')
    expect(text).toContain('<title>Fees &amp; &lt;costs&gt;</title>')
    expect(text).toContain('<updated>2026-11-04T00:00:00.000Z</updated>')
    expect(text.indexOf('Fees')).toBeLessThan(text.indexOf('Payouts'))
    expect(text).not.toContain('Secret')
  })
})
