import type { SearchWantedEventName } from '../../contract/panel.js'
import type { ControllerModule, EmbedSide, WaitingCall } from '../embed-side.js'
import { GONE } from '../standing.js'
import { isHotkey } from './is-hotkey.js'

const WANTED: SearchWantedEventName = 'waypost-search-wanted'

/** Leads to the search by the key that the host has chosen, until the widget is gone. */
export function hearHotkey(side: EmbedSide): void {
  const [{ hotkey = '' }, , waiting, button, , load] = side
  const hear = (event: KeyboardEvent) => {
    // What the page itself does with the key comes first, and so does the panel.
    if (event.defaultPrevented || event.isComposing || !isHotkey(hotkey, event)) return
    event.preventDefault()
    // A field of ours that stands in the page is nearer than the panel.
    if (!dispatchEvent(new Event(WANTED, { cancelable: true }))) return
    const call: WaitingCall = ['.open', [{ view: 'search' }]]
    waiting.push(call)
    load('start')
      .then((module) => (module as ControllerModule).connect(...side))
      // It is over then: nothing opens by itself when the code comes later.
      .catch((cause) => {
        call[3] = cause
      })
  }
  addEventListener('keydown', hear)
  const { host } = button.getRootNode() as ShadowRoot
  host.addEventListener(GONE, () => removeEventListener('keydown', hear))
}
