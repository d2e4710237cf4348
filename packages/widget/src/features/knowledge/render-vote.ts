import type { VoteReason } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { editIcon } from '../../ui/icons.js'
import { renderFailure } from '../../ui/render-trouble.js'
import { doneIcon, downIcon, upIcon } from './knowledge-icons.js'
import type { VoteController } from './vote-controller.js'

/** What people say most often first. */
const reasons: readonly VoteReason[] = ['incomplete', 'outdated', 'unclear', 'wrong', 'other']

/** At the end of the page, always in sight: did it help? Afterwards: a person. */
export function renderVoteFoot(vote: VoteController, { t }: Translator, ask?: () => void) {
  if (vote.stage === 'why') return nothing
  if (vote.stage === 'thanked') {
    if (!ask) return nothing
    return html`<div class="foot">
      <span class="small second grow">${t('article.stuck')}</span>
      <button class="btn main" type="button" @click=${ask}>${editIcon}${t('panel.ask')}</button>
    </div>`
  }
  return html`<div class="foot" role="group" aria-labelledby="helped">
    <span class="small second grow" id="helped">${t('article.vote')}</span>
    <button class="btn small" type="button" @click=${() => vote.answer(true)}>
      ${upIcon}${t('article.yes')}
    </button>
    <button class="btn small" type="button" @click=${() => vote.answer(false)}>
      ${downIcon}${t('article.no')}
    </button>
  </div>`
}

/** Under the article: why it did not help, nothing of it required; then thanks. */
export function renderVote(vote: VoteController, translator: Translator, ask?: () => void) {
  const { t } = translator
  if (vote.failed) return renderUnsent(vote, translator)
  if (vote.stage === 'thanked') {
    return html`<div class="notice good" role="status">
      ${doneIcon}
      <div>
        <strong>${t('article.thanks.title')}</strong>
        ${t(vote.helpful ? 'article.thanks.yes' : 'article.thanks.no')}
      </div>
    </div>`
  }
  return vote.stage === 'why' ? renderWhy(vote, translator, ask) : nothing
}

function renderWhy(vote: VoteController, { t }: Translator, ask?: () => void) {
  const submitted = (event: SubmitEvent) => {
    event.preventDefault()
    if (!vote.busy) void vote.explain()
  }
  const typed = (event: InputEvent) => {
    vote.comment = (event.target as HTMLTextAreaElement).value
  }
  return html`<form class="why" @submit=${submitted}>
    <fieldset>
      <legend>${t('article.why')}</legend>
      ${reasons.map(
        (reason) => html`<label class="reason">
          <input
            type="radio"
            name="reason"
            .checked=${vote.reason === reason}
            @change=${() => vote.choose(reason)}
          />
          ${t(`article.why.${reason}`)}
        </label>`,
      )}
    </fieldset>
    <label class="comment">
      <span>${t('article.comment')} <span class="quiet">${t('article.optional')}</span></span>
      <textarea
        rows="3"
        maxlength="2000"
        placeholder=${t('article.comment.hint')}
        .value=${vote.comment}
        @input=${typed}
      ></textarea>
    </label>
    <div class="acts">
      <button class="btn main" type="submit" aria-disabled=${vote.busy}>
        ${vote.busy ? html`<span class="spin"></span>` : nothing}${t('article.send')}
      </button>
      ${
        ask
          ? html`<button class="btn bare" type="button" @click=${ask}>${t('article.ask')}</button>`
          : nothing
      }
    </div>
  </form>`
}

function renderUnsent(vote: VoteController, { t }: Translator) {
  const again = () => (vote.stage === 'why' && vote.reason ? void vote.explain() : vote.again())
  return renderFailure(t('article.unsent'), '', t('search.again'), again)
}
