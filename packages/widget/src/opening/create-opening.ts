import type { Opening } from '@waypost/sdk/contract'
import type { EmbedSide, WaitingCall } from '@waypost/sdk/embed'
import { activeElement } from '../foundation/active-element.js'
import { wear } from '../foundation/brand-sheet.js'
import { isBare, isTyping } from '../foundation/is-typing.js'
import { scaleText } from '../foundation/text-scale.js'
import { DialogController } from '../ui/window/dialog-controller.js'
import { placeWindow } from '../ui/window/place-window.js'
import { drawOpening } from './draw-opening.js'
import { hearCalls } from './hear-calls.js'

/** What the panel goes on with. */
export interface Left {
  /** Where the person was on the page; nothing where they have closed it. */
  from: readonly (Element | null)[] | undefined
  /** Where somebody has begun to write. */
  field: HTMLInputElement | undefined
}

export interface WindowOpening extends Opening {
  /** Drawn and laid out for somebody who is near, and unseen. */
  prepare(): void
  /** Where somebody clicks while neither controller nor panel is there. */
  show(opener?: Element): void
  /** Resolves when no word is being put together out of keys, as in Japanese. */
  whenWritten(): Promise<void>
  /** The panel stands in its place from now on. */
  giveWay(): Left
}

const WINDOW = 'waypost-window'

/**
 * True for a call that opens where everybody begins: of the launcher, or of the host. One that has
 * failed is over.
 */
export const isOpening = ([path, [target], , failed]: WaitingCall) =>
  !failed && (path === '.onclick' || (path === '.open' && !target))

/**
 * The window, before there is anything to fill it: it can be seen, written in and closed within one
 * round trip. The element is the one that the panel makes its own; nothing where another has its
 * name, which would make it theirs.
 */
export function createOpening([
  options,
  state,
  waiting,
  button,
  draw,
]: EmbedSide): WindowOpening | null {
  if (customElements.get(WINDOW)) return null
  const element = document.createElement(WINDOW)
  const { dialog, heading, form, field, close, say } = drawOpening(element)
  const launcher = (button.getRootNode() as ShadowRoot).host
  const control = new DialogController({
    host: element,
    dialog: () => dialog,
    closed: leave,
    isOnTop: () => options.layer === 'top',
  })
  let from: (Element | null)[] = []
  let written = Promise.resolve()

  for (const look of ['theme', 'position'] as const) {
    if (options[look]) element.setAttribute(look, options[look])
  }
  wear(element.style, options)
  placeWindow(element.style, options)
  control.hostConnected()

  close.onclick = leave
  form.onsubmit = (event) => event.preventDefault()
  field.addEventListener('compositionstart', () => {
    written = new Promise((end) =>
      field.addEventListener('compositionend', () => end(), { once: true }),
    )
  })
  dialog.onkeypress = dialog.onkeyup = isTyping
  dialog.oncancel = (event) => {
    event.preventDefault()
    leave()
  }
  dialog.onkeydown = (event) => {
    const isSlash = !isTyping(event) && event.key === '/' && isBare(event)
    if (event.isComposing || !(isSlash || event.key === 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (isSlash) field.focus()
    else leave()
  }

  // The host closes what has opened, too.
  hearCalls(waiting, ([path]) => {
    // What they have written goes with them, and not when the controller has come.
    if (path === '.logout') {
      leave()
      form.reset()
    }
    const closes = control.isOpen && /^.(close|toggle)/.test(path)
    if (closes) leave()
    return closes
  })
  // Some hosts put another body in place: what stood in the one before is closed.
  new ResizeObserver(() => element.isConnected || leave()).observe(dialog)

  function stand(): void {
    // The host may have said another language since somebody came near.
    say(`${state.locale}`)
    if (!element.isConnected) document.body.append(element)
  }

  function tell(isOpen: boolean): void {
    state.isOpen = isOpen
    button.ariaExpanded = `${isOpen}`
    button.style.visibility = isOpen ? 'hidden' : ''
  }

  function hide(): void {
    if (!control.isOpen) return
    const isOurs = document.activeElement === element
    const gone = control.hide()
    tell(false)
    if (isOurs) (from[1] as HTMLElement).focus({ preventScroll: true })
    void gone.then(() => element.toggleAttribute('open', control.isOpen))
  }

  /** The person goes: nothing opens that was on its way for them. */
  function leave(): void {
    const others = waiting.filter((call) => !isOpening(call))
    if (others.length < waiting.length) waiting.splice(0, waiting.length, ...others)
    draw(state.locale, null)
    hide()
  }

  return {
    element,
    get isOpen() {
      return control.isOpen
    },
    close: leave,
    fail: hide,
    whenWritten: () => written,

    end() {
      control.giveWay()
      element.remove()
    },

    prepare() {
      if (element.isConnected) return
      element.setAttribute('ready', '')
      stand()
      scaleText(element)
    },

    show(opener) {
      if (control.isOpen) return
      from = [activeElement(), opener && opener !== launcher ? opener : button]
      element.toggleAttribute('open', true)
      element.removeAttribute('ready')
      // What a dialog of the page has set aside may be where it looks for help.
      element.inert = false
      element.ariaHidden = null
      draw(state.locale, 'true')
      tell(true)
      stand()
      // Whatever changes a look stands above: from here on the browser is asked where things are.
      control.show(from)
      heading.focus({ preventScroll: true })
      scaleText(element)
    },

    giveWay() {
      const wasOpen = control.isOpen
      const isWriting = field.value || activeElement() === field
      control.giveWay()
      return { from: wasOpen ? from : undefined, field: isWriting ? field : undefined }
    },
  }
}
