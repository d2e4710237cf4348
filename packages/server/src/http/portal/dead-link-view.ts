import { type HtmlValue, html } from '../../foundation/html.js'
import { alertIcon } from './icons.js'
import type { PageView } from './page.js'

/** A link that opens nothing, be it wrong, over or taken back: it says nothing about which. */
export function deadLinkView({
  title,
  lead,
  ways,
}: {
  title: string
  lead: string
  /** Where else to go. */
  ways: HtmlValue
}): PageView {
  return {
    title,
    status: 404,
    place: 'requests',
    cache: 'none',
    main: html`<div class="wrap narrow-page trouble">
<span class="mark">${alertIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${lead}</p>
<p class="line">${ways}</p>
</div>`,
  }
}
