/** Looked at in every frame while it moves, and then as often as nobody sees a difference. */
const STILL = 30
const SELDOM = 150

/**
 * Tells where an element is, now and whenever it moves: as the page scrolls, in whichever box, as it
 * is laid out anew, and as it animates. `undefined` is told when it is gone, or hidden. Ends with the
 * signal.
 */
export function follow(
  element: Element,
  moved: (box: DOMRect | undefined) => void,
  signal: AbortSignal,
): void {
  let still = 0
  let last = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  function look(): void {
    clearTimeout(timer)
    if (signal.aborted) return
    const box = element.getBoundingClientRect()
    const now = [
      box.left,
      box.top,
      box.width,
      box.height,
      innerWidth,
      visualViewport?.height,
    ].join()
    still = now === last ? still + 1 : 0
    last = now
    if (still === 0) moved(box.width && box.height ? box : undefined)
    if (still < STILL) requestAnimationFrame(look)
    else timer = setTimeout(look, SELDOM)
  }

  addEventListener('scroll', () => still < STILL || look(), {
    capture: true,
    passive: true,
    signal,
  })
  look()
}
