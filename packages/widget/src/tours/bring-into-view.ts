/** Only if something of it is out of sight, and not at a jump, unless somebody wants no motion. */
export function bringIntoView(element: HTMLElement): void {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect()
    if (!entry || entry.intersectionRatio > 0.99) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const isLarge = entry.boundingClientRect.height > innerHeight / 2
    element.scrollIntoView({
      block: isLarge ? 'start' : 'center',
      inline: 'nearest',
      behavior: isStill ? 'auto' : 'smooth',
    })
  })
  observer.observe(element)
}
