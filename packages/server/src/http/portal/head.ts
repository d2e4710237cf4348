import { attribute, html, jsonLd, type SafeHtml } from '../../foundation/html.js'
import { helpTitle } from './help-title.js'
import type { PageView, Visit } from './page.js'

/** Addresses of what a page loads. */
export interface PortalAssets {
  readonly stylesheet: string
  readonly script: string
  readonly icon: string
  /** The module that brings `<waypost-search>`; absent where the widget has not been built. */
  readonly searchElement: string | undefined
}

/** What stands around every page, beside what it says itself. */
export interface PortalFrame extends PortalAssets {
  /** Whether there is anything to learn here, for others than the team. */
  readonly canLearn: boolean
}

export function drawHead(visit: Visit, view: PageView, assets: PortalAssets): SafeHtml {
  const { paths } = visit
  const help = helpTitle(visit)
  const title = view.title === '' ? help : `${view.title} – ${help}`
  const url = view.canonical === undefined ? undefined : paths.absolute(view.canonical)
  const lines: readonly (SafeHtml | false)[] = [
    html`<meta charset="utf-8">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<title>${title}</title>`,
    meta('description', view.description),
    meta('robots', url === undefined && 'noindex'),
    html`<meta name="color-scheme" content="light dark">`,
    html`<link rel="icon" type="image/svg+xml" href="${assets.icon}">`,
    html`<link rel="stylesheet" href="${assets.stylesheet}">`,
    url !== undefined && html`<link rel="canonical" href="${url}">`,
    ...drawAlternates(visit, view),
    ...(view.forms ?? []).map(
      ({ type, path, title: name }) =>
        html`<link rel="alternate" type="${type}" href="${path}"${attribute('title', name)}>`,
    ),
    ...(url === undefined ? [] : drawOpenGraph(visit, view, url)),
    ...(view.jsonLd ?? []).map(jsonLd),
    html`<script type="module" src="${assets.script}"${attribute('blocking', view.hasClocks === true && 'render')}></script>`,
  ]
  return html`<head>
${lines.map((line) => line && html`${line}\n`)}</head>`
}

/** The page in other languages; who reads none of them gets the site's own. */
function drawAlternates({ paths, site }: Visit, { translations = [] }: PageView): SafeHtml[] {
  if (translations.length < 2) return []
  const rest = translations.find(({ locale }) => locale === site.defaultLocale) ?? translations[0]
  const all = [...translations, ...(rest ? [{ ...rest, locale: 'x-default' }] : [])]
  return all.map(
    ({ locale, path }) =>
      html`<link rel="alternate" hreflang="${locale}" href="${paths.absolute(path)}">`,
  )
}

function drawOpenGraph(visit: Visit, view: PageView, url: string): (SafeHtml | false)[] {
  const help = helpTitle(visit)
  return [
    property('og:type', view.openGraphType ?? 'website'),
    property('og:site_name', help),
    property('og:title', view.title === '' ? help : view.title),
    property('og:description', view.description),
    property('og:url', url),
    property('og:locale', visit.locale.tag.replace('-', '_')),
    meta('twitter:card', 'summary'),
  ]
}

const meta = (name: string, content: string | false | undefined): SafeHtml | false =>
  content ? html`<meta name="${name}" content="${content}">` : false

const property = (name: string, content: string | undefined): SafeHtml | false =>
  content ? html`<meta property="${name}" content="${content}">` : false
