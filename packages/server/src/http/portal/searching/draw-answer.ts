import type { QuotedAnswer } from '../../../domain/knowledge/search-index.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { nextIcon } from '../icons.js'
import type { Visit } from '../page.js'
import { drawExcerpt } from './draw-excerpt.js'
import { inLocale } from './in-locale.js'

/** A passage in its author's own words, and the way to the article that it stands in. */
export function drawAnswer(visit: Visit, { document, excerpt }: QuotedAnswer): SafeHtml {
  const { words, paths } = visit
  const { locale, slug, title } = document
  return html`<section class="card pad answer" aria-labelledby="_answer">
<h2 class="small quiet" id="_answer">${words.t('search.answer')}</h2>
<blockquote${inLocale(visit, locale)}>${drawExcerpt(excerpt)}</blockquote>
<p><a class="strong" href="${paths.article(locale, slug)}"${inLocale(visit, locale)}>${title}</a>${nextIcon}</p>
</section>`
}
