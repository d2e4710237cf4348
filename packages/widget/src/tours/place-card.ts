import type { Placement } from '@waypost/sdk/contract'
import { PHONE } from '../ui/window/dialog-controller.js'
import { isRtl } from './composed.js'
import { type Box, placeBeside } from './place-beside.js'

/** Around what is lit. */
const AROUND = 7

/** Puts a card beside a box, with its arrow at it. */
export function placeCard(
  card: HTMLElement,
  box: Box,
  options: { placement: Placement; gap: number; isRtl: boolean },
): void {
  const { width, height } = card.getBoundingClientRect()
  const view = { width: document.documentElement.clientWidth, height: innerHeight }
  const place = placeBeside(box, { width, height }, view, options)
  card.style.left = `${place.left}px`
  card.style.top = `${place.top}px`
  card.style.setProperty('--arrow', `${place.arrow}px`)
  card.dataset.side = place.side ?? ''
}

/** Puts the light where the target is, and the card beside it, or at an edge of a phone's screen. */
export function light(
  spot: HTMLElement,
  card: HTMLElement,
  target: HTMLElement,
  { left, top, width, height }: Box,
  placement: Placement,
): void {
  const lit = {
    left: left - AROUND,
    top: top - AROUND,
    width: width + 2 * AROUND,
    height: height + 2 * AROUND,
  }
  for (const [side, value] of Object.entries(lit)) spot.style.setProperty(side, `${value}px`)
  const sheet = sheetHeight(card)
  if (sheet) {
    // At the lower edge, unless that is where the target is and the upper one leaves more of it.
    const below = innerHeight - lit.top - lit.height
    card.classList.toggle('high', below < sheet && lit.top > below)
  } else placeCard(card, lit, { placement, gap: 20, isRtl: isRtl(target) })
}

/** What the card covers of a phone's screen, its keyboard included; nothing elsewhere. */
export const sheetHeight = (card: HTMLElement | undefined): number =>
  card && matchMedia(PHONE).matches ? card.offsetHeight + keyboard() : 0

/** How much of the window a phone's keyboard covers. Pinched in, the page is looked at, not typed on. */
export function keyboard(): number {
  const { scale = 2, height = 0, offsetTop = 0 } = visualViewport ?? {}
  return scale < 1.01 ? Math.max(0, innerHeight - height - offsetTop) : 0
}
