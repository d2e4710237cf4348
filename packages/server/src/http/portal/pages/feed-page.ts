import type { Articles } from '../../../domain/knowledge/articles.js'
import { helpTitle } from '../help-title.js'
import type { PortalPage } from '../page.js'
import { readShelves } from '../shelves.js'
import { xml, xmlDocument } from '../xml.js'

const NEWEST = 20

/** The articles that changed last, as Atom (RFC 4287). */
export function feedPage({ articles }: { articles: Articles }): PortalPage {
  return {
    method: 'GET',
    path: '/feed.xml',
    async answer(visit) {
      const { paths, locale, site } = visit
      const shelves = await readShelves(articles, visit, locale.tag)
      const newest = shelves
        .flatMap((shelf) => shelf.articles)
        .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
        .slice(0, NEWEST)
      const home = paths.absolute(paths.home(locale.tag))
      const own = paths.absolute(paths.feed(locale.tag))
      const entries = newest.map(({ slug, title, summary, updatedAt }) => {
        const url = paths.absolute(paths.article(locale.tag, slug))
        return xml`<entry><title>${title}</title><id>${url}</id><link href="${url}"/><updated>${updatedAt}</updated>${summary !== null && xml`<summary>${summary}</summary>`}</entry>
`
      })
      const root = xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale.tag}">
<title>${helpTitle(visit)}</title><id>${own}</id><link rel="self" href="${own}"/><link href="${home}"/><updated>${newest[0]?.updatedAt ?? '1970-01-01T00:00:00.000Z'}</updated><author><name>${site.name}</name></author>
${entries}</feed>`
      return { type: 'application/atom+xml', text: xmlDocument(root) }
    },
  }
}
