/**
 * Arrow keys between a field and the links under it: Down from the field to the first, Up from the
 * first back to the field, Home and End to the ends, and a letter goes on typing in the field.
 * True when the key was used up.
 */
export function walkList(
  event: KeyboardEvent,
  field: HTMLElement,
  links: readonly HTMLElement[],
): boolean {
  const at = links.indexOf(event.target as HTMLElement)
  const inField = event.target === field
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return false

  if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
  else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus()
  else if (event.key === 'Home' && !inField) links[0]?.focus()
  else if (event.key === 'End' && !inField) links.at(-1)?.focus()
  else {
    // The letter itself then goes to the field, which has the focus by now.
    if (at >= 0 && event.key.length === 1 && event.key !== ' ') field.focus()
    return false
  }
  return links.length > 0
}
