import { voteReasons } from '@waypost/sdk/contract'
import { html, type SafeHtml } from '../../foundation/html.js'
import type { MessageKey } from '../../messages/catalogue.js'
import { checkIcon, downThumbIcon, upIcon } from './icons.js'
import type { Visit } from './page.js'

/** Where the reader's answer stands; it is kept in the address of the page that comes after a vote. */
export type VoteState =
  | { readonly kind: 'open' }
  /** They said no: they may say why, to the vote that is counted already. */
  | { readonly kind: 'why'; readonly voteId: string | null }
  | { readonly kind: 'thanks'; readonly helpful: boolean }

/**
 * What the address says: `?voted=yes`, `?voted=no&vote=<id>` before the reason, `?voted=why` after
 * it. The POST page answers with a redirect to one of these.
 */
export function voteStateOf(query: URLSearchParams): VoteState {
  switch (query.get('voted')) {
    case 'yes':
      return { kind: 'thanks', helpful: true }
    case 'no':
      return { kind: 'why', voteId: query.get('vote') }
    case 'why':
      return { kind: 'thanks', helpful: false }
    default:
      return { kind: 'open' }
  }
}

/**
 * Did this help? Posts `helpful=yes|no`, and after a no `reason`, `comment` and the `voteId` that is
 * changed by them; nothing of it is required.
 */
export function drawVote(visit: Visit, slug: string, state: VoteState): SafeHtml {
  const { words, paths, locale } = visit
  const action = `${paths.vote(locale.tag, slug)}#_vote`
  if (state.kind === 'thanks') {
    const said = words.t(state.helpful ? 'article.thanks.yes' : 'article.thanks.no')
    return html`<div class="vote" id="_vote"><p role="status">${checkIcon} <strong>${words.t('article.thanks.title')}</strong> ${said}</p></div>`
  }
  if (state.kind === 'why') return drawWhy(visit, action, state.voteId)
  return html`<form class="vote" id="_vote" action="${action}" method="post" aria-labelledby="_vote-title">
<h2 class="strong" id="_vote-title">${words.t('article.vote')}</h2>
<div class="line"><button class="btn" name="helpful" value="yes">${upIcon}${words.t('article.yes')}</button>
<button class="btn" name="helpful" value="no">${downThumbIcon}${words.t('article.no')}</button></div>
</form>`
}

function drawWhy({ words, paths, locale, canAsk }: Visit, action: string, voteId: string | null) {
  const reasons = voteReasons.map(
    (reason) =>
      html`<label class="choice"><input type="radio" name="reason" value="${reason}">${words.t(`article.why.${reason}` satisfies MessageKey)}</label>`,
  )
  return html`<form class="vote reasons" id="_vote" action="${action}" method="post">
<input type="hidden" name="helpful" value="no">${voteId !== null && html`<input type="hidden" name="voteId" value="${voteId}">`}
<fieldset><legend class="strong">${words.t('article.why')}</legend>${reasons}</fieldset>
<div class="field"><label for="_comment">${words.t('article.comment')} <span class="opt">(${words.t('article.optional')})</span></label>
<textarea class="input" id="_comment" name="comment" rows="3" maxlength="2000" aria-describedby="_comment-help"></textarea>
<p class="help" id="_comment-help">${words.t('article.comment.hint')}</p></div>
<div class="line"><button class="btn main">${words.t('article.send')}</button>
${canAsk && html`<a class="btn" href="${paths.contact(locale.tag)}">${words.t('article.ask')}</a>`}</div>
</form>`
}
