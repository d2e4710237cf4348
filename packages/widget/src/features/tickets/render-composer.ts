import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { type ReplyController, replyLimit } from './reply-controller.js'
import { sendIcon, smallAlertIcon, smallCheckIcon } from './ticket-icons.js'

export interface ComposerActions {
  send: () => void
  solve: () => void
  isSolved: boolean
  isSettling: boolean
}

/** Where one writes: Enter begins a line, Ctrl or Cmd with it sends. */
export function renderComposer(
  reply: ReplyController,
  { t }: Translator,
  { send, solve, isSolved, isSettling }: ComposerActions,
) {
  const { words, isTooLong } = reply
  const isBlank = !words.trim()
  const label = t(isSolved ? 'ticket.write.solved' : 'ticket.write')
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    send()
  }
  return html`<form
    class="composer ${isTooLong ? 'wrong' : ''}"
    @submit=${(event: Event) => {
      event.preventDefault()
      send()
    }}
  >
    ${
      isTooLong
        ? html`<p class="why" id="reply-why" role="alert">
            ${smallAlertIcon}<span>${t('ticket.too-long', { n: replyLimit })}</span>
          </p>`
        : nothing
    }
    <label class="sr" for="reply">${label}</label>
    <textarea
      id="reply"
      rows="1"
      dir="auto"
      placeholder=${label}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      aria-invalid=${isTooLong ? 'true' : nothing}
      aria-describedby=${isTooLong ? 'reply-why' : nothing}
      .value=${words}
      @input=${(event: Event) => reply.write((event.target as HTMLTextAreaElement).value)}
      @keydown=${pressed}
    ></textarea>
    <div class="tools">
      ${
        isBlank && !isSolved
          ? html`<button
              class="settle"
              type="button"
              aria-busy=${isSettling ? 'true' : nothing}
              @click=${solve}
            >
              ${smallCheckIcon}${t('ticket.solve')}
            </button>`
          : html`<span class="tiny quiet">${isBlank ? nothing : t('form.kept')}</span>`
      }
      <button class="sendbtn" type="submit" aria-label=${t('ticket.send')} ?disabled=${isBlank}>
        ${sendIcon}
      </button>
    </div>
  </form>`
}
