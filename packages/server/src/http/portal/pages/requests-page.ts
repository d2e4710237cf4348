import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon, editIcon, requestIcon } from '../icons.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { findRemembered } from '../requests/find-remembered.js'
import type { FindRequestDeps, FoundRequest } from '../requests/find-request.js'
import { isDone } from '../requests/reading.js'
import { forgetting, REMEMBERED_DAYS } from '../requests/remembered.js'
import { drawStatus } from '../requests/status-chip.js'
import { redirect } from '../send-page.js'

const PATH = '/requests'

/** The requests that this browser keeps the links of, the way to others, and how to forget. */
export function requestsPages(deps: FindRequestDeps): PortalPage[] {
  return [
    {
      method: 'GET',
      path: PATH,
      budget: 'listTickets',
      async answer(visit) {
        return listView(visit, await findRemembered(deps, visit))
      },
    },
    {
      method: 'POST',
      path: PATH,
      budget: 'endSession',
      async answer(visit) {
        const path = `${visit.paths.requests(visit.locale.tag)}?forgotten`
        return redirect(path, 'after-post', { 'Set-Cookie': forgetting(visit) })
      },
    },
  ]
}

function listView(visit: Visit, found: readonly FoundRequest[]): PageView {
  const { words, paths, locales, query } = visit
  const title = words.t('requests.title')
  const open = found.filter(({ ticket }) => !isDone(ticket))
  const done = found.filter(({ ticket }) => isDone(ticket))
  return {
    title,
    place: 'requests',
    cache: 'none',
    headers: { 'Cache-Control': 'private, no-store' },
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.requests(tag) })),
    main: html`<div class="wrap"><div class="cols">
<div class="requests"><h1 class="title1">${title}</h1>
${query.has('forgotten') && found.length === 0 && html`<p class="notice good" role="status">${checkIcon}<span>${words.t('requests.forgotten')}</span></p>`}
${open.length > 0 ? drawList(visit, words.t('requests.under-way'), open) : drawNothing(visit)}
${done.length > 0 && drawList(visit, words.t('requests.done'), done)}
${found.length > 0 && drawForget(visit)}
</div>
<aside class="beside">${drawElsewhere(visit)}</aside>
</div></div>`,
  }
}

function drawList(visit: Visit, title: string, found: readonly FoundRequest[]): SafeHtml {
  return html`<section><h2 class="small strong second">${title}</h2>
<ul class="rows card">${found.map((request) => drawRow(visit, request))}</ul></section>`
}

function drawRow(visit: Visit, { ticket, token }: FoundRequest): SafeHtml {
  const { words, paths, locale } = visit
  return html`<li><a class="row" href="${paths.request(locale.tag, token)}"><span class="two"><span class="strong" dir="auto">${ticket.subject}</span>
<span class="line small">${drawStatus(visit, ticket)}<bdi class="quiet">${ticket.reference}</bdi></span></span>
<span class="small quiet">${words.t('requests.updated', { date: words.date(ticket.updatedAt) })}</span></a></li>`
}

function drawNothing({ words, paths, locale, canAsk }: Visit): SafeHtml {
  return html`<div class="empty"><span class="mark">${requestIcon}</span>
<p class="title2">${words.t('requests.none')}</p>
${canAsk && html`<p class="second">${words.t('requests.none.hint')}</p><a class="btn main" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a>`}</div>`
}

function drawForget({ words, paths, locale }: Visit): SafeHtml {
  return html`<form class="forget" action="${paths.requests(locale.tag)}" method="post">
<p class="small quiet">${words.t('requests.kept', { n: REMEMBERED_DAYS })}</p>
<button class="btn small">${words.t('requests.forget')}</button></form>`
}

/** Without signing in nothing says whose requests are whose; so the page says what leads to them. */
function drawElsewhere({ words }: Visit): SafeHtml {
  return html`<section class="card pad elsewhere"><h2 class="strong">${words.t('requests.elsewhere')}</h2>
<p class="small second">${words.t('requests.elsewhere.link')}</p>
<p class="small second">${words.t('requests.elsewhere.widget')}</p></section>`
}
