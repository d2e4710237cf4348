import type { ControllerModule, EmbedSide } from '../embed-side.js'
import { askLive } from './ask-live.js'
import { findInside, watchInside } from './find-inside.js'
import { hearHotkey } from './hear-hotkey.js'
import { createPlace } from './place-launcher.js'
import { isIdle, isLoaded } from './when-idle.js'

export { showUnread } from './show-unread.js'
export { findInside }

/** What is at work for a launcher that the script has handed over. */
const places = new WeakMap<HTMLElement, () => void>()

/**
 * What the script fetches where a visitor may have replies to read, or where the host uses an option
 * that few hosts use. It calls this whenever the page has come further or the launcher was lost.
 */
export function connect(...side: EmbedSide): void {
  const [options, , , button] = side
  let place = places.get(button)
  if (!place) {
    let isInline = Boolean(options.inside) && options.mode === 'inline'
    place = createPlace(options, button, () => isInline)
    places.set(button, place)
    const element = (button.getRootNode() as ShadowRoot).host
    if (options.hotkey) hearHotkey(side)
    void begin(side, isInline)
    // On a page without that element the panel floats, and somebody must be able to open it.
    if (isInline) {
      let isFirst = true
      void watchInside(options.inside as string, element, (found) => {
        isInline = Boolean(found)
        places.get(button)?.()
        if (!isFirst) getReady(side, isInline)
        isFirst = false
      })
    }
  }
  place()
}

async function begin(side: EmbedSide, isInline: boolean): Promise<void> {
  const [options, , waiting] = side
  const { defer, launcher } = options
  /** Who takes the widget off the page says so to the script alone. */
  const isGone = () =>
    options.launcher !== launcher || waiting.some(([path]) => path === '.destroy')

  if (isInline || defer === 'immediate') getReady(side, isInline)
  await isLoaded()
  await isIdle()
  if (isGone()) return
  if (defer === 'idle' && !isInline) getReady(side)
  await askLive(side)
}

/** The panel comes before anybody does; one that stands in the page shows itself. */
function getReady([options, state, waiting, button, draw, load]: EmbedSide, isInline = false) {
  load(isInline ? 'inline' : 'panel').catch(() => {})
  waiting.push(['.prepare', []])
  load('controller').then(
    (module) => (module as ControllerModule).connect(options, state, waiting, button, draw, load),
    () => {},
  )
}
