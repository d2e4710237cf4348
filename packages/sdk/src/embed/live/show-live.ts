import type { ControllerModule, EmbedSide } from '../embed-side.js'
import { askLive } from './ask-live.js'
import { createPlace } from './place-launcher.js'
import { isIdle, isLoaded } from './when-idle.js'

export { findInside } from './find-inside.js'
export { showUnread } from './show-unread.js'

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
    place = createPlace(options, button)
    places.set(button, place)
    void begin(side)
  }
  place()
}

async function begin(side: EmbedSide): Promise<void> {
  const [options, , waiting] = side
  const { defer, inside, launcher, mode } = options
  const isInline = Boolean(inside) && mode === 'inline'
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
