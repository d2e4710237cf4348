import { html } from '../../../foundation/html.js'
import { drawField } from '../asking/draw-field.js'
import { drawUnsent, type Unsent } from '../asking/notices.js'
import { signInIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

export interface SigningIn {
  readonly email: string
  /** What is wrong with the address, in words. */
  readonly why?: string | undefined
  readonly unsent?: Unsent | undefined
}

/** One field: where the code goes. */
export function signInView(visit: Visit, { email, why, unsent }: SigningIn): PageView {
  const { words, paths, locale, locales } = visit
  const title = words.t('sign-in.title')
  const isWrong = why !== undefined && html` autofocus`
  return {
    title: why === undefined ? title : `${words.t('sign-in.wrong')} – ${title}`,
    place: 'requests',
    cache: 'none',
    translations: locales.map(({ tag }) => ({ locale: tag, path: paths.signIn(tag) })),
    main: html`<div class="wrap narrow-page entry">
<span class="mark">${signInIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${words.t('sign-in.lead')}</p>
${unsent && drawUnsent(visit, unsent)}
<form class="form" action="${paths.signIn(locale.tag)}" method="post" novalidate>
${drawField({
  id: '_email',
  label: words.t('ask.email'),
  help: words.t('sign-in.email.help'),
  fault: why,
  control: (tied) =>
    html`<input class="input" type="email" name="email" value="${email}" required autocomplete="email" dir="ltr"${tied}${isWrong}>`,
})}
<div class="send"><button class="btn main" name="act" value="code">${words.t('sign-in.send')}</button></div>
<div class="or"><button class="btn small" name="act" value="links" aria-describedby="_links-help">${words.t('sign-in.links')}</button>
<p class="small quiet" id="_links-help">${words.t('sign-in.links.help')}</p></div>
</form>
</div>`,
  }
}
