import { html, type SafeHtml } from '../../foundation/html.js'
import { helpTitle } from './help-title.js'
import { drawLanguages } from './languages.js'
import type { PageView, Visit } from './page.js'

/** What stands below every page: the site, and every language in sight of who reads none of this. */
export function drawFooter(visit: Visit, view: PageView, ours: SafeHtml): SafeHtml {
  const { words, paths, locale, canAsk } = visit
  return html`<footer class="colophon"${ours}><div class="wrap">
<a href="${paths.home(locale.tag)}">${helpTitle(visit)}</a>
${canAsk && html`<a href="${paths.contact(locale.tag)}">${words.t('site.ask')}</a>`}
<a href="${paths.feed(locale.tag)}">${words.t('site.feed')}</a>
${visit.locales.length > 1 && html`<nav class="end" aria-label="${words.t('site.languages')}">${drawLanguages(visit, view)}</nav>`}
</div></footer>`
}
