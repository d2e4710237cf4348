import type { Insights } from '../../../domain/insights/insights.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Finder } from '../../../domain/knowledge/finder.js'
import type { FoundArticle } from '../../../domain/knowledge/search-index.js'
import { allOf } from '../../../foundation/all-of.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import type { NewId } from '../../../foundation/ids.js'
import { backIcon, editIcon, nextIcon } from '../icons.js'
import { markWords } from '../mark-words.js'
import type { PortalPage, Visit } from '../page.js'
import { readerOf } from '../readers.js'
import { drawSearchForm } from '../search-form.js'
import { redirect } from '../send-page.js'
import { drawCollections } from '../side-nav.js'

export interface SearchPageDeps {
  articles: Articles
  finder: Finder
  insights: Insights
  newId: NewId
}

/** Results on one page. */
const PER_PAGE = 10
/** Characters; longer than any question, shorter than what would burden the search. */
const LONGEST = 500

/** Results under an address that can be kept and sent on: `?q=late+fee&page=2`. */
export function searchPage({ articles, finder, insights, newId }: SearchPageDeps): PortalPage {
  return {
    method: 'GET',
    path: '/search',
    budget: 'search',
    async answer(visit) {
      const { words, paths, locale, locales, actor } = visit
      const asked = (visit.query.get('q') ?? '').replace(/\s+/g, ' ').trim()
      const page = pageIn(visit.query)
      const isTooLong = asked.length > LONGEST
      const runs = asked !== '' && !isTooLong
      const found = runs
        ? finder.search(actor, {
            text: asked,
            locale: locale.tag,
            limit: PER_PAGE,
            cursor: String((page - 1) * PER_PAGE),
          })
        : undefined
      if (found && page > 1 && found.hits.length === 0) {
        return redirect(paths.search(locale.tag, asked), 'for-now')
      }
      const reader = readerOf(visit)
      if (found && page === 1 && reader) {
        const articleIds = found.hits.map(({ document }) => document.articleId)
        const search = { searchId: newId('sea'), locale: found.locale, text: asked, articleIds }
        insights.searched(reader, search)
      }
      const collections = await allOf((after) =>
        articles.collections(actor, locale.tag, { limit: 500, after }),
      )
      const shelves = collections
        .filter(({ articleCount }) => articleCount > 0)
        .map(({ collection: { collectionId, title } }) => ({ id: collectionId, title }))
      const title = asked === '' ? words.t('search.title') : words.t('search.of', { words: asked })
      return {
        title,
        place: 'articles',
        search: false,
        translations: locales.map(({ tag }) => ({ locale: tag, path: paths.search(tag, asked) })),
        main: html`<div class="wrap"><div class="cols side">
${drawCollections(visit, shelves)}
<div class="found"><h1 class="sr">${title}</h1>
${drawSearchForm(visit, { size: 'large', words: asked, autofocus: asked === '' })}
${isTooLong && html`<p class="said" role="status">${words.t('search.too-long')}</p>`}
${asked === '' && html`<p class="said quiet">${words.t('search.begin')}</p>`}
${found && drawFound(visit, { asked, page, ...found, shelves })}
</div></div></div>`,
      }
    },
  }
}

interface Found {
  readonly asked: string
  readonly page: number
  readonly hits: readonly FoundArticle[]
  readonly total: number
  readonly didYouMean?: string
  readonly shelves: readonly { readonly id: string; readonly title: string }[]
}

function drawFound(visit: Visit, found: Found): SafeHtml {
  const { words, canAsk } = visit
  const { asked, hits, total, didYouMean } = found
  if (hits.length === 0) return drawNothing(visit, asked)
  return html`<p class="said small quiet" role="status">${words.t('search.count', { n: total, words: didYouMean ?? asked })}${didYouMean !== undefined && html`. ${words.t('search.showing', { words: didYouMean })}`}</p>
<ol class="hits" start="${(found.page - 1) * PER_PAGE + 1}">${hits.map((hit) => drawHit(visit, hit, found))}</ol>
${drawPages(visit, asked, found.page, Math.ceil(total / PER_PAGE))}
${canAsk && html`<div class="notice plain ask-line">${editIcon}<div>${words.t('search.ask')}</div>${drawAsk(visit, asked)}</div>`}`
}

function drawHit({ paths, locale }: Visit, { document, excerpt }: FoundArticle, found: Found) {
  const shelf = found.shelves.find(({ id }) => id === document.collectionId)
  const matches = excerpt.filter(({ match }) => match).map(({ text }) => text)
  const title = markWords(document.title, [found.didYouMean ?? found.asked, ...matches])
  const parts = excerpt.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))
  return html`<li><h2><a href="${paths.article(locale.tag, document.slug)}">${title}</a></h2>
${parts.length > 0 && html`<p class="second">${parts}</p>`}
${shelf && html`<p class="small quiet">${shelf.title}</p>`}</li>`
}

function drawNothing(visit: Visit, asked: string): SafeHtml {
  const { words, canAsk } = visit
  return html`<div class="said nothing" role="status"><p class="title2">${words.t('search.nothing', { words: asked })}</p>
<p class="second">${words.t(canAsk ? 'search.nothing.hint-ask' : 'search.nothing.hint')}</p></div>
${canAsk && html`<p>${drawAsk(visit, asked)}</p>`}`
}

/** The words that were searched for come along as the subject. */
function drawAsk({ words, paths, locale }: Visit, asked: string): SafeHtml {
  return html`<a class="btn" href="${paths.contact(locale.tag, asked)}">${editIcon}${words.t('search.about', { words: asked })}</a>`
}

function drawPages({ words, paths, locale }: Visit, asked: string, page: number, last: number) {
  if (last < 2) return html``
  const to = (number: number) => paths.search(locale.tag, asked, number)
  return html`<nav class="pages" aria-label="${words.t('search.pages')}">
${page > 1 ? html`<a class="btn" href="${to(page - 1)}" rel="prev">${backIcon}${words.t('search.previous')}</a>` : html`<span></span>`}
<span class="small quiet">${words.t('search.page', { page, last })}</span>
${page < last ? html`<a class="btn" href="${to(page + 1)}" rel="next">${words.t('search.next')}${nextIcon}</a>` : html`<span></span>`}
</nav>`
}

function pageIn(query: URLSearchParams): number {
  const asked = query.get('page') ?? ''
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
}
