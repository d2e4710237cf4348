import type { VoteReason } from '@waypost/sdk/contract'
import { html, nothing, svg } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { editIcon, icon } from '../../ui/icons.js'
import type { Vote } from './vote.js'

const doneIcon = icon(
  svg`<circle cx="10" cy="10" r="7"/><path d="m6.75 10.25 2.25 2.25 4.25-4.75"/>`,
)

export type Ask = (message?: string) => void

/** What people say most often first. */
const reasons: readonly VoteReason[] = ['incomplete', 'outdated', 'unclear', 'wrong', 'other']

/** Under the article: why it did not help; then thanks. Who asks instead takes along what they have written. */
export function renderVote(vote: Vote, translator: Translator, ask?: Ask) {
  const { t } = translator
  if (vote.stage === 'why') return renderWhy(vote, translator, ask)
  return html`<div class="notice good" role="status" tabindex="-1">
    ${doneIcon}
    <div>
      <strong>${t('article.thanks.title')}</strong>
      ${t(vote.waits ? 'article.waits' : vote.helpful ? 'article.thanks.yes' : 'article.thanks.no')}
      ${vote.renderAnswered() || nothing}
    </div>
  </div>`
}

/** In place of the question, once it is answered: a person. */
export function renderStuck({ stage }: Vote, { t }: Translator, ask?: Ask) {
  if (stage === 'why' || !ask) return nothing
  return html`<div class="foot">
    <span class="small second grow">${t('article.stuck')}</span>
    <button class="btn main" type="button" @click=${() => ask()}>${editIcon}${t('panel.ask')}</button>
  </div>`
}

function renderWhy(vote: Vote, { t }: Translator, ask?: Ask) {
  const submitted = (event: SubmitEvent) => {
    event.preventDefault()
    if (!vote.busy) vote.explain()
  }
  const typed = (event: InputEvent) => {
    vote.write((event.target as HTMLTextAreaElement).value)
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
          ? html`<button class="btn bare" type="button" @click=${() => ask(vote.comment.trim())}>
              ${t('article.ask')}
            </button>`
          : nothing
      }
    </div>
  </form>`
}
