import { html, type SafeHtml } from '../../../foundation/html.js'
import { linkIcon } from '../icons.js'
import type { Visit } from '../page.js'

/** The link to keep. A field, because its whole address is to be seen and taken along. */
export function drawLinkField({ words, paths, locale }: Visit, token: string): SafeHtml {
  const url = paths.absolute(paths.request(locale.tag, token))
  return html`<div class="card pad keep field">
<label class="label" for="_link">${linkIcon}${words.t('sent.link')}</label>
<p class="help" id="_link-help">${words.t('sent.link.help')}</p>
<div class="copy"><input class="input" id="_link" value="${url}" readonly dir="ltr" aria-describedby="_link-help"><button class="btn" type="button" hidden data-copies="_link" data-copied="${words.t('sent.copied')}">${words.t('sent.copy')}</button></div>
</div>`
}
