import { expect, waitUntil } from '@open-wc/testing'
import { type Client, createClient } from '@waypost/sdk/client'
import type { PanelModule } from '@waypost/sdk/contract'
import type { WaypostSearch } from '../features/search/waypost-search.js'
import { plainLooks } from '../shell/plain-looks.test.kit.js'

/** What `pnpm build` made. A decorator or class field that a bundler reads differently shows here alone. */
const built = (file: string) => new URL(`../../dist/${file}`, import.meta.url).href

describe('the built files', () => {
  it('search, react to what is typed and fetch the words of the page’s language', async () => {
    const asked: string[] = []
    const realFetch = window.fetch
    window.fetch = async (url) => {
      asked.push(new URL(String(url)).pathname)
      return Response.json({
        searchId: 's1',
        nextCursor: null,
        items: [{ articleId: 'a', title: 'Sena avgifter', url: '/a', locale: 'sv', excerpt: [] }],
      })
    }
    try {
      await import(built('waypost-search.js'))
      const search = document.createElement('waypost-search') as WaypostSearch
      search.setAttribute('locale', 'sv')
      document.body.append(search)
      await waitUntil(() => search.renderRoot.querySelector('input'))
      search.words = 'avgift'
      await waitUntil(() => search.renderRoot.querySelector('.row'))
      expect(asked).to.deep.equal(['/v1/search'])
      expect(search.renderRoot.querySelector('.count')?.textContent).to.equal('1 artikel')
    } finally {
      window.fetch = realFetch
    }
  })

  it('open a panel, and fetch a page of it when it is wanted', async () => {
    const { createPanel } = (await import(built('panel.js'))) as PanelModule<Client>
    const panel = createPanel({
      client: createClient({
        baseUrl: 'https://help.example',
        fetch: () => Response.json({ items: [], nextCursor: null, site: { name: 'Tidemark' } }),
      }),
      baseUrl: 'https://help.example',
      locale: 'sv',
      ...plainLooks,
      keep: { get: () => null, set: () => {} },
      emit: () => {},
      outbox: () => new Promise(() => {}),
      hasUnsent: () => false,
      context: () => ({}),
      launcher: null,
    })
    try {
      await panel.open({ view: 'search' })
      const root = document.querySelector('waypost-window')?.shadowRoot
      const search = root?.querySelector('waypost-search-view')
      expect(search?.shadowRoot?.querySelector('input')?.placeholder).to.equal('Sök i hjälpen')
    } finally {
      panel.destroy()
    }
  })
})
