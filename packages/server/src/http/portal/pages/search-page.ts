import type { FoundContent, LearningFinder } from '../../../domain/education/learning-finder.js'
import type { Insights } from '../../../domain/insights/insights.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Finder, FoundArticles } from '../../../domain/knowledge/finder.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { NewId } from '../../../foundation/ids.js'
import type { PortalPage, Visit } from '../page.js'
import { readerOf } from '../readers.js'
import { drawRows } from '../rows.js'
import { drawSearchForm } from '../search-form.js'
import { drawFilter } from '../searching/draw-filter.js'
import { drawFound, PER_PAGE } from '../searching/draw-found.js'
import { drawLearning } from '../searching/draw-learning.js'
import { drawNothing } from '../searching/draw-nothing.js'
import { type SearchRequest, searchRequestOf } from '../searching/search-request.js'
import { redirect } from '../send-page.js'
import { readShelves } from '../shelves.js'
import { drawCollections } from '../side-nav.js'

export interface SearchPageDeps {
  articles: Articles
  finder: Finder
  learning: LearningFinder
  insights: Insights
  newId: NewId
}

/** Characters; longer than any question, shorter than what would burden the search. */
const LONGEST = 500

/** Results under an address that can be kept and sent on: `?q=late+fee&collection=invoices&page=2`. */
export function searchPage(deps: SearchPageDeps): PortalPage {
  const { articles, finder, learning, insights, newId } = deps
  return {
    method: 'GET',
    path: '/search',
    budget: 'search',
    async answer(visit) {
      const { words, paths, locale, locales } = visit
      const request = searchRequestOf(visit)
      const { asked, page, collection } = request
      const found = asked !== '' && asked.length <= LONGEST ? search(visit, request) : undefined
      const isBeyond = found?.hits.length === 0 && (page > 1 || collection !== undefined)
      if (isBeyond) return redirect(paths.search(locale.tag, asked), 'for-now')

      const title = asked === '' ? words.t('search.title') : words.t('search.of', { words: asked })
      const form = drawSearchForm(visit, { size: 'large', words: asked, autofocus: asked === '' })
      const { side, matter } = await drawMatter(visit, request, found)
      // Beside the first page of all results, as lessons belong to no collection.
      const isWhole = found && page === 1 && collection === undefined
      const taught = isWhole ? await teach(visit, asked) : []
      // Another page of the same results, or some of them alone, is no other search.
      if (isWhole) count(visit, asked, found, taught)
      return {
        title,
        place: 'articles',
        search: false,
        translations: locales.map(({ tag }) => ({ locale: tag, path: paths.search(tag, asked) })),
        main: html`<div class="wrap"><div class="cols ${side ? 'side' : 'alone'} searching">
<div class="top"><h1 class="sr">${title}</h1>
${form}</div>
${side}
<div class="found">${matter}${taught.length > 0 && drawLearning(visit, taught)}</div>
</div></div>`,
      }
    },
  }

  function teach({ actor, locale }: Visit, text: string): Promise<readonly FoundContent[]> {
    return learning.search(actor, { text, locale: locale.tag })
  }

  function search(visit: Visit, { asked, page, collection }: SearchRequest): FoundArticles {
    return finder.search(visit.actor, {
      ...{ text: asked, locale: visit.locale.tag, collectionId: collection, limit: PER_PAGE },
      cursor: String((page - 1) * PER_PAGE),
    })
  }

  function count(
    visit: Visit,
    text: string,
    { hits, locale }: FoundArticles,
    taught: readonly FoundContent[],
  ): void {
    const reader = readerOf(visit)
    if (!reader) return
    const articleIds = hits.map(({ document }) => document.articleId)
    const isAnswered = articleIds.length + taught.length > 0
    insights.searched(reader, { searchId: newId('sea'), locale, text, articleIds, isAnswered })
  }

  async function drawMatter(
    visit: Visit,
    request: SearchRequest,
    found: FoundArticles | undefined,
  ): Promise<{ side?: SafeHtml | undefined; matter: SafeHtml }> {
    const { words, locale } = visit
    const isFound = found && found.hits.length > 0
    if (isFound && (found.collections.length > 1 || request.collection !== undefined)) {
      const side = drawFilter(visit, request, found)
      return { side, matter: drawFound(visit, request, found) }
    }
    const shelves = await readShelves(articles, visit, locale.tag)
    if (found && !isFound) return { matter: drawNothing(visit, request.asked, shelves) }
    const hasShelves = shelves.some(({ id }) => id !== null)
    const side = hasShelves ? drawCollections(visit, shelves) : undefined
    if (found) return { side, matter: drawFound(visit, request, found) }
    if (request.asked === '') return { side, matter: await drawBegin(visit) }
    return { side, matter: html`<p class="said" role="status">${words.t('search.too-long')}</p>` }
  }

  /** Before anything was asked: what others read most. */
  async function drawBegin({ words, paths, locale, actor }: Visit): Promise<SafeHtml> {
    const { items } = await finder.suggest(actor, undefined, locale.tag)
    const rows = items.map(({ article: { slug, title, summary, locale: tag } }) => ({
      ...{ path: paths.article(tag, slug), title, detail: summary },
    }))
    return html`<p class="said quiet">${words.t('search.begin')}</p>
${rows.length > 0 && html`<section class="topics"><h2 class="title2">${words.t('search.start')}</h2>${drawRows(rows)}</section>`}`
  }
}
