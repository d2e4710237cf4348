import { css, html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { offlineIcon, retryIcon } from '../../ui/icons.js'
import type { QueuedTicket, WaitingQuestions } from './form-queue.js'
import { sentStyles } from './render-sent.js'
import { sayUnsent, shownState } from './say-unsent.js'

export const queueStyles = [
  ...sentStyles,
  css`
    .queue { display: grid; gap: var(--wp-3); list-style: none; }
    .queue > li {
      padding: 12px 14px; border: 1px dashed var(--wp-line-strong);
      border-radius: var(--wp-radius-l);
    }
    .queue .words {
      display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 6;
      margin-block: 4px; white-space: pre-wrap; overflow-wrap: anywhere; color: var(--wp-ink-2);
    }
    .queue .acts { display: flex; flex-wrap: wrap; gap: var(--wp-2); margin-block-start: 10px; }
    .state { font-weight: var(--wp-weight-mid); }
    .still { display: flex; align-items: center; gap: 10px; outline: 0; box-shadow: none; }
    .still .icon { color: var(--wp-ink-2); }
    .still + .second { margin-block-end: var(--wp-4); }
  `,
]

/** In place of the form: what was sent and has not gone, why, and what one can do. */
export function renderQueue(waiting: WaitingQuestions, translator: Translator) {
  const { t } = translator
  const { items, queue } = waiting
  return html`<div class="body">
      <h2 class="still" tabindex="-1">${offlineIcon}${t('unsent.title', { n: items.length })}</h2>
      <p class="second small" role="status">
        ${queue?.isLasting ? t('unsent.safe') : t('unsent.stay')}
      </p>
      <ul class="queue">
        ${items.map((item) => renderWaiting(item, waiting, translator))}
      </ul>
    </div>
    <div class="foot ends">
      <span></span>
      <button class="btn" type="button" @click=${() => waiting.show(false)}>${t('unsent.more')}</button>
    </div>`
}

/** In the form: something else still waits. */
export function renderQueueLink(
  { waiting, sending }: { waiting: WaitingQuestions; sending: boolean },
  { t }: Translator,
) {
  const n = waiting.items.length
  if (n === 0 || sending) return nothing
  return html`<div class="notice plain strip" role="status">
    ${offlineIcon}
    <div>
      ${t('unsent.title', { n })}.
      <button class="link" type="button" @click=${() => waiting.show(true)}>
        ${t('unsent.show')}
      </button>
    </div>
  </div>`
}

function renderWaiting(item: QueuedTicket, waiting: WaitingQuestions, translator: Translator) {
  const { t } = translator
  const { key, body, why, notBefore: at } = item
  const state = shownState(item)
  const isSending = state === 'sending'
  const takeBack = () => {
    const taken = waiting.queue?.take(key)
    // It may have gone meanwhile.
    if (taken) waiting.takeBack(taken)
  }
  return html`<li>
    <p class="strong" dir="auto">${body.subject}</p>
    <p class="words small" dir="auto">${body.message}</p>
    <p class="small" role="status">
      <span class="state">${t(`unsent.${state}`)}.</span>
      ${isSending ? nothing : sayUnsent({ state, why: why?.code, at, isLasting: true }, translator)}
    </p>
    ${
      isSending
        ? nothing
        : html`<div class="acts">
            <button class="btn small" type="button" @click=${() => waiting.queue?.again(key)}>
              ${retryIcon}${t('unsent.again')}
            </button>
            <button class="btn small bare" type="button" @click=${takeBack}>
              ${t('unsent.take')}
            </button>
          </div>`
    }
  </li>`
}
