import type { QuotedAnswer } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { foreignLanguage } from './foreign-language.js'
import { renderExcerpt } from './render-excerpt.js'
import { type HitContext, renderLink } from './render-hit.js'

/** A passage in its author's own words, and the way to the article that it stands in. */
export function renderAnswer(answer: QuotedAnswer, context: HitContext, { t }: Translator) {
  const { excerpt, locale } = answer
  const lang = foreignLanguage(locale, context.locale) ? locale : nothing
  return html`<section class="answer" aria-labelledby="answer">
    <h2 id="answer">${t('search.answer')}</h2>
    <blockquote class="excerpt" lang=${lang} dir="auto">${renderExcerpt(excerpt)}</blockquote>
    ${renderLink(answer, context)}
  </section>`
}
