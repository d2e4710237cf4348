import { attribute, html, type SafeHtml } from '../../foundation/html.js'
import type { PortalAssets, PortalFrame } from './head.js'
import { helpTitle } from './help-title.js'
import { downIcon, globeIcon, menuIcon, searchIcon } from './icons.js'
import { drawLanguages } from './languages.js'
import type { PageView, Visit } from './page.js'
import { drawSearchForm, hasField } from './search-form.js'

/** Whose help it is, the places in it, search, and the languages: above every page. */
export function drawMasthead(
  visit: Visit,
  view: PageView,
  frame: PortalFrame,
  ours: SafeHtml,
): SafeHtml {
  const { words, paths, locale } = visit
  const title = helpTitle(visit)
  return html`<header class="masthead"${ours}${elementData(visit, frame)}><div class="wrap">
<a class="brand" href="${paths.home(locale.tag)}">${drawLogo(visit)}<span class="name">${title}</span></a>
<nav class="places" aria-label="${words.t('site.navigation')}">${drawPlaces(visit, view, frame)}</nav>
<div class="tools">
${
  hasField(view) &&
  html`${drawSearchForm(visit, { size: 'small' })}
<a class="tool narrow" href="${paths.search(locale.tag)}" aria-label="${words.t('find.open')}">${searchIcon}</a>`
}
${drawMenu(visit, view, frame)}
</div>
</div></header>`
}

/** The first letter of the site's name where it has no logo, or none that its policy lets through. */
function drawLogo({ site, paths }: Visit): SafeHtml {
  const { logo } = site.theme
  const home = paths.absolute('/')
  const address = logo?.startsWith(home) ? logo.slice(home.length - 1) : logo
  if (address && /^(https:|[/](?![/]))/.test(address)) {
    return html`<img src="${address}" alt="" height="28">`
  }
  return html`<span class="logo" aria-hidden="true">${[...site.name][0] ?? ''}</span>`
}

/** The languages, where there are some to choose from; on a phone it holds the places, too. */
function drawMenu(visit: Visit, view: PageView, frame: PortalFrame): SafeHtml {
  const { words, locale, locales } = visit
  const hasChoice = locales.length > 1
  return html`<details class="menu${!hasChoice && ' narrow'}">
<summary>${
    hasChoice &&
    html`<span class="wide">${globeIcon}<span class="sr">${words.t('site.language')}</span> ${locale.name}${downIcon}</span>`
  }<span class="narrow">${menuIcon}<span class="sr">${words.t('site.menu')}</span></span></summary>
<div class="drop"><nav class="narrow" aria-label="${words.t('site.navigation')}">${drawPlaces(visit, view, frame)}</nav>
${hasChoice && html`<nav aria-label="${words.t('site.languages')}">${drawLanguages(visit, view)}</nav>`}</div>
</details>`
}

function drawPlaces(
  { words, paths, locale, canAsk }: Visit,
  view: PageView,
  { canLearn }: PortalFrame,
): SafeHtml {
  const current = (place: PageView['place']) =>
    attribute('aria-current', view.place === place && 'true')
  return html`<a href="${paths.home(locale.tag)}"${current('articles')}>${words.t('site.articles')}</a>
${canLearn && html`<a href="${paths.learn(locale.tag)}"${current('learn')}>${words.t('learn.place')}</a>`}
${
  canAsk &&
  html`<a href="${paths.contact(locale.tag)}"${current('ask')}>${words.t('site.ask')}</a>
<a href="${paths.requests(locale.tag)}"${current('requests')}>${words.t('site.requests')}</a>`
}`
}

/** What the script needs to bring search while one types; without it the form is all. */
function elementData(
  { paths, locale, site, canAsk }: Visit,
  { searchElement }: PortalAssets,
): SafeHtml {
  if (searchElement === undefined) return html``
  return html` data-search="${searchElement}" data-base="${paths.base}/" data-site="${site.key}" data-locale="${locale.tag}"${attribute('data-ask', canAsk && paths.contact(locale.tag))}`
}
