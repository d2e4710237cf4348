import type { TicketKind } from '@waypost/sdk/contract'
import { type HtmlValue, html, type SafeHtml } from '../../../foundation/html.js'
import type { Visit } from '../page.js'
import { kindIcons } from './kind-icons.js'

/** What it is about: a choice in the customer's words; none where a site has but one kind. */
export function drawKinds({ site: { kinds }, words }: Visit, chosen: TicketKind): SafeHtml {
  if (kinds.length < 2) return html`<input type="hidden" name="kind" value="${chosen}">`
  return html`<fieldset><legend class="label">${words.t('ask.kind')}</legend>
<div class="kinds">${kinds.map(
    (kind) =>
      html`<label class="kind"><input type="radio" name="kind" value="${kind}"${kind === chosen && html` checked`}>${kindIcons[kind]}<span>${words.t(`ask.kind.${kind}`)}</span></label>`,
  )}</div></fieldset>`
}

/**
 * Words that follow the chosen kind: all of them are there, the stylesheet shows those of the kind
 * that is chosen now, and without it those of the kind that was chosen when the page was made.
 */
export function drawByKind(
  { site: { kinds } }: Visit,
  chosen: TicketKind,
  say: (kind: TicketKind) => HtmlValue,
): HtmlValue {
  if (kinds.length < 2) return say(chosen)
  return kinds.map((kind) => {
    const isAway = kind !== chosen
    return html`<span class="for-${kind}"${isAway && html` hidden`}>${say(kind)}</span>`
  })
}
