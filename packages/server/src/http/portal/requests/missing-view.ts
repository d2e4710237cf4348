import { html } from '../../../foundation/html.js'
import { alertIcon, editIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

/** The same for a wrong link and for one that has been taken back: it says nothing about either. */
export function missingView({ words, paths, locale, canAsk }: Visit): PageView {
  const title = words.t('requests.missing.title')
  return {
    title,
    status: 404,
    place: 'requests',
    cache: 'none',
    main: html`<div class="wrap narrow-page trouble">
<span class="mark">${alertIcon}</span>
<h1 class="title1">${title}</h1>
<p class="lead">${words.t('requests.missing')}</p>
<p class="line"><a class="btn" href="${paths.requests(locale.tag)}">${words.t('site.requests')}</a>
${canAsk && html`<a class="btn" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a>`}</p>
</div>`,
  }
}
