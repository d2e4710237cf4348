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

export function drawHead(visit: Visit, view: PageView, assets: PortalAssets): SafeHtml {
  const { paths } = visit
  const help = helpTitle(visit)
  const title = view.title === '' ? help : `${view.title} – ${help}`
  const url = view.canonical === undefined ? undefined : paths.absolute(view.canonical)
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${meta('description', view.description)}
<meta name="color-scheme" content="light dark">
${url === undefined && html`<meta name="robots" content="noindex">`}
<link rel="icon" type="image/svg+xml" href="${assets.icon}">
<link rel="stylesheet" href="${assets.stylesheet}">
${url !== undefined && html`<link rel="canonical" href="${url}">`}
${drawAlternates(visit, view)}
${(view.forms ?? []).map(
  ({ type, path, title: name }) =>
    html`<link rel="alternate" type="${type}" href="${path}"${attribute('title', name)}>`,
)}
${url !== undefined && drawOpenGraph(visit, view, url, help)}
${(view.jsonLd ?? []).map(jsonLd)}
<script type="module" src="${assets.script}"></script>
</head>`
}

/** The page in other languages; who reads none of them gets the site's own. */
function drawAlternates({ paths, site }: Visit, { translations = [] }: PageView): SafeHtml {
  if (translations.length < 2) return html``
  const rest = translations.find(({ locale }) => locale === site.defaultLocale) ?? translations[0]
  return html`${translations.map(
    ({ locale, path }) =>
      html`<link rel="alternate" hreflang="${locale}" href="${paths.absolute(path)}">`,
  )}${rest && html`<link rel="alternate" hreflang="x-default" href="${paths.absolute(rest.path)}">`}`
}

function drawOpenGraph(visit: Visit, view: PageView, url: string, help: string): SafeHtml {
  return html`${property('og:type', view.openGraphType ?? 'website')}
${property('og:site_name', help)}
${property('og:title', view.title === '' ? help : view.title)}
${view.description !== undefined && property('og:description', view.description)}
${property('og:url', url)}
${property('og:locale', visit.locale.tag.replace('-', '_'))}
<meta name="twitter:card" content="summary">`
}

const meta = (name: string, content: string | undefined) =>
  content !== undefined && content !== '' && html`<meta name="${name}" content="${content}">`

const property = (name: string, content: string) =>
  html`<meta property="${name}" content="${content}">`
