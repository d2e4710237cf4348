import { html } from '../../../foundation/html.js'
import { around } from '../around.js'
import { drawSuggestions } from '../asking/ask-view.js'
import type { Suggestion } from '../asking/suggest.js'
import { contours } from '../contours.js'
import type { PageView, Visit } from '../page.js'
import type { FoundRequest } from './find-request.js'
import { drawLinkField } from './link-field.js'
import { drawBeginning } from './progress.js'

/** The one festive moment: a reference, an honest time, where the reply comes, the link to keep. */
export function sentView(
  visit: Visit,
  { ticket, token }: FoundRequest,
  suggestions: readonly Suggestion[],
): PageView {
  const { words, paths, locale, locales, site } = visit
  const title = words.t('sent.title')
  const reference = html`<strong><bdi>${ticket.reference}</bdi></strong>`
  return {
    title,
    place: 'requests',
    cache: 'none',
    hasClocks: true,
    translations: locales.map(({ tag }) => ({
      locale: tag,
      path: `${paths.request(tag, token)}?sent`,
    })),
    main: html`<div class="hero arrived" data-sent="${site.key}:ask">${contours}<div class="wrap">
<h1 class="title1">${title}</h1>
<p class="lead">${around((hole) => words.t('sent.reference', { ref: hole }), reference)}</p>
</div></div>
<div class="wrap"><div class="cols asking">
<div class="after">${drawBeginning(visit, ticket)}
${drawLinkField(visit, token)}
<p class="line"><a class="btn main" href="${paths.request(locale.tag, token)}">${words.t('sent.request')}</a>
<a class="btn" href="${paths.home(locale.tag)}">${words.t('sent.home')}</a></p></div>
${suggestions.length > 0 && html`<aside>${drawSuggestions(visit, suggestions, words.t('sent.wait'))}</aside>`}
</div></div>`,
  }
}
