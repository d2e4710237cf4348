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
  const x = alongside(left, width, card.width, view.width, isRtl)
  const y = alongside(top, height, card.height, view.height, false)
  /** By side, where the card would begin. */
  const places: Readonly<Record<Side, readonly [left: number, top: number]>> = {
    bottom: [x, top + height + gap],
    top: [x, top - gap - card.height],
    right: [left + width + gap, y],
    left: [left - gap - card.width, y],
  }
  const hasRoom = (side: Side) => {
    const [x, y] = places[side]
    const isFar = x + card.width > view.width - EDGE || y + card.height > view.height - EDGE
    return x >= EDGE && y >= EDGE && !isFar
  }
  const [start, end]: [Side, Side] = isRtl ? ['right', 'left'] : ['left', 'right']
  const asked = { auto: 'bottom', start, end, top: 'top', bottom: 'bottom' } as const
  const first = asked[placement]
  const isUpright = first === start || first === end
  const others: Side[] = isUpright ? [end, start, 'bottom', 'top'] : ['bottom', 'top', end, start]
  const side = [first, ...others].find(hasRoom)

  const low = Math.max(EDGE, view.height - EDGE - card.height)
  const [atLeft, atTop] = side ? places[side] : [x, low]
  const isBeside = side === start || side === end
  const middle = isBeside ? top + height / 2 - atTop : left + width / 2 - atLeft
  const size = isBeside ? card.height : card.width
  return { left: atLeft, top: atTop, side, arrow: between(CORNER, middle, size - CORNER) }
}

const between = (least: number, value: number, most: number) =>
  Math.round(Math.max(least, Math.min(value, most)))

/** Begins where the target begins, or ends where it ends, and stays in the window. */
function alongside(start: number, length: number, size: number, all: number, fromEnd: boolean) {
  const end = start + length - size
  const isOutside = fromEnd ? end < EDGE : start + size > all - EDGE
  return between(EDGE, fromEnd === isOutside ? start : end, all - EDGE - size)
}
