import { expect, waitUntil } from '@open-wc/testing'
import type { WaypostSearch } from '../features/search/waypost-search.js'

/** What `pnpm build` made. A decorator or class field that a bundler reads differently shows here alone. */
const built = new URL('../../dist/waypost-search.js', import.meta.url).href

describe('the built files', () => {
  it('search, react to what is typed and fetch the words of the page’s language', async () => {
    const asked: string[] = []
    const realFetch = window.fetch
    window.fetch = async (url) => {
      asked.push(new URL(String(url)).pathname)
      return Response.json({
        searchId: 's1',
        nextCursor: null,
        items: [{ title: 'Sena avgifter', url: '/a', locale: 'sv', excerpt: [] }],
      })
    }
    try {
      await import(built)
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
})
