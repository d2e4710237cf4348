import type { LearningHit, SearchHit } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import { nameOf } from '../../foundation/hit.js'
import type { Translator } from '../../foundation/i18n.js'
import { safeHref } from '../../foundation/safe-href.js'
import { learnIcon, nextIcon } from '../../ui/icons.js'
import { foreignLanguage } from './foreign-language.js'
import { renderExcerpt } from './render-excerpt.js'

export interface HitContext {
  baseUrl: string
  /** The language of the words around the hit; a hit in another says so. */
  locale: string
  t: Translator['t']
  choose: (event: MouseEvent) => void
}

/** What a search finds. */
export type FoundHit = SearchHit | LearningHit

/** A result: its title, the place in it where the words stand, and where it stands itself. */
export function renderHit(hit: FoundHit, context: HitContext, shelf?: string) {
  const { t } = context
  const language = foreignLanguage(hit.locale, context.locale)
  const isTaught = 'minutes' in hit
  const course = isTaught && hit.course && t('search.in-course', { course: hit.course })
  const places = [language, shelf, course].filter(Boolean)
  return html`<li>
    <a
      class="row"
      part="result"
      href=${safeHref(hit.url, context.baseUrl) ?? nothing}
      lang=${language ? hit.locale : nothing}
      @click=${context.choose}
    >
      <span class="title">${isTaught ? learnIcon : nothing}${nameOf(hit, t)}</span>
      <span class="excerpt">${renderExcerpt(hit.excerpt)}</span>
      ${places.length > 0 ? html`<span class="place">${places.join(' · ')}</span>` : nothing}
    </a>
  </li>`
}

/** The way to an article by its title alone. */
export function renderLink(
  { title, url, locale }: Pick<SearchHit, 'title' | 'url' | 'locale'>,
  context: HitContext,
) {
  return html`<a
    class="row offer"
    part="result"
    href=${safeHref(url, context.baseUrl) ?? nothing}
    lang=${foreignLanguage(locale, context.locale) ? locale : nothing}
    @click=${context.choose}
    ><span>${title}</span>${nextIcon}</a
  >`
}
