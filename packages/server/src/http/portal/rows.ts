import { html, type SafeHtml } from '../../foundation/html.js'
import { nextIcon } from './icons.js'

export interface Row {
  readonly path: string
  readonly title: string
  /** Where the title is in another language than the page; see `inLocale`. */
  readonly lang?: SafeHtml
  readonly icon?: SafeHtml
  /** A line of its own under the title. */
  readonly detail?: string | null
  /** A word at the end of the line. */
  readonly aside?: SafeHtml
}

/** A card of links; the whole row is the link. */
export function drawRows(rows: readonly Row[]): SafeHtml {
  return html`<ul class="rows card">${rows.map(drawRow)}</ul>`
}

function drawRow({ path, title, lang, icon, detail, aside }: Row): SafeHtml {
  const inside = detail
    ? html`<span class="two"${lang}><span class="strong">${title}</span> <span class="small second">${detail}</span></span>`
    : html`<span class="two"${lang}>${title}</span>`
  return html`<li><a class="row" href="${path}">${icon}${inside} ${aside ?? nextIcon}</a></li>`
}
