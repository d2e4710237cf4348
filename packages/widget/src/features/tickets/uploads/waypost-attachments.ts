import { createAttachments } from '@waypost/sdk/client'
import type { Attachment } from '@waypost/sdk/contract'
import { html, LitElement, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import { base } from '../../../ui/base.styles.js'
import { fileSize } from './file-size.js'
import { FileWords } from './file-words.js'
import { fileIcon, pictureIcon } from './upload-icons.js'
import { attachments } from './waypost-attachments.styles.js'

/** Milliseconds for which an address surely opens its file; the server says 10 to 15 minutes. */
const FRESH = 9 * 60_000

/** An address, since when it is known, and how often its picture did not come. */
interface Opening {
  url: string
  since: number
  misses: number
}

/**
 * The files of one message: pictures where they stand, with their place kept for them, all else to be
 * opened. An address opens a file for a while; an older one is renewed when somebody reaches for it.
 *
 * @summary Files of a message.
 */
export class WaypostAttachments extends LitElement {
  static override styles = [base, attachments]
  static override properties = {
    panel: { attribute: false },
    files: { attribute: false },
    ticketId: { attribute: false },
    accessToken: { attribute: false },
  }

  declare panel: PanelContext
  declare files: readonly Attachment[]
  declare ticketId: string | undefined
  /** Opens this ticket without a session. */
  declare accessToken: string | undefined

  readonly #words = new FileWords(this)
  readonly #openings = new Map<string, Opening>()
  #lost: string | undefined

  constructor() {
    super()
    this.files = []
  }

  #openingOf({ id, url }: Attachment): Opening {
    const known = this.#openings.get(id)
    if (known) return known
    const opening = { url, since: Date.now(), misses: 0 }
    this.#openings.set(id, opening)
    return opening
  }

  /** True when its address opens the file, a new one if need be. */
  async #renew(file: Attachment): Promise<boolean> {
    const { ticketId, accessToken } = this
    const access = { ticketId, ...(accessToken && { accessToken }) }
    try {
      const { url } = await createAttachments(this.panel.client).get(file.id, access)
      Object.assign(this.#openingOf(file), { url, since: Date.now() })
      this.#lost = undefined
    } catch {
      this.#lost = file.id
    }
    this.requestUpdate()
    await this.updateComplete
    return this.#lost !== file.id
  }

  #isOld = (file: Attachment) => Date.now() - this.#openingOf(file).since > FRESH

  #reach(file: Attachment): void {
    if (this.#isOld(file)) void this.#renew(file)
  }

  async #open(event: Event, file: Attachment): Promise<void> {
    if (!this.#isOld(file)) return
    const link = event.currentTarget as HTMLAnchorElement
    event.preventDefault()
    if (await this.#renew(file)) link.click()
  }

  /** Old, or forbidden by the page: the second time it becomes a file like any other. */
  #missed(file: Attachment): void {
    const opening = this.#openingOf(file)
    opening.misses += 1
    if (opening.misses === 1) void this.#renew(file)
    this.requestUpdate()
  }

  protected override render() {
    if (!this.panel || !this.#words.areThere) return nothing
    return html`<ul>
        ${this.files.map((file) => this.#renderFile(file))}
      </ul>
      <p class="bad" role="status">${this.#lost ? this.panel.translator.t('upload.lost') : nothing}</p>`
  }

  #renderFile(file: Attachment) {
    const { name, width, height } = file
    const { url, misses } = this.#openingOf(file)
    const size = fileSize(file.size, timeLocale(this.panel))
    const isPicture = width !== null && height !== null
    const isShown = isPicture && misses < 2
    const label = this.panel.translator.t('upload.open', { name, size })
    return html`<li class=${isShown ? 'picture' : 'file'}>
      ${isShown ? nothing : isPicture ? pictureIcon : fileIcon}
      <a
        href=${new URL(url, this.panel.baseUrl).href}
        target="_blank"
        rel="noopener noreferrer"
        aria-label=${label}
        title=${isShown ? `${name} · ${size}` : nothing}
        .style=${isShown ? placeOf(width, height) : ''}
        @pointerenter=${() => this.#reach(file)}
        @focus=${() => this.#reach(file)}
        @click=${(event: Event) => this.#open(event, file)}
        >${
          isShown
            ? html`<img
                src=${new URL(url, this.panel.baseUrl).href}
                width=${width}
                height=${height}
                alt=${name}
                loading="lazy"
                decoding="async"
                @error=${() => this.#missed(file)}
              />`
            : html`<bdi class="cut">${name}</bdi>`
        }</a
      >
      ${isShown ? nothing : html`<span class="tiny">${size}</span>`}
    </li>`
  }
}

/** Pixels that a picture has at most, and that a thin one has at least. */
const [TALL, THIN] = [240, 64]

/** Known before the picture has come: nothing moves when it does. */
function placeOf(width: number, height: number): string {
  const fitting = Math.min(width, (TALL * width) / height)
  return `inline-size: min(100%, ${Math.max(THIN, Math.round(fitting))}px); aspect-ratio: ${width} / ${height}`
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-attachments': WaypostAttachments
  }
}
