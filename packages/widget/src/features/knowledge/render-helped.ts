import { html } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { renderFailure } from '../../ui/render-trouble.js'
import { downIcon, upIcon } from './knowledge-icons.js'

export interface Helped {
  /** The answer that has been given, while what it leads to is on its way. */
  given: boolean | undefined
  give: (helpful: boolean) => void
  /** Somebody is about to give one. */
  near: () => void
}

/** At the end of the page, always in sight: did it help? */
export function renderHelped({ given, give, near }: Helped, { t }: Translator) {
  const renderAnswer = (helpful: boolean, icon: unknown, word: string) => html`<button
    class="btn small"
    type="button"
    aria-busy=${given === helpful}
    @click=${() => give(helpful)}
  >
    ${given === helpful ? html`<span class="spin"></span>` : icon}${word}
  </button>`
  return html`<div
    class="foot"
    role="group"
    aria-labelledby="helped"
    @pointerenter=${near}
    @focusin=${near}
  >
    <span class="small second grow" id="helped">${t('article.vote')}</span>
    ${renderAnswer(true, upIcon, t('article.yes'))} ${renderAnswer(false, downIcon, t('article.no'))}
  </div>`
}

/** The answer has not arrived. */
export const renderUnsaid = ({ t }: Translator, again: () => void) =>
  renderFailure(t('article.unsent'), '', t('search.again'), again)
