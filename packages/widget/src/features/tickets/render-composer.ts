import { html, nothing } from 'lit'
import type { Translator } from '../../foundation/i18n.js'
import { alertIcon, smallCheckIcon } from '../../ui/icons.js'
import { attachIcon } from '../../ui/page-icons.js'
import { type ReplyController, replyLimit } from './reply-controller.js'
import { sendIcon } from './ticket-icons.js'

export interface ComposerActions {
  send: () => void
  /** Says that the matter is settled; missing where that is another's to say. */
  solve?: () => void
  isSolved: boolean
  isSettling: boolean
  /** Lets somebody choose a file; missing where none may go along. */
  pick?: (() => void) | undefined
  /** Somebody may be about to. */
  reach: () => void
  /** What was added. */
  files: unknown
}

/** Where one writes: Enter begins a line, Ctrl or Cmd with it sends. */
export function renderComposer(
  reply: ReplyController,
  { t }: Translator,
  { send, solve, isSolved, isSettling, pick, reach, files }: ComposerActions,
) {
  const { words, isTooLong, isRefused, isWaiting } = reply
  const wrong = isTooLong
    ? t('ticket.too-long', { n: replyLimit })
    : isRefused && t('unsent.why.refused')
  const isBlank = !words.trim()
  const hasFiles = reply.files.length > 0 || reply.isUploading
  const label = t(
    hasFiles ? 'ticket.write.files' : isSolved ? 'ticket.write.solved' : 'ticket.write',
  )
  const submitted = (event: Event) => {
    event.preventDefault()
    send()
  }
  const pressed = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, isComposing } = event
    if (key === 'Enter' && (ctrlKey || metaKey) && !isComposing) submitted(event)
  }
  return html`<form class="composer" @submit=${submitted} @focusin=${reach}>
    ${
      wrong
        ? html`<p class="why small" id="reply-why" role="alert">
            ${alertIcon}<span>${wrong}</span>
          </p>`
        : nothing
    }
    <textarea
      id="reply"
      rows="1"
      dir="auto"
      aria-label=${label}
      placeholder=${label}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? 'reply-why' : nothing}
      .value=${words}
      @input=${(event: Event) => reply.write((event.target as HTMLTextAreaElement).value)}
      @keydown=${pressed}
    ></textarea>
    ${files}
    <div class="tools">
      ${
        pick
          ? html`<button
              class="tool"
              type="button"
              aria-label=${t('ticket.attach')}
              title=${t('ticket.attach')}
              @pointerenter=${reach}
              @click=${pick}
            >
              ${attachIcon}
            </button>`
          : nothing
      }
      ${
        solve && isBlank && !isSolved && !hasFiles
          ? html`<button
              class="settle small"
              type="button"
              aria-busy=${isSettling ? 'true' : nothing}
              @click=${solve}
            >
              ${smallCheckIcon}${t('ticket.solve')}
            </button>`
          : html`<span class="tiny quiet"
              >${isWaiting ? t('ticket.waits') : isBlank && !hasFiles ? nothing : t('form.kept')}</span
            >`
      }
      <span class="sr" role="status">${isWaiting ? t('ticket.waits') : nothing}</span>
      <button class="btn main sendbtn" aria-label=${t('ticket.send')} ?disabled=${isBlank}>
        ${sendIcon}
      </button>
    </div>
  </form>`
}
