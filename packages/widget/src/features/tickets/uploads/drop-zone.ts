import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { droppedFiles, holdsFiles, pastedFiles } from './take-files.js'

export interface DropZoneDeps {
  /** Nobody else has taken it, or stands nearer. */
  isOurs(event: Event): boolean
  /** What a pasted screenshot is called. */
  named(time: string): string
  locale(): string
  add(files: readonly File[]): void
}

/** Milliseconds without a word of what is held over the page, after which it is not. */
const HELD = 400

/** Takes what is dropped or pasted anywhere on the page of the panel that the element stands in. */
export class DropZone implements ReactiveController {
  /** Something is held over it. */
  isOver = false
  #zone: EventTarget | undefined
  #held: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost & Element
  readonly #deps: DropZoneDeps

  constructor(host: ReactiveControllerHost & Element, deps: DropZoneDeps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostConnected(): void {
    const root = this.#host.getRootNode()
    this.#zone = root instanceof ShadowRoot ? root.host : document
    this.#hear('addEventListener')
  }

  hostDisconnected(): void {
    this.#hear('removeEventListener')
  }

  #hear(how: 'addEventListener' | 'removeEventListener'): void {
    this.#zone?.[how]('dragover', this.#dragged as EventListener)
    this.#zone?.[how]('drop', this.#dropped as EventListener)
    this.#zone?.[how]('paste', this.#pasted as EventListener)
  }

  #hold(isOver: boolean): void {
    this.isOver = isOver
    this.#host.requestUpdate()
  }

  readonly #dragged = (event: DragEvent): void => {
    if (!holdsFiles(event) || !this.#deps.isOurs(event)) return
    // Without this the browser would leave the page for the file.
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    if (!this.isOver) this.#hold(true)
    clearTimeout(this.#held)
    this.#held = setTimeout(() => this.#hold(false), HELD)
  }

  readonly #dropped = (event: DragEvent): void => {
    const { dataTransfer } = event
    if (!dataTransfer || !holdsFiles(event) || !this.#deps.isOurs(event)) return
    event.preventDefault()
    this.#hold(false)
    this.#deps.add(droppedFiles(dataTransfer))
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const { clipboardData } = event
    if (!clipboardData || !this.#deps.isOurs(event)) return
    const files = pastedFiles(clipboardData, this.#deps.named, this.#deps.locale())
    if (files.length === 0) return
    event.preventDefault()
    this.#deps.add(files)
  }
}
