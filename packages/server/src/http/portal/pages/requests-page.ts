import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon, editIcon, mailIcon, requestIcon } from '../icons.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { type FindOwnDeps, findOwn } from '../requests/find-own.js'
import type { FoundRequest } from '../requests/find-request.js'
import { isDone } from '../requests/reading.js'
import { forgetting, REMEMBERED_DAYS } from '../requests/remembered.js'
import { drawStatus } from '../requests/status-chip.js'
import { redirect } from '../send-page.js'
import type { Reader } from '../signing-in/find-reader.js'

const PATH = '/requests'

/**
 * The requests of whoever is signed in, and those that this browser keeps the links of; the way to
 * others, and how to forget.
 */
export function requestsPages(deps: FindOwnDeps): PortalPage[] {
  return [
    {
      method: 'GET',
      path: PATH,
      budget: 'listTickets',
      async answer(visit) {
        return listView(visit, await findOwn(deps, visit))
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

interface Own {
  readonly reader: Reader | undefined
  readonly found: readonly FoundRequest[]
}

function listView(visit: Visit, { reader, found }: Own): PageView {
  const { words, paths, locales } = visit
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
${drawDone(visit, { reader, found })}
${open.length > 0 ? drawList(visit, words.t('requests.under-way'), open) : drawNothing(visit)}
${done.length > 0 && drawList(visit, words.t('requests.done'), done)}
${found.length > 0 && !reader && drawForget(visit)}
</div>
<aside class="beside">${reader ? drawReader(visit, reader) : drawElsewhere(visit)}</aside>
</div></div>`,
  }
}

/** What was just done, as the address says it, where it is true. */
function drawDone({ words, query }: Visit, { reader, found }: Own): SafeHtml | false {
  const isEmpty = !reader && found.length === 0
  const key =
    (isEmpty && query.has('forgotten') && 'requests.forgotten') ||
    (isEmpty && query.has('signed-out') && 'sign-out.done') ||
    (reader && query.has('signed-in') && 'sign-in.done')
  if (!key) return false
  return html`<p class="notice good" role="status">${checkIcon}<span>${words.t(key)}</span></p>`
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

/** Who is signed in, and the way out. */
function drawReader({ words, paths, locale }: Visit, { address }: Reader): SafeHtml {
  return html`<section class="card pad elsewhere"><p class="small second">${words.t('sign-in.as')}</p>
<p class="strong"><bdi>${address}</bdi></p>
<p class="small second">${words.t('sign-in.all')}</p>
<form action="${paths.signOut(locale.tag)}" method="post"><button class="btn small">${words.t('sign-out')}</button></form></section>`
}

/** Without signing in nothing says whose requests are whose; so the page says what leads to them. */
function drawElsewhere({ words, paths, locale }: Visit): SafeHtml {
  return html`<section class="card pad elsewhere"><h2 class="strong">${words.t('sign-in.offer')}</h2>
<p class="small second">${words.t('sign-in.offer.text')}</p>
<p><a class="btn" href="${paths.signIn(locale.tag)}">${mailIcon}${words.t('sign-in.title')}</a></p></section>
<section class="pad elsewhere"><h2 class="small strong second">${words.t('requests.elsewhere')}</h2>
<p class="small quiet">${words.t('requests.elsewhere.link')}</p>
<p class="small quiet">${words.t('requests.elsewhere.widget')}</p></section>`
}
