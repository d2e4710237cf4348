import type { Ticket } from '../../../domain/tickets/ticket.js'
import { attribute, html, type SafeHtml } from '../../../foundation/html.js'
import { around } from '../around.js'
import { drawCrumbs } from '../crumbs.js'
import { backIcon, checkIcon, nextIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'
import { drawEnd } from './conversation.js'
import { drawTime } from './draw-time.js'
import type { FoundRequest } from './find-request.js'
import { drawProgress } from './progress.js'
import { readingOf } from './reading.js'
import { drawClosed, drawReplyForm, type Replying } from './reply-form.js'

export interface RequestState extends FoundRequest {
  /** The drawn messages of this page, oldest first. */
  readonly messages: readonly SafeHtml[]
  /** Leads to the messages before these. */
  readonly earlier: string | null
  /** Whether these are the last ones: only after them one replies. */
  readonly isNewest: boolean
  /** What was just done, as the address says it. */
  readonly done: string | null
  readonly replying: Replying
}

/** A request as a letter: its subject, its history, and the place to go on. */
export function requestView(visit: Visit, state: RequestState): PageView {
  const { words, paths, locale, locales, site } = visit
  const { ticket, token, done } = state
  const sent = attribute('data-sent', done !== null && `${site.key}:${ticket.reference}`)
  const list = { title: words.t('requests.title'), path: paths.requests(locale.tag) }
  return {
    title: `${ticket.subject} – ${ticket.reference}`,
    place: 'requests',
    cache: 'none',
    hasClocks: true,
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.request(tag, token) })),
    main: html`<div class="wrap"><div class="cols">
<div class="letter"${sent}>${drawCrumbs(visit, [list, { title: ticket.reference }])}
<h1 class="title1" dir="auto">${ticket.subject}</h1>
${drawConversation(visit, state)}
${state.isNewest && html`<div class="composer-place">${ticket.status === 'closed' ? drawClosed(visit, state) : drawReplyForm(visit, state)}</div>`}
</div>
<aside class="beside">${drawProgress(visit, ticket)}${drawFacts(visit, state)}</aside>
</div></div>`,
  }
}

function drawConversation(visit: Visit, state: RequestState): SafeHtml {
  const { words, paths, locale } = visit
  const { earlier, isNewest, messages, token } = state
  const path = paths.request(locale.tag, token)
  const before = earlier !== null && `${path}?${new URLSearchParams({ before: earlier })}`
  return html`<section aria-labelledby="_conversation"><h2 class="sr" id="_conversation">${words.t('request.conversation')}</h2>
${before && html`<p><a class="btn small" href="${before}">${backIcon}${words.t('request.earlier')}</a></p>`}
<ol class="trail">${messages}${isNewest && drawWhatIsNew(visit, state)}</ol>
${!isNewest && html`<p><a class="btn small" href="${path}">${words.t('request.newest')}${nextIcon}</a></p>`}
</section>`
}

/** The end of the trail, for now. */
function drawWhatIsNew(visit: Visit, { ticket, done }: RequestState): SafeHtml | false {
  const { words } = visit
  const { solvedAt } = ticket
  if (ticket.status === 'solved' && solvedAt !== null) {
    const time = drawTime(visit, solvedAt)
    const stop = html`<span class="stop good">${checkIcon}</span>`
    return drawEnd(
      around((hole) => words.t('request.solved', { time: hole }), time),
      stop,
    )
  }
  const isOurs = readingOf(ticket) === 'with-us'
  if (!isOurs || (done !== 'replied' && done !== 'reopened')) return false
  return drawEnd(html`<span role="status">${words.t(`request.${done}`)}</span>`)
}

function drawFacts(visit: Visit, { ticket, isNewest }: RequestState): SafeHtml {
  const { words } = visit
  const { reference, kind, requester } = ticket
  return html`<div class="card pad"><dl class="facts small">
<div><dt>${words.t('request.reference')}</dt><dd><bdi>${reference}</bdi></dd></div>
<div><dt>${words.t('request.kind')}</dt><dd>${words.t(`ask.kind.${kind}`)}</dd></div>
${requester.email !== null && html`<div><dt>${words.t('request.email')}</dt><dd><bdi>${requester.email}</bdi></dd></div>`}
</dl>
${isNewest && drawSettle(visit, ticket)}
<p class="small quiet">${words.t('request.link')}</p></div>`
}

/**
 * One button that says that it is settled, or is not after all. It belongs to the reply form, because
 * somebody may have written something first.
 */
function drawSettle({ words }: Visit, { status }: Ticket): SafeHtml | false {
  if (status === 'closed') return false
  const isSolved = status === 'solved'
  const act = isSolved ? 'reopen' : 'solve'
  return html`<div class="settle">${isSolved && html`<p class="small second">${words.t('request.not-solved')}</p>`}
<button class="btn wide-btn" form="_reply" name="act" value="${act}">${!isSolved && checkIcon}${words.t(`request.${act}`)}</button></div>`
}
