import type { Form } from '@waypost/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import { base } from '../../../ui/base.styles.js'
import { attachIcon } from '../../../ui/page-icons.js'
import { tool } from '../../../ui/tool.styles.js'
import { drawThumbnail } from './draw-thumbnail.js'
import { DropZone } from './drop-zone.js'
import { fileSize } from './file-size.js'
import { FileWords } from './file-words.js'
import { renderUpload } from './render-upload.js'
import { isMoving, type Upload } from './upload.js'
import { cameraIcon } from './upload-icons.js'
import { UploadQueue } from './upload-queue.js'
import { UploadsChangedEvent } from './uploads-changed-event.js'
import { uploads } from './waypost-uploads.styles.js'
import { whyNot } from './why-not.js'

/**
 * Files that somebody adds to what they write: chosen, dropped anywhere on the page of the panel,
 * pasted, or taken with a camera. Each goes up at once, while the person writes on, and says how far
 * it has come. Whoever holds the element keeps `ids` beside the words, gives them back after a reload,
 * and sends them as `attachmentIds` or as the answer of a field.
 *
 * To send while `isBusy` is to wait: the next event without it has all ids. Nothing that fails keeps
 * words from being sent. An id that is taken out of `ids` is shown no more, and not deleted. Where the
 * server refuses `attachmentIds`, call `recheck()`: what it has no more goes up again, or says so.
 *
 * @summary Files on their way.
 * @event {UploadsChangedEvent} waypost-uploads-changed - What has arrived, and whether more is to come.
 */
export class WaypostUploads extends LitElement {
  static override styles = [base, tool, uploads]
  static override properties = {
    panel: { attribute: false },
    ids: { attribute: false },
    limits: { attribute: false },
    ticketId: { attribute: false },
    accessToken: { attribute: false },
    label: {},
    fault: {},
    disabled: { type: Boolean },
    compact: { type: Boolean, reflect: true },
  }

  declare panel: PanelContext
  /** Attachments that are already there: of a draft, of the time before a reload. */
  declare ids: readonly string[]
  /** `settings.form.attachments`, with `maxCount` less where others count as well. */
  declare limits: Form['attachments']
  /** The ticket that they go to, where it is there already. */
  declare ticketId: string | undefined
  /** Opens this ticket without a session. */
  declare accessToken: string | undefined
  /** What the files are for, as the label beside it says. */
  declare label: string
  /** What is wrong, as it stands beside it; said of the button that has the focus. */
  declare fault: string
  /** Nothing can be added or taken away: it is being sent. */
  declare disabled: boolean
  /** Only the files: something else opens `pick()`. */
  declare compact: boolean

  readonly #words = new FileWords(this)
  readonly #queue = new UploadQueue(this, {
    panel: () => this.panel,
    limits: () => this.limits,
    access: () => {
      const { ticketId, accessToken } = this
      return { ticketId, ...(accessToken && { accessToken }) }
    },
    changed: (upload) => this.#tell(upload),
  })
  readonly #thumbnails = new Map<string, HTMLCanvasElement | undefined>()
  #said: readonly string[] = []
  readonly #lastSaid = new Map<string, string>()
  readonly #zone = new DropZone(this, {
    isOurs: (event) => this.#isOurs(event),
    named: (time) =>
      this.#words.areThere
        ? this.panel.translator.t('upload.screenshot', { time })
        : `screenshot ${time}`,
    locale: () => timeLocale(this.panel),
    add: (files) => this.add(files),
  })

  constructor() {
    super()
    this.ids = []
    this.limits = null
    this.label = this.fault = ''
    this.disabled = this.compact = false
  }

  /** Lets somebody choose; within what they press. */
  pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[multiple]')?.click()
  }

  /** As if they had been chosen here. */
  add(files: readonly File[]): void {
    if (!this.disabled && this.limits) void this.#add(files)
  }

  /** What becomes of them is said in words that may not have come yet. */
  async #add(files: readonly File[]): Promise<void> {
    await this.updateComplete
    await this.#words.haveCome
    this.#queue.add(files)
  }

  /** The server has refused what stands here: whatever it has no more goes up again, or says so. */
  recheck(): void {
    this.#queue.recheck()
  }

  /** What has arrived here was sent, and is shown no more. */
  clear(): void {
    this.#queue.clear()
  }

  /** All that is on its way only waits by now: for a network, or until the server takes it. */
  get waits(): boolean {
    return this.#queue.waits
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.drop, .tool')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ids') && this.panel) this.#queue.take(this.ids)
    for (const { key, file } of this.#queue.uploads) {
      if (!file || this.#thumbnails.has(key)) continue
      this.#thumbnails.set(key, undefined)
      void drawThumbnail(file).then((thumbnail) => {
        this.#thumbnails.set(key, thumbnail)
        this.requestUpdate()
      })
    }
  }

  #tell(upload: Upload): void {
    const { uploads, ids, isBusy } = this.#queue
    const text = this.#words.areThere && this.#textOf(upload, uploads.includes(upload))
    // Each try without a network ends the same; once is enough.
    if (text && text !== this.#lastSaid.get(upload.key))
      this.#said = [...this.#said.slice(-4), text]
    if (text) this.#lastSaid.set(upload.key, text)
    const count = uploads.length
    const failed = uploads.filter(({ state }) => state === 'failed').length
    const files = uploads.flatMap(({ id, name, size, state }) =>
      id && name && state === 'added' ? [{ id, name, size }] : [],
    )
    this.dispatchEvent(new UploadsChangedEvent({ ids, isBusy, failed, count, files }))
  }

  /** What is said aloud of it. */
  #textOf(upload: Upload, isThere: boolean): string {
    const { translator } = this.panel
    const { t } = translator
    const { name, state, size, fault } = upload
    const locale = timeLocale(this.panel)
    if (!isThere) return t('upload.removed', { name })
    if (state === 'queued') return t('upload.starting', { name })
    if (state === 'added') return t('upload.added.said', { name, size: fileSize(size, locale) })
    const why = isMoving(upload)
      ? t(fault === 'busy' ? 'upload.waits.busy' : 'upload.waits')
      : whyNot(upload, this.limits, translator, locale)
    return name ? t('upload.failed.said', { name, why }) : why
  }

  #isOurs(event: Event): boolean {
    if (event.defaultPrevented || !this.limits || this.disabled) return false
    const nearest = event.composedPath().find((node) => node instanceof WaypostUploads)
    return !nearest || nearest === this
  }

  readonly #chosen = ({ target }: Event): void => {
    const input = target as HTMLInputElement
    this.add([...(input.files ?? [])])
    // The same file again is a choice, too.
    input.value = ''
  }

  #remove(key: string, at: number): void {
    this.#queue.remove(key)
    this.#toRow(at)
  }

  #again(key: string, at: number): void {
    this.#queue.again(key)
    this.#toRow(at)
  }

  /** The button that was pressed is gone. */
  #toRow(at: number): void {
    void this.updateComplete.then(() => {
      const rows = this.renderRoot.querySelectorAll<HTMLElement>('.tool')
      const next = rows[Math.min(at, rows.length - 1)]
      if (next) next.focus()
      else this.focus()
    })
  }

  protected override render() {
    if (!this.panel || !this.limits || !this.#words.areThere) return nothing
    const { t } = this.panel.translator
    const all = this.#queue.uploads
    this.toggleAttribute('data-empty', all.length === 0 && !this.#zone.isOver)
    return html`<div role="group" aria-label=${this.label || t('upload.label')} class=${this.#zone.isOver ? 'over' : ''}>
        ${all.length > 0 ? html`<ul>${all.map((one, at) => this.#renderRow(one, at))}</ul>` : nothing}
        ${this.compact ? this.#renderTarget() : this.#renderWays()}
      </div>
      <input type="file" multiple tabindex="-1" aria-hidden="true" @change=${this.#chosen} />
      <div class="sr" role="status" aria-atomic="false">
        ${this.#said.map((text) => html`<p>${text}</p>`)}
      </div>`
  }

  #renderRow(upload: Upload, at: number) {
    const { key } = upload
    return renderUpload(upload, {
      panel: this.panel,
      limits: this.limits,
      thumbnail: this.#thumbnails.get(key),
      isDisabled: this.disabled,
      again: () => this.#again(key, at),
      remove: () => this.#remove(key, at),
    })
  }

  /** Where a reply is written, there is only room for it while something is held over it. */
  #renderTarget() {
    const { t } = this.panel.translator
    return this.#zone.isOver ? html`<p class="drop">${attachIcon}${t('upload.drop')}</p>` : nothing
  }

  #renderWays() {
    const { t } = this.panel.translator
    const { maxCount, maxBytes } = this.limits ?? { maxCount: 0, maxBytes: 0 }
    const isTouch = matchMedia('(pointer: coarse)').matches
    const limit = { n: maxCount, size: fileSize(maxBytes, timeLocale(this.panel)) }
    const add = isTouch ? 'upload.add.touch' : 'upload.add'
    return html`<div class="ways">
        <button
          class="drop"
          type="button"
          aria-describedby="limit fault"
          aria-invalid=${this.fault ? 'true' : nothing}
          ?disabled=${this.disabled}
          @click=${this.pick}
        >
          ${attachIcon}${t(this.#zone.isOver ? 'upload.drop' : add)}
        </button>
        ${isTouch ? this.#renderCamera() : nothing}
      </div>
      <p class="limit tiny quiet" id="limit">${t('upload.limit', limit)}</p>
      <p class="sr" id="fault">${this.fault}</p>`
  }

  /** A phone opens its camera for this, and asks nothing. */
  #renderCamera() {
    const open = ({ currentTarget }: Event) =>
      (currentTarget as HTMLElement).querySelector('input')?.click()
    return html`<button class="drop" type="button" ?disabled=${this.disabled} @click=${open}>
      ${cameraIcon}${this.panel.translator.t('upload.camera')}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        tabindex="-1"
        aria-hidden="true"
        @click=${(event: Event) => event.stopPropagation()}
        @change=${this.#chosen}
      />
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'waypost-uploads': WaypostUploads
  }
}
