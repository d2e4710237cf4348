/**
 * Whether a key was typed into a field of ours. The page sees our element and no field: what is typed
 * would be one of its shortcuts, so it hears nothing of that.
 */
export function isTyping(event: KeyboardEvent): boolean {
  const typing = (event.composedPath()[0] as HTMLElement).matches('input, textarea, select')
  if (typing && isBare(event)) event.stopPropagation()
  return typing
}

/** Pressed by itself, as a shortcut of one key is. */
export const isBare = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !(ctrlKey || metaKey || altKey)
