import type { Placement, TourOptions } from '@waypost/sdk/contract'
import { activeElement } from '../foundation/active-element.js'
import { make } from '../foundation/make.js'
import { bringIntoView } from './bring-into-view.js'
import { contains, isInSight } from './composed.js'
import { type CardOf, drawCard } from './draw-card.js'
import { follow } from './follow.js'
import { hearKeys } from './hear-keys.js'
import { keyboard, light, sheetHeight } from './place-card.js'
import { homeOf, standOnPage } from './stand-on-page.js'
import { tourStyles } from './tour.styles.js'

export interface StageDeps {
  leave(): void
  /** One step on, or back. */
  turn(by: 1 | -1): void
  /** What was lit is gone from the page, or hidden. */
  lost(): void
  /** What is lit was pressed. */
  pressed(): void
}

export interface Scene extends CardOf {
  target: HTMLElement | undefined
  placement: Placement
  /** Stands free, and the page stands back. */
  isFree: boolean
  /** Told, and the focus left where it is: somebody waits, or writes on the page meanwhile. */
  isQuiet: boolean
}

/** What is seen of a tour: one thing lit, the card that speaks of it, and the keys of both. */
export function createStage(options: TourOptions, { leave, turn, lost, pressed }: StageDeps) {
  const page = standOnPage('waypost-tour', tourStyles, options)
  const spot = make('div', { className: 'spot', hidden: true })
  const said = make('div', { className: 'sr', role: 'status' })
  const from = activeElement()
  const over = new AbortController()
  const { signal } = over
  let card: HTMLElement | undefined
  let heading: HTMLElement | undefined
  let target: HTMLElement | undefined
  let placement: Placement = 'auto'
  let removed = 0
  let following = new AbortController()

  page.layer.append(spot, said)
  hearKeys({ layer: page.layer, card: () => card, target: () => target, leave, turn, signal })
  // A dialog of the page has opened or closed: what keeps all focus has ours, too. Or our own panel has.
  addEventListener('focusin', settle, { signal })
  // The panel is above the page until it has gone, and the focus may have gone before, or stay.
  const openings = new MutationObserver(settle)
  openings.observe(document, { attributeFilter: ['open'], subtree: true })
  new ResizeObserver(look).observe(page.layer)

  const hasFocus = () => contains(card, activeElement())

  function settle(): void {
    if (!card) return
    const isHome = page.element.parentNode === homeOf(target)
    const hadFocus = hasFocus()
    page.stand(target)
    if (isHome) return
    place()
    if (hadFocus) heading?.focus({ preventScroll: true })
  }

  /** Some hosts put another body in place; where one removes what it does not know, nobody can stay. */
  function look(): void {
    if (signal.aborted || !card || page.element.isConnected) return
    removed += 1
    requestAnimationFrame(look)
    if (removed < 5) settle()
    else leave()
    heading?.focus({ preventScroll: true })
  }

  function place(box = target?.getBoundingClientRect()): void {
    if (!card) return
    card.style.cssText = `--keys:${keyboard()}px`
    card.removeAttribute('data-side')
    const isFree = card.classList.contains('free')
    const isOut =
      !target ||
      !box ||
      !isInSight(target, box.left + box.width / 2, box.top + box.height / 2) ||
      // Below a dialog of the page nothing can be reached: it is not lit over it either.
      !contains(homeOf(target), target)
    card.classList.toggle('waits', isOut && !isFree)
    spot.style.cssText = ''
    spot.classList.toggle('bare', isFree)
    spot.hidden = isOut && !isFree
    if (!isOut) light(spot, card, target as HTMLElement, box as DOMRect, placement)
  }

  /** Nothing is lit any more; the card stays. */
  function release(): void {
    following.abort()
    target = undefined
    spot.hidden = true
  }

  return {
    signal,
    layer: page.layer,
    wear: page.wear,
    release,

    draw(scene: Scene): void {
      const hadFocus = hasFocus()
      target = scene.target
      placement = scene.placement
      page.stand(target)
      const drawn = drawCard(scene)
      drawn.card.classList.toggle('free', scene.isFree)
      if (card) card.replaceWith(drawn.card)
      else page.layer.append(drawn.card)
      ;({ card, heading } = drawn)
      place()
      page.surface(card)
      requestAnimationFrame(look)
      if (hadFocus || !scene.isQuiet) heading.focus({ preventScroll: true })
      else said.textContent = `${scene.count}: ${scene.title}`
    },

    /** Brings it into sight, and keeps the light on it. */
    follow(found: HTMLElement): void {
      release()
      target = found
      settle()
      following = new AbortController()
      follow(found, (box) => (box ? place(box) : lost()), following.signal)
      if (card) page.surface(card)
      // First of all: the page may go elsewhere at once.
      found.addEventListener('click', pressed, { capture: true, signal: following.signal })
      bringIntoView(found, sheetHeight(card))
    },

    leave(): void {
      const hadFocus = hasFocus()
      release()
      over.abort()
      openings.disconnect()
      page.element.remove()
      if (hadFocus && from?.isConnected) from.focus({ preventScroll: true })
    },
  }
}
