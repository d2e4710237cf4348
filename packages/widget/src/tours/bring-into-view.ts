import { isInSight } from './composed.js'

/**
 * Only if something of it is out of sight, and not at a jump, unless somebody wants no motion.
 * `covered`: pixels at the lower edge of the window where it could not be seen.
 */
export function bringIntoView(element: HTMLElement, covered = 0): void {
  const { left, top, right, bottom, height } = element.getBoundingClientRect()
  if (isInSight(element, left, top) && isInSight(element, right, bottom + covered)) return
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { style } = element
  const before = element.getAttribute('style')
  // For as long as the browser needs to find out where to go.
  style.scrollMarginBottom = `${covered}px`
  element.scrollIntoView({
    block: height > (innerHeight - covered) / 2 ? 'start' : 'center',
    inline: 'nearest',
    behavior: isStill ? 'auto' : 'smooth',
  })
  if (before === null) element.removeAttribute('style')
  else style.cssText = before
}
