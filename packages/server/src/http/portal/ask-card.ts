import { html, type SafeHtml } from '../../foundation/html.js'
import { editIcon } from './icons.js'
import type { Visit } from './page.js'

/** A person within one tap, and what the team promises; nothing where a site takes no questions. */
export function drawAskCard(visit: Visit): SafeHtml {
  const { words, paths, locale, canAsk } = visit
  if (!canAsk) return html``
  return html`<section class="card pad ask">
<h2 class="strong">${words.t('home.ask')}</h2>
<p class="small second">${replyTime(visit)}</p>
<a class="btn main" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a>
</section>`
}

/** When the team usually replies, in hours or, from two days on, in days. */
export function replyTime({ site: { replyHours }, words }: Visit): string {
  const hours = replyHours ?? 0
  if (hours <= 0) return words.t('site.person')
  return hours < 48
    ? words.t('site.reply-hours', { n: Math.ceil(hours) })
    : words.t('site.reply-days', { n: Math.ceil(hours / 24) })
}
