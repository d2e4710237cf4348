import { html } from '../../../foundation/html.js'
import { around } from '../around.js'
import { drawField } from '../asking/draw-field.js'
import { drawUnsent, type Unsent } from '../asking/notices.js'
import { checkIcon, mailIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

export interface Entering {
  readonly email: string
  /** What was typed before. */
  readonly code?: string
  /** What is wrong with it, in words. */
  readonly why?: string | undefined
  readonly unsent?: Unsent | undefined
  /** Another code was asked for. */
  readonly isAgain?: boolean
}

/** Six digits out of a mail. The address goes along in the form, and in no address of a page. */
export function codeView(visit: Visit, entering: Entering): PageView {
  const { words, paths, locale } = visit
  const { email, code = '', why, unsent, isAgain = false } = entering
  const title = words.t('sign-in.code.title')
  const address = html`<strong><bdi>${email}</bdi></strong>`
  return {
    title: why === undefined ? title : `${words.t('sign-in.wrong')} – ${title}`,
    place: 'requests',
    cache: 'none',
    main: html`<div class="wrap narrow-page entry">
<span class="mark">${mailIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${around((hole) => words.t('sign-in.code.sent', { email: hole }), address)}</p>
${isAgain && html`<p class="notice good" role="status">${checkIcon}<span>${words.t('sign-in.again.done')}</span></p>`}
${unsent && drawUnsent(visit, unsent)}
<form class="form" action="${paths.signIn(locale.tag)}/code" method="post" novalidate>
<input type="hidden" name="email" value="${email}">
${drawField({
  id: '_code',
  label: words.t('sign-in.code'),
  help: words.t('sign-in.code.help'),
  fault: why,
  control: (tied) =>
    html`<input class="input digits" name="code" value="${code}" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" spellcheck="false" dir="ltr" autofocus${tied}>`,
})}
<div class="send"><button class="btn main">${words.t('sign-in.enter')}</button></div>
</form>
<form class="line" action="${paths.signIn(locale.tag)}" method="post"><input type="hidden" name="email" value="${email}">
<button class="btn small" name="act" value="again">${words.t('sign-in.again')}</button>
<a class="btn small" href="${paths.signIn(locale.tag)}">${words.t('sign-in.other')}</a></form>
</div>`,
  }
}

/** The links are on their way, if there are any: the page is the same for every address. */
export function linksView({ words, paths, locale }: Visit, email: string): PageView {
  const title = words.t('sign-in.links.title')
  const address = html`<strong><bdi>${email}</bdi></strong>`
  return {
    title,
    place: 'requests',
    cache: 'none',
    main: html`<div class="wrap narrow-page entry">
<span class="mark">${mailIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${around((hole) => words.t('sign-in.links.sent', { email: hole }), address)}</p>
<p class="second">${words.t('sign-in.code.help')}</p>
<p class="line"><a class="btn" href="${paths.requests(locale.tag)}">${words.t('site.requests')}</a>
<a class="btn" href="${paths.home(locale.tag)}">${words.t('sent.home')}</a></p>
</div>`,
  }
}
