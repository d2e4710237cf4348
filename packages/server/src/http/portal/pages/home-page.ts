import type { Articles } from '../../../domain/knowledge/articles.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { drawAskCard } from '../ask-card.js'
import { contours } from '../contours.js'
import { helpTitle } from '../help-title.js'
import type { PortalPage, Visit } from '../page.js'
import { type FindOwnDeps, findOwn } from '../requests/find-own.js'
import { drawOpenRequest, openAmong } from '../requests/open-request.js'
import { drawRows } from '../rows.js'
import { drawSearchForm } from '../search-form.js'
import { drawShelfCards } from '../shelf-cards.js'
import { readShelves, type Shelf } from '../shelves.js'

/** Articles that changed last; fewer than these need no list of their own. */
const NEWEST = 5

export interface HomePageDeps extends FindOwnDeps {
  articles: Articles
}

/**
 * Where everybody begins: search first, then what they asked and wait for, the collections, a person.
 */
export function homePage(deps: HomePageDeps): PortalPage {
  const { articles } = deps
  return {
    method: 'GET',
    path: '',
    async answer(visit) {
      const { words, paths, locale, locales, site } = visit
      const shelves = await readShelves(articles, visit, locale.tag)
      const count = shelves.reduce((sum, shelf) => sum + shelf.articles.length, 0)
      const hint = count > 0 ? words.t('home.find', { n: count }) : words.t('find.label')
      const open = openAmong((await findOwn(deps, visit)).found)
      const url = paths.absolute(paths.home(locale.tag))
      return {
        title: '',
        description: words.t('home.about', { site: site.name }),
        place: 'articles',
        search: false,
        // With a request of the reader's on it, the page is theirs alone.
        cache: open ? 'none' : 'shared',
        canonical: paths.home(locale.tag),
        translations: locales.map(({ tag }) => ({ locale: tag, path: paths.home(tag) })),
        forms: [{ type: 'application/atom+xml', path: paths.feed(locale.tag) }],
        jsonLd: [
          {
            '@context': 'https://schema.org',
            '@type': 'WebSite',
            name: helpTitle(visit),
            url,
            inLanguage: locale.tag,
            potentialAction: {
              '@type': 'SearchAction',
              target: `${paths.absolute(paths.search(locale.tag))}?q={words}`,
              'query-input': 'required name=words',
            },
          },
        ],
        main: html`<div class="hero">${contours}<div class="wrap">
<h1 class="title1">${words.t('home.title')}</h1>
${drawSearchForm(visit, { size: 'large', hint })}
</div></div>
<div class="wrap"><div class="cols home${open && ' waited'}">
${open && drawOpenRequest(visit, open)}
<div class="grow">${count > 0 ? drawShelves(visit, shelves) : drawNothing(visit)}</div>
<aside class="beside">${drawAskCard(visit)}</aside>
</div></div>`,
      }
    },
  }
}

function drawShelves(visit: Visit, shelves: readonly Shelf[]): SafeHtml {
  const { words, paths, locale } = visit
  const loose = shelves.find(({ id }) => id === null)
  const cards = drawShelfCards(visit, shelves)
  return html`${
    cards &&
    html`<section><h2 class="title2">${words.t('home.browse')}</h2>
${cards}</section>`
  }
${loose && html`<section><h2 class="title2">${loose.title}</h2>${drawRows(loose.articles.map((article) => ({ path: paths.article(locale.tag, article.slug), title: article.title, detail: article.summary })))}</section>`}
${drawNewest(visit, shelves)}`
}

function drawNewest({ words, paths, locale }: Visit, shelves: readonly Shelf[]): SafeHtml {
  const newest = shelves
    .flatMap(({ articles }) => articles)
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    .slice(0, NEWEST)
  if (newest.length < NEWEST) return html``
  const rows = newest.map(({ slug, title, updatedAt }) => ({
    path: paths.article(locale.tag, slug),
    title,
    aside: html`<time class="small quiet" datetime="${updatedAt}">${words.date(updatedAt)}</time>`,
  }))
  return html`<section><h2 class="title2">${words.t('home.newest')}</h2>${drawRows(rows)}</section>`
}

function drawNothing({ words, canAsk }: Visit): SafeHtml {
  return html`<h2 class="title2">${words.t('home.empty')}</h2>
${canAsk && html`<p class="lead">${words.t('home.empty.hint')}</p>`}`
}
