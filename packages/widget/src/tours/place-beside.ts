import type { Placement } from '@waypost/sdk/contract'

export interface Size {
  width: number
  height: number
}

export interface Box extends Size {
  left: number
  top: number
}

export type Side = 'top' | 'right' | 'bottom' | 'left'

export interface Place {
  left: number
  top: number
  /** Where it stands; nothing where there is room nowhere, and it covers some of what it speaks of. */
  side: Side | undefined
  /** Where its arrow points, from its left or its top. */
  arrow: number
}

/** From the edges of the window. */
const EDGE = 12
/** From the corner of the card to its arrow. */
const CORNER = 24

/**
 * Where a card stands beside what it speaks of: on the side that was asked for, on the opposite one
 * where there is no room, on any that has some; in line with it, and moved along as far as the window
 * needs. Where there is room nowhere it stands at the lower edge of the window, over it.
 */
export function placeBeside(
  { left, top, width, height }: Box,
  card: Size,
  view: Size,
  { placement, gap, isRtl }: { placement: Placement; gap: number; isRtl: boolean },
): Place {
  /** By side, where the card would begin. */
  const starts: Readonly<Record<Side, number>> = {
    bottom: top + height + gap,
    top: top - gap - card.height,
    right: left + width + gap,
    left: left - gap - card.width,
  }
  const hasRoom = (side: Side) =>
    starts[side] >= EDGE &&
    (side !== 'bottom' || starts.bottom + card.height <= view.height - EDGE) &&
    (side !== 'right' || starts.right + card.width <= view.width - EDGE)
  const [before, after]: [Side, Side] = isRtl ? ['right', 'left'] : ['left', 'right']
  const sides: Side[] =
    placement === 'start' || placement === 'end'
      ? [before, after, 'bottom', 'top']
      : ['bottom', 'top', after, before]
  if (placement === 'end') sides.unshift(after)
  if (placement === 'top') sides.unshift('top')
  const side = sides.find(hasRoom)
  const isUpright = side === before || side === after

  const x = isUpright ? starts[side] : alongside(left, width, card.width, view.width, isRtl)
  const y = isUpright
    ? alongside(top, height, card.height, view.height, false)
    : side
      ? starts[side]
      : Math.max(EDGE, view.height - EDGE - card.height)
  const [middle, size] = isUpright
    ? [top + height / 2 - y, card.height]
    : [left + width / 2 - x, card.width]
  return { left: x, top: y, side, arrow: between(CORNER, middle, size - CORNER) }
}

const between = (least: number, value: number, most: number) =>
  Math.round(Math.max(least, Math.min(value, most)))

/** Begins where the target begins, or ends where it ends, and stays in the window. */
function alongside(start: number, length: number, size: number, all: number, fromEnd: boolean) {
  const end = start + length - size
  const isOutside = fromEnd ? end < EDGE : start + size > all - EDGE
  return between(EDGE, fromEnd === isOutside ? start : end, all - EDGE - size)
}
