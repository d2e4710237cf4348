import { contains, isInSight, isRtl } from './composed.js'

const SIZE = 24
/** No higher than this, it is a line of text, and the mark stands behind it. */
const LINE = 40
const PRESSED = 'a, button, input, select, textarea, [role=button]'

/** Puts the mark behind a line or at the corner of a thing; hides it where that cannot be seen. */
export function placeMark(mark: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect()
  const isLine = box.height <= LINE && !anchor.matches(PRESSED)
  // A heading is as wide as its column, and its words are not.
  const words = document.createRange()
  words.selectNodeContents(anchor)
  const { left, right, top, height } = isLine ? words.getBoundingClientRect() : box
  const [end, onwards] = isRtl(anchor) ? [left, -1] : [right, 1]
  const away = isLine ? SIZE / 2 + 1 : 0
  const most = document.documentElement.clientWidth - SIZE
  const x = Math.max(0, Math.min(end + onwards * away - SIZE / 2, most))
  const y = isLine ? top + height / 2 : top
  mark.style.left = `${Math.round(x)}px`
  mark.style.top = `${Math.round(y - SIZE / 2)}px`
  mark.hidden = isCovered(anchor, end - onwards * 3, isLine ? y : top + 3)
}

/** Whether something else of the page lies over it, or it is scrolled out of its box. */
function isCovered(anchor: HTMLElement, x: number, y: number): boolean {
  let found = document.elementFromPoint(x, y)
  for (let inner = found; inner; ) {
    found = inner
    inner = found.shadowRoot?.elementFromPoint(x, y) ?? null
    if (inner === found) break
  }
  const isFree = contains(anchor, found) || contains(found, anchor)
  return !isInSight(anchor, x, y) || !(isFree || found?.closest('.layer'))
}
