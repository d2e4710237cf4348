/**
 * Tells an element how much of the screen is to be seen, as `--view-block` and `--view-top`: over a
 * phone's keyboard and no further. Returns what stops it.
 */
export function followViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport
  if (!viewport) return () => {}
  const follow = () => {
    // Pinched in, the page is looked at and not typed on: the panel stays as it is.
    if (viewport.scale > 1.01) return
    element.style.setProperty('--view-block', `${viewport.height}px`)
    element.style.setProperty('--view-top', `${viewport.offsetTop}px`)
  }
  follow()
  viewport.addEventListener('resize', follow)
  viewport.addEventListener('scroll', follow)
  return () => {
    viewport.removeEventListener('resize', follow)
    viewport.removeEventListener('scroll', follow)
  }
}
