import { WaypostError } from '@waypost/sdk/contract'
import type { LearningFinder } from '../../../domain/education/learning-finder.js'
import type { Insights } from '../../../domain/insights/insights.js'
import type { Article } from '../../../domain/knowledge/article.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Finder } from '../../../domain/knowledge/finder.js'
import type { PictureSizeOf } from '../../../domain/knowledge/picture-size.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { drawContents } from '../contents.js'
import { crumbsJsonLd, drawCrumbs } from '../crumbs.js'
import { drawProse } from '../draw-prose.js'
import { elsewherePage } from '../elsewhere-page.js'
import { findArticle } from '../find-article.js'
import { helpTitle } from '../help-title.js'
import { backIcon, editIcon, nextIcon } from '../icons.js'
import { type Neighbours, readNeighbours } from '../neighbours.js'
import type { PortalPage, Visit } from '../page.js'
import { readerOf } from '../readers.js'
import { readingMinutes } from '../reading-time.js'
import { drawRows } from '../rows.js'
import { learningRows } from '../searching/draw-learning.js'
import { redirect } from '../send-page.js'
import { drawCollections } from '../side-nav.js'
import { drawVote, voteStateOf } from '../vote.js'

export interface ArticlePageDeps {
  articles: Articles
  finder: Finder
  learning: LearningFinder
  pictureSizeOf: PictureSizeOf
  insights: Insights
}

/** One article, as anybody may read it. */
export function articlePage(deps: ArticlePageDeps): PortalPage {
  const { articles } = deps
  return {
    method: 'GET',
    path: '/articles/:slug',
    async answer(visit) {
      const { words, paths, locale } = visit
      const found = await findArticle(articles, visit, visit.params.slug ?? '')
      if (!found) throw new WaypostError('not_found')
      const { article } = found
      if (article.locale !== locale.tag) return elsewherePage(visit, found)
      const path = paths.article(locale.tag, article.slug)
      if (!found.isCanonical) return redirect(path, 'permanent')

      const reader = readerOf(visit)
      if (reader) deps.insights.read(reader, article)

      const neighbours = await readNeighbours(deps, visit, article)
      const shelf = neighbours.collections.find(({ id }) => id === article.collectionId)
      const crumbs = [
        { title: words.t('site.articles'), path: paths.home(locale.tag) },
        ...(shelf ? [{ title: shelf.title, path: paths.collection(locale.tag, shelf.id) }] : []),
      ]
      const { inMargin, aboveText } = drawContents(visit, article.body)
      return {
        title: article.title,
        description: article.summary ?? undefined,
        place: 'articles',
        canonical: path,
        translations: [article, ...found.translations].map((each) => ({
          locale: each.locale,
          path: paths.article(each.locale, each.slug),
        })),
        forms: [{ type: 'text/markdown', path: paths.markdown(locale.tag, article.slug) }],
        openGraphType: 'article',
        jsonLd: [
          articleJsonLd(visit, article),
          crumbsJsonLd(visit, [...crumbs, { title: article.title }]),
        ],
        main: html`<div class="wrap"><div class="cols three">
${drawCollections(visit, neighbours.collections, article.collectionId)}
<div class="reading">
<article class="prose">
<header>${drawCrumbs(visit, crumbs)}
<h1>${article.title}</h1>
${article.summary && html`<p class="lead">${article.summary}</p>`}
<p class="small quiet"><time datetime="${article.updatedAt}">${words.t('article.updated', { date: words.date(article.updatedAt) })}</time> · ${words.minutes(readingMinutes(article.body))}</p>
</header>
${aboveText}
${await drawProse(deps, visit, article)}
</article>
${drawVote(visit, article.slug, voteStateOf(visit.query))}
${drawOthers(visit, neighbours)}
</div>
<aside class="toc-col">${inMargin}${drawStuck(visit)}</aside>
</div></div>`,
      }
    },
  }
}

function drawOthers(visit: Visit, { previous, next, related, learning }: Neighbours) {
  const { words, paths, locale } = visit
  const path = (slug: string) => paths.article(locale.tag, slug)
  const rows = [
    ...related.map(({ slug, title }) => ({ path: path(slug), title })),
    ...learningRows(visit, learning),
  ]
  return html`${
    rows.length > 0 &&
    html`<section class="related"><h2 class="title2">${words.t('article.related')}</h2>
${drawRows(rows)}</section>`
  }
${
  (previous || next) &&
  html`<nav class="turn" aria-label="${words.t('article.turn')}">
${previous && html`<a class="card" href="${path(previous.slug)}" rel="prev"><span class="small quiet">${backIcon}${words.t('article.previous')}</span> <span class="strong">${previous.title}</span></a>`}
${next && html`<a class="card next" href="${path(next.slug)}" rel="next"><span class="small quiet">${words.t('article.next')}${nextIcon}</span> <span class="strong">${next.title}</span></a>`}
</nav>`
}`
}

function drawStuck({ words, paths, locale, canAsk }: Visit): SafeHtml | false {
  return (
    canAsk &&
    html`<div class="stuck small"><p class="second">${words.t('article.stuck')}</p>
<a class="btn small" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a></div>`
  )
}

/** https://schema.org/TechArticle */
function articleJsonLd(visit: Visit, { title, summary, slug, locale, updatedAt }: Article): object {
  const { paths, site } = visit
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    ...(summary !== null && { description: summary }),
    inLanguage: locale,
    dateModified: updatedAt,
    url: paths.absolute(paths.article(locale, slug)),
    isPartOf: {
      '@type': 'WebSite',
      name: helpTitle(visit),
      url: paths.absolute(paths.home(locale)),
    },
    publisher: { '@type': 'Organization', name: site.name },
  }
}
