import type { FoundArticles } from '../../../domain/knowledge/finder.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { around } from '../around.js'
import { editIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { drawAnswer } from './draw-answer.js'
import { drawAsk } from './draw-ask.js'
import { drawHit } from './draw-hit.js'
import { drawPages } from './draw-pages.js'
import type { SearchRequest } from './search-request.js'

/** Results on one page. */
export const PER_PAGE = 10

/** What was found, and what to do where it is not what was meant. */
export function drawFound(visit: Visit, request: SearchRequest, found: FoundArticles): SafeHtml {
  const { words, canAsk, locale } = visit
  const { asked, page } = request
  const first = (page - 1) * PER_PAGE + 1
  const isElsewhere = found.hits.every(({ document }) => document.locale !== locale.tag)
  return html`${drawCount(visit, request, found)}
${isElsewhere && html`<p class="said small">${words.t('search.elsewhere')}</p>`}
${found.answer && drawAnswer(visit, found.answer)}
<ol class="hits" start="${first}">${found.hits.map((hit) => drawHit(visit, hit, asked, found))}</ol>
${drawPages(visit, request, Math.ceil(found.total / PER_PAGE))}
${canAsk && html`<div class="notice plain ask-line">${editIcon}<div>${words.t('search.ask')}</div>${drawAsk(visit, asked)}</div>`}`
}

/** How many there are; where words were corrected, the corrected search is one click away. */
function drawCount({ words, paths, locale }: Visit, request: SearchRequest, found: FoundArticles) {
  const { didYouMean, total, collections } = found
  const shelf = collections.find(({ collectionId }) => collectionId === request.collection)
  const all = words.t('search.count', { n: total, words: didYouMean ?? request.asked })
  const count = shelf ? `${all} · ${shelf.title}` : all
  if (didYouMean === undefined) return html`<p class="said small quiet" role="status">${count}</p>`
  const link = html`<a href="${paths.search(locale.tag, didYouMean)}">${didYouMean}</a>`
  const showing = around((hole) => words.t('search.showing', { words: hole }), link)
  return html`<p class="said small quiet" role="status">${count}. ${showing}</p>`
}
