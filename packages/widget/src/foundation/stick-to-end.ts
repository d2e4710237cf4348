/** Nearer to the end than this is at the end. */
const NEAR = 32
/** What stays free above a place that is gone to. */
const MARGIN = 12

/**
 * Keeps the end of a scroller in sight while its content grows, as long as the reader was there;
 * who has scrolled back to read stays where they are.
 */
export function stickToEnd(
  scroller: HTMLElement,
  content: Element,
  moved: (atEnd: boolean) => void,
) {
  let stuck = true
  let top = 0
  const toEnd = () => {
    stuck = true
    scroller.scrollTop = scroller.scrollHeight
  }
  const scrolled = () => {
    const { scrollHeight, clientHeight, scrollTop } = scroller
    const isNear = scrollHeight - clientHeight - scrollTop < NEAR
    // What grows below the reader moves nobody: only going back lets go of the end.
    if (isNear || scrollTop < top) stuck = isNear
    top = scrollTop
    moved(stuck)
  }
  const sizes = new ResizeObserver(() => stuck && toEnd())
  sizes.observe(scroller)
  sizes.observe(content)
  scroller.addEventListener('scroll', scrolled, { passive: true })
  toEnd()
  return {
    toEnd,
    /** Lets go of the end for a place that would be out of sight from there. */
    notBelow(place: Element): void {
      const { scrollTop, scrollHeight, clientHeight } = scroller
      const top = (one: Element) => one.getBoundingClientRect().top
      const at = scrollTop + top(place) - top(scroller) - MARGIN
      if (!clientHeight || at >= scrollHeight - clientHeight) return
      stuck = false
      scroller.scrollTop = at
    },
    get atEnd(): boolean {
      return stuck
    },
    stop(): void {
      sizes.disconnect()
      scroller.removeEventListener('scroll', scrolled)
    },
  }
}
