import { html, type SafeHtml } from '../../foundation/html.js'
import { nextIcon } from './icons.js'
import type { Visit } from './page.js'

export interface Crumb {
  readonly title: string
  /** Absent for the page itself. */
  readonly path?: string
}

/** The way from the start of the help to this page; the page itself is named by its heading. */
export function drawCrumbs({ words }: Visit, crumbs: readonly Crumb[]): SafeHtml {
  const items = crumbs.map(({ title, path }, at) => {
    const inside =
      path === undefined
        ? html`<span aria-current="page">${title}</span>`
        : html`<a href="${path}">${title}</a>`
    return html`<li>${at > 0 && nextIcon}${inside}</li>`
  })
  return html`<nav class="crumbs" aria-label="${words.t('collection.crumbs')}"><ol>${items}</ol></nav>`
}

/** The same way for machines: https://schema.org/BreadcrumbList. */
export function crumbsJsonLd({ paths }: Visit, crumbs: readonly Crumb[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, path }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: title,
      ...(path !== undefined && { item: paths.absolute(path) }),
    })),
  }
}
