import type { SearchHit } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import { safeHref } from '../../foundation/safe-href.js'
import { nextIcon } from '../../ui/icons.js'
import { foreignLanguage } from './foreign-language.js'
import { renderExcerpt } from './render-excerpt.js'

export interface HitContext {
  baseUrl: string
  /** The language of the words around the hit; a hit in another says so. */
  locale: string
  choose: (event: MouseEvent) => void
}

/** A result: its title, the place in it where the words stand, and where it stands itself. */
export function renderHit(hit: SearchHit, context: HitContext, shelf: string | undefined) {
  const language = foreignLanguage(hit.locale, context.locale)
  const places = [language, shelf].filter(Boolean)
  return html`<li>
    <a
      class="row"
      part="result"
      href=${safeHref(hit.url, context.baseUrl) ?? nothing}
      lang=${language ? hit.locale : nothing}
      @click=${context.choose}
    >
      <span class="title">${hit.title}</span>
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
