import { activeElement } from '../foundation/active-element.js'
import { isBare } from '../foundation/is-typing.js'
import { contains, tabbables } from './composed.js'
import { openModal } from './stand-on-page.js'

export interface KeysOf {
  layer: HTMLElement
  card(): HTMLElement | undefined
  target(): HTMLElement | undefined
  leave(): void
  /** One step on, or back. */
  turn(by: 1 | -1): void
  signal: AbortSignal
}

/**
 * The keys of a tour. Tab goes from the card to what it speaks of and back; Escape leaves, unless
 * something of the page is above or wants it; the arrows turn the page where nothing else has a use
 * for them, until the signal.
 */
export function hearKeys({ layer, card, target, leave, turn, signal }: KeysOf): void {
  function pressed(event: KeyboardEvent): void {
    // Who has done something with the key has done so before: we stand at the very end of its way.
    if (event.defaultPrevented || event.isComposing || !isBare(event)) return
    const act = deedOf(event.key, event.shiftKey)
    if (!act) return
    event.preventDefault()
    // What the host closes by Escape stays open: the card was the top layer.
    event.stopPropagation()
    act()
  }

  function deedOf(key: string, isShifted: boolean): (() => void) | undefined {
    const active = activeElement()
    if (key === 'Tab') return passOn(active, isShifted)
    const isOurs = contains(card(), active)
    const isTheirs = contains(target(), active)
    const isNowhere = !active || active === document.body
    if (key === 'Escape')
      return isOurs || isTheirs || (isNowhere && !openModal()) ? leave : undefined
    // What has a role of its own may go by arrows itself.
    const isPlain = isTheirs && active?.matches(':is(a, button):not([role])')
    if (isShifted || !/^Arrow(Left|Right)$/.test(key) || !(isOurs || isNowhere || isPlain)) return
    const isOnwards = (key === 'ArrowRight') === (card()?.dir !== 'rtl')
    return () => turn(isOnwards ? 1 : -1)
  }

  /** At the end of the one, to the beginning of the other. */
  function passOn(active: HTMLElement | null, back: boolean): (() => void) | undefined {
    const ours = tabbables(card())
    const all: (HTMLElement | null)[] = [...ours, ...tabbables(target())]
    const index = all.indexOf(active)
    const next = all.at((index + (back ? -1 : 1)) % all.length)
    const isPassed = index >= 0 && contains(card(), active) !== contains(card(), next)
    return isPassed ? () => next?.focus() : undefined
  }

  // Of the card alone on a page that stops every key at its document.
  for (const place of [layer, window]) {
    place.addEventListener('keydown', pressed as EventListener, { signal })
  }
}
