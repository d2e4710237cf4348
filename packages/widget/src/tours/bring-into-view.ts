import { isInSight } from './composed.js'

/** Only if something of it is out of sight, and not at a jump, unless somebody wants no motion. */
export function bringIntoView(element: HTMLElement): void {
  const { left, top, right, bottom, height } = element.getBoundingClientRect()
  if (isInSight(element, left, top) && isInSight(element, right, bottom)) return
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({
    block: height > innerHeight / 2 ? 'start' : 'center',
    inline: 'nearest',
    behavior: isStill ? 'auto' : 'smooth',
  })
}
