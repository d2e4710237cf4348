import { html } from '../../../foundation/html.js'
import { deadLinkView } from '../dead-link-view.js'
import { editIcon } from '../icons.js'
import type { PageView, Visit } from '../page.js'

/** The same for a wrong link and for one that has been taken back. */
export function missingView({ words, paths, locale, canAsk }: Visit): PageView {
  return deadLinkView({
    title: words.t('requests.missing.title'),
    lead: words.t('requests.missing'),
    ways: html`<a class="btn" href="${paths.requests(locale.tag)}">${words.t('site.requests')}</a>
${canAsk && html`<a class="btn" href="${paths.contact(locale.tag)}">${editIcon}${words.t('site.ask')}</a>`}`,
  })
}
