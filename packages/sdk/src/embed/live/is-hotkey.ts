const MAC = /Mac|iP/

/**
 * Whether this is the key of `hotkey`, as `mod+k` or `mod+shift+f`: ⌘ is `mod` on a Mac, Ctrl elsewhere.
 * Without `mod` it is none: a letter is somebody's text, or a shortcut of the page.
 */
export function isHotkey(
  hotkey: unknown,
  { key, code, metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent,
  platform: string = navigator.platform,
): boolean {
  const parts = `${hotkey}`.toLowerCase().split('+')
  const letter = parts.at(-1) ?? ''
  const [mod, other] = MAC.test(platform) ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  // On a keyboard without Latin letters it is the key in that place.
  const pressed = key > '~' ? code.replace('Key', '') : key
  return (
    parts.includes('mod') &&
    mod &&
    !other &&
    shiftKey === parts.includes('shift') &&
    altKey === parts.includes('alt') &&
    pressed.toLowerCase() === letter
  )
}
