import type { SearchHit } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import { safeHref } from '../../foundation/safe-href.js'
import { nextIcon } from '../../ui/icons.js'

export interface HitContext {
  baseUrl: string
  /** The language of the words around the hit; a hit in another says so. */
  locale: string
  choose: (event: MouseEvent) => void
}

const language = (tag: string) => tag.split('-')[0]
const lang = (hit: SearchHit, { locale }: HitContext) =>
  language(hit.locale) === language(locale) ? nothing : hit.locale

/** A result: its title and the place in it where the words stand. */
export function renderHit(hit: SearchHit, context: HitContext) {
  return html`<li>
    <a
      class="row"
      part="result"
      href=${safeHref(hit.url, context.baseUrl) ?? nothing}
      lang=${lang(hit, context)}
      @click=${context.choose}
    >
      <span class="title">${hit.title}</span>
      <span class="excerpt"
        >${hit.excerpt.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}</span
      >
    </a>
  </li>`
}

/** An article that was not searched for: its title alone. */
export function renderOffer(hit: SearchHit, context: HitContext) {
  return html`<li>
    <a
      class="row offer"
      part="result"
      href=${safeHref(hit.url, context.baseUrl) ?? nothing}
      lang=${lang(hit, context)}
      @click=${context.choose}
      ><span>${hit.title}</span>${nextIcon}</a
    >
  </li>`
}
