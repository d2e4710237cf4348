import { html } from '../../../foundation/html.js'
import { around } from '../around.js'
import { deadLinkView } from '../dead-link-view.js'
import { signInIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

/** What a link that signs in leads to: one button, as programs that read mails follow links, too. */
export function linkView(
  visit: Visit,
  { address, token }: { address: string; token: string },
): PageView {
  const { words, paths, locale, locales } = visit
  const title = words.t('sign-in.link.title')
  const email = html`<strong><bdi>${address}</bdi></strong>`
  return {
    title,
    place: 'requests',
    cache: 'none',
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.mailed(tag, token) })),
    main: html`<div class="wrap narrow-page entry">
<span class="mark">${signInIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${around((hole) => words.t('sign-in.link', { email: hole }), email)}</p>
<form action="${paths.mailed(locale.tag, token)}" method="post"><button class="btn main" autofocus>${words.t('sign-in.enter')}</button></form>
<p class="small quiet">${words.t('sign-in.link.own')}</p>
</div>`,
  }
}

/** The same for a link that is over, used up, or was never one. */
export function goneView({ words, paths, locale }: Visit): PageView {
  return deadLinkView({
    title: words.t('sign-in.gone.title'),
    lead: words.t('sign-in.gone'),
    ways: html`<a class="btn main" href="${paths.signIn(locale.tag)}">${words.t('sign-in.title')}</a>
<a class="btn" href="${paths.requests(locale.tag)}">${words.t('site.requests')}</a>`,
  })
}
