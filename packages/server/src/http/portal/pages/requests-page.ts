import { isWaypostError } from '@waypost/sdk/contract'
import type { Ticket } from '../../../domain/tickets/ticket.js'
import { html, type SafeHtml } from '../../../foundation/html.js'
import { checkIcon, editIcon, requestIcon } from '../icons.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { type FindRequestDeps, type FoundRequest, findRequest } from '../requests/find-request.js'
import { isDone, readingOf } from '../requests/reading.js'
import { forgetting, REMEMBERED_DAYS, rememberedIn } from '../requests/remembered.js'
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
        const tokens = rememberedIn(visit.request)
        const found = await Promise.all(tokens.map((token) => findOrPass(visit, token)))
        return listView(
          visit,
          found.filter((request) => request !== undefined),
        )
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

  /** A link that opens nothing any more is passed over. */
  async function findOrPass(visit: Visit, token: string): Promise<FoundRequest | undefined> {
    try {
      return await findRequest(deps, visit, token)
    } catch (error) {
      if (isWaypostError(error, 'not_found')) return undefined
      throw error
    }
  }
}

function listView(visit: Visit, found: readonly FoundRequest[]): PageView {
  const { words, paths, locales, query } = visit
  const title = words.t('requests.title')
  const latest = [...found].sort((a, b) => (a.ticket.updatedAt < b.ticket.updatedAt ? 1 : -1))
  const open = latest.filter(({ ticket }) => !isDone(ticket))
  const done = latest.filter(({ ticket }) => isDone(ticket))
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

function drawRow({ words, paths, locale }: Visit, { ticket, token }: FoundRequest): SafeHtml {
  return html`<li><a class="row" href="${paths.request(locale.tag, token)}"><span class="two"><span class="strong" dir="auto">${ticket.subject}</span>
<span class="line small">${drawStatus(words.t, ticket)}<bdi class="quiet">${ticket.reference}</bdi></span></span>
<span class="small quiet">${words.t('requests.updated', { date: words.date(ticket.updatedAt) })}</span></a></li>`
}

function drawStatus(t: Visit['words']['t'], ticket: Ticket): SafeHtml {
  const reading = readingOf(ticket)
  return html`<span class="chip ${reading}">${reading === 'solved' && checkIcon}${t(`requests.status.${reading}`)}</span>`
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
