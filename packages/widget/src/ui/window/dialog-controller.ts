import type { ReactiveController } from 'lit'
import { activeElement } from '../../foundation/active-element.js'
import { followViewport } from './follow-viewport.js'
import { lockScroll } from './scroll-lock.js'

/** Narrower than this, the panel is the whole screen. The styles say the same number. */
export const PHONE = '(width < 480px)'

export interface DialogDeps {
  host: HTMLElement
  dialog(): HTMLDialogElement | null | undefined
  /** Called when the browser closes the dialog by itself, as a phone's back does. */
  closed(): void
  isOnTop(): boolean
}

/**
 * Shows and hides the dialog of the panel: beside the page, which goes on working, or over the whole
 * of a small screen, where the page behind it rests.
 */
export class DialogController implements ReactiveController {
  isOpen = false

  #isModal = false
  #isOverModal = false
  #isOverPopover = false
  #release: (() => void)[] = []
  readonly #phone = matchMedia(PHONE)
  readonly #deps: DialogDeps

  constructor(deps: DialogDeps) {
    this.#deps = deps
  }

  hostConnected(): void {
    this.#phone.addEventListener('change', this.#fit)
  }

  hostDisconnected(): void {
    this.#phone.removeEventListener('change', this.#fit)
    this.#settle()
    this.isOpen = false
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.#deps.dialog()
  }

  /** `from`: where the person is on the page; `isThere`: they see the same already. */
  show(from: readonly (Element | null | undefined)[] = [], isThere = false): void {
    const dialog = this.#dialog
    if (!dialog) return
    this.isOpen = true
    dialog.style.animation = isThere ? 'none' : ''
    const isIn = (what: string) => from.some((element) => element?.closest(what))
    this.#isOverModal = isIn('[aria-modal=true]')
    // An old browser knows of none, and passes over what it does not know in here.
    this.#isOverPopover = isIn(':is(:popover-open)')
    dialog.inert = false
    dialog.classList.remove('leaving')
    if (!dialog.open) this.#place(dialog)
  }

  /** Resolves when the dialog is gone; at once it can neither be seen by a reader nor used. */
  async hide(): Promise<void> {
    const dialog = this.#dialog
    this.isOpen = false
    if (!dialog?.open) return
    dialog.inert = true
    dialog.style.animation = ''
    dialog.classList.add('leaving')
    const leaving = dialog.getAnimations().map(({ finished }) => finished.catch(() => {}))
    // In a tab that is not drawn, animations stand still.
    await Promise.race([Promise.all(leaving), new Promise((late) => setTimeout(late, 300))])
    if (!this.isOpen) this.#settle()
  }

  /**
   * Over a dialog of the page that keeps the person to itself only another such one can be used:
   * the browser makes the rest inert, and a focus trap cannot take the focus back.
   */
  get #mustBeModal(): boolean {
    return this.#phone.matches || this.#isOverModal || document.querySelector(':modal') !== null
  }

  #place(dialog: HTMLDialogElement): void {
    this.#isModal = this.#mustBeModal
    if (this.#isModal) dialog.showModal()
    else this.#stand(dialog)
    if (this.#phone.matches) this.#release = [lockScroll(), followViewport(this.#deps.host)]
    dialog.addEventListener('close', this.#closedByBrowser)
  }

  #stand(dialog: HTMLDialogElement): void {
    // Without the browser's own steps: they would give the focus to the first button, which is not
    // where we put it, and have the page styled once more for that.
    dialog.open = !this.#deps.isOnTop() && !this.#isOverPopover
    // Something stands between it and the window, as a transform of the body: it would stand there.
    if (dialog.open && !dialog.offsetParent) return
    dialog.close()
    // In the top layer without being modal. An old browser has no such thing.
    dialog.popover = 'manual'
    dialog.showPopover?.()
    dialog.open = true
  }

  /** Goes for another that is shown at once in its place: the focus is given back to nobody. */
  giveWay(): void {
    this.#dialog?.remove()
    this.hostDisconnected()
  }

  #settle(): void {
    const dialog = this.#dialog
    dialog?.removeEventListener('close', this.#closedByBrowser)
    if (dialog?.popover) dialog.popover = null
    dialog?.close()
    dialog?.classList.remove('leaving')
    for (const release of this.#release) release()
    this.#release = []
  }

  /** The window became a phone's, or ceased to be: the same dialog in the other manner. */
  readonly #fit = (): void => {
    const dialog = this.#dialog
    if (!dialog || !this.isOpen) return
    const focused = activeElement(dialog.getRootNode() as ShadowRoot)
    this.#settle()
    this.#place(dialog)
    focused?.focus({ preventScroll: true })
  }

  readonly #closedByBrowser = (): void => {
    if (this.isOpen && !this.#dialog?.open) this.#deps.closed()
  }
}
