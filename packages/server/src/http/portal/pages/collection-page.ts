import { WaypostError } from '@waypost/sdk/contract'
import type { Articles } from '../../../domain/knowledge/articles.js'
import { html } from '../../../foundation/html.js'
import { slugOf } from '../../../foundation/slug.js'
import { crumbsJsonLd, drawCrumbs } from '../crumbs.js'
import type { PortalPage, Visit } from '../page.js'
import { drawRows } from '../rows.js'
import { redirect } from '../send-page.js'
import { readShelves, type Shelf } from '../shelves.js'
import { drawCollections } from '../side-nav.js'

/** One collection: its articles in their order. */
export function collectionPage({ articles }: { articles: Articles }): PortalPage {
  return {
    method: 'GET',
    path: '/collections/:collection',
    async answer(visit) {
      const { words, paths, locale } = visit
      const { collection: asked = '' } = visit.params
      const shelves = await readShelves(articles, visit, locale.tag)
      const shelf = findShelf(shelves, asked)
      if (!shelf || shelf.id === null) throw new WaypostError('not_found')
      const { id, title, summary } = shelf
      if (id !== asked) return redirect(paths.collection(locale.tag, id), 'permanent')

      const start = { title: words.t('site.articles'), path: paths.home(locale.tag) }
      return {
        title,
        description: summary ?? undefined,
        place: 'articles',
        canonical: paths.collection(locale.tag, id),
        translations: await translationsOf(visit, id),
        jsonLd: [crumbsJsonLd(visit, [start, { title }])],
        main: html`<div class="wrap"><div class="cols side">
${drawCollections(visit, shelves, id)}
<div>${drawCrumbs(visit, [start, { title }])}
<h1 class="title1">${title}</h1>
${summary && html`<p class="lead">${summary}</p>`}
${drawRows(
  shelf.articles.map((article) => ({
    path: paths.article(locale.tag, article.slug),
    title: article.title,
    detail: article.summary,
  })),
)}
</div></div></div>`,
      }
    },
  }

  /** The collection where it has articles; elsewhere its address would lead to nothing. */
  async function translationsOf(visit: Visit, id: string) {
    const found = await Promise.all(
      visit.locales.map(async ({ tag }) => {
        const { items } = await articles.list(visit.actor, tag, { collectionId: id }, { limit: 1 })
        return { locale: tag, path: visit.paths.collection(tag, id), has: items.length > 0 }
      }),
    )
    return found.filter(({ has }) => has)
  }
}

/** By its id, or by what a reader might make of its id or its name. */
function findShelf(shelves: readonly Shelf[], asked: string): Shelf | undefined {
  const word = slugOf(asked)
  return (
    shelves.find(({ id }) => id === asked) ??
    shelves.find(({ id }) => id !== null && slugOf(id) === word) ??
    shelves.find(({ title }) => slugOf(title) === word)
  )
}
