import { attribute, html, type SafeHtml } from '../../foundation/html.js'
import { drawFooter } from './footer.js'
import { drawHead, type PortalFrame } from './head.js'
import { drawMasthead } from './masthead.js'
import type { PageView, Visit } from './page.js'

/** The whole document around a page. */
export function drawDocument(visit: Visit, view: PageView, frame: PortalFrame): SafeHtml {
  const { locale, words } = visit
  // Where we have no words in the reader's language, ours are marked as what they are.
  const ours = attribute('lang', words.locale !== locale.tag.split('-')[0] && words.locale)
  return html`<!doctype html>
<html lang="${locale.tag}" dir="${locale.direction}">
${drawHead(visit, view, frame)}
<body>
<a class="skip" href="#_main"${ours}>${words.t('site.skip')}</a>
${drawMasthead(visit, view, frame, ours)}
<main id="_main" tabindex="-1">
${view.main}
</main>
${drawFooter(visit, view, ours)}
</body>
</html>
`
}
