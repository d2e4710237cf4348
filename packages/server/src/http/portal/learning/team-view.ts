import { html } from '../../../foundation/html.js'
import { drawField } from '../asking/draw-field.js'
import { signInIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

/** Where one of the team says who they are. */
export function teamView(visit: Visit, why?: string): PageView {
  const { words, paths, locale, locales } = visit
  const isWrong = why !== undefined && html` autofocus`
  return {
    title: words.t('team.title'),
    place: 'learn',
    cache: 'none',
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.team(tag) })),
    main: html`<div class="wrap narrow-page entry">
<span class="mark">${signInIcon}</span>
<h1 class="title1">${words.t('team.title')}</h1>
<p class="lead">${words.t('team.lead')}</p>
<form class="form" action="${paths.team(locale.tag)}" method="post" novalidate>
${drawField({
  id: '_token',
  label: words.t('team.token'),
  help: words.t('team.token.help'),
  fault: why,
  control: (tied) =>
    html`<input class="input" type="password" name="token" required autocomplete="off" dir="ltr"${tied}${isWrong}>`,
})}
<div class="send"><button class="btn main" name="act" value="in">${words.t('team.enter')}</button></div>
</form>
</div>`,
  }
}
