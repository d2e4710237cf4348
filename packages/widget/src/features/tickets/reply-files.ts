import type { Form } from '@waypost/sdk/contract'
import type { LitElement } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { WaypostUploads } from './uploads/waypost-uploads.js'

type ReplyView = LitElement & { panel: PanelContext }

/** Where a reply takes files: nothing of it is fetched until somebody reaches for it. */
export class ReplyFiles {
  /** Its place is in the composer. */
  isWanted = false
  readonly #view: ReplyView

  constructor(view: ReplyView) {
    this.#view = view
    view.addEventListener('dragover', this.#held)
    view.addEventListener('drop', this.#held)
    view.addEventListener('paste', this.#pasted)
  }

  get limits(): Form['attachments'] {
    return this.#view.panel.settings?.form.attachments ?? null
  }

  get #element(): WaypostUploads | null {
    return this.#view.renderRoot.querySelector('waypost-uploads')
  }

  /** For somebody who may add a file next, or has one in the draft. */
  async want(): Promise<void> {
    if (!this.limits) return
    try {
      const { learnUploads } = await import('./uploads/uploads.js')
      await learnUploads(this.#view.panel.translator)
    } catch {
      // Reached for again, it is fetched again.
      return
    }
    if (this.isWanted) return
    this.isWanted = true
    this.#view.requestUpdate()
    await this.#view.updateComplete
  }

  /** Lets somebody choose. */
  readonly pick = async (): Promise<void> => {
    await this.want()
    await this.#element?.updateComplete
    this.#element?.pick()
  }

  /** What was there has been sent. */
  clear(): void {
    this.#element?.clear()
  }

  /** Until it is there, nothing else keeps the browser from leaving for the file. */
  readonly #held = (event: DragEvent): void => {
    if (this.isWanted || !this.limits || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    void this.#give([...event.dataTransfer.files])
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const { files = [], types = [] } = event.clipboardData ?? {}
    if (this.isWanted || !this.limits || !files.length || types.includes('text/plain')) return
    event.preventDefault()
    void this.#give([...files])
  }

  async #give(files: readonly File[]): Promise<void> {
    await this.want()
    this.#element?.add(files)
  }
}
