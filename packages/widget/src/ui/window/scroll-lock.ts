/**
 * Holds the host's page still behind a panel over the whole screen, and keeps the room of its
 * scrollbar, so that nothing jumps. Returns what lets go again.
 */
export function lockScroll(): () => void {
  const { style } = document.documentElement
  const before = ['overflow', 'scrollbar-gutter'].map(
    (name) => [name, style.getPropertyValue(name), style.getPropertyPriority(name)] as const,
  )
  const hasBar = window.innerWidth > document.documentElement.clientWidth
  style.setProperty('overflow', 'hidden', 'important')
  if (hasBar) style.setProperty('scrollbar-gutter', 'stable', 'important')
  return () => {
    for (const [name, value, priority] of before) style.setProperty(name, value, priority)
  }
}
