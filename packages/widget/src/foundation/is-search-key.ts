import { isBare } from './is-typing.js'

const MAC = /Mac|iP/

/** Whether a key leads to the search: `/` where nobody types, ⌘ or Ctrl with K anywhere. */
export function isSearchKey(event: KeyboardEvent, typing: boolean): boolean {
  const { key, code, metaKey, ctrlKey, altKey, shiftKey } = event
  if (isBare(event)) return key === '/' && !typing
  const mod = MAC.test(navigator.platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey
  // On a keyboard without Latin letters it is the key in that place.
  return mod && !altKey && !shiftKey && (key > '~' ? code === 'KeyK' : /^k$/i.test(key))
}
