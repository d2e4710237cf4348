import type { EmbedSide } from '../embed-side.js'
import { GONE } from '../standing.js'
import { isHiddenOn } from './is-hidden-on.js'

/** Not in every browser, and not in every TypeScript. */
type Page = typeof globalThis & { navigation?: EventTarget }

/**
 * Where the launcher stands for the options that the script leaves to us: it has drawn none for them.
 * What this gives is called again whenever the launcher may have been lost.
 */
export function createPlace(
  options: EmbedSide[0],
  button: HTMLButtonElement,
  isInline: () => boolean,
): () => void {
  const { hideOn, inside, layer, defer } = options
  const element = (button.getRootNode() as ShadowRoot).host
  const { navigation } = globalThis as Page

  function place(): void {
    const isOurs = (options.launcher || 'default') === 'default'
    // The script itself has placed one for which no option is set.
    const isPlaced = isOurs && !(hideOn || inside || layer || defer)
    if (isPlaced && !button.offsetParent) return
    if (document.readyState === 'loading') return
    const isAway = isInline() || isHiddenOn(hideOn)
    if (!isOurs || isAway) element.remove()
    else if (!element.isConnected) document.body?.append(element)
    // A body with an effect of its own would carry the launcher along when it is scrolled.
    if (element.isConnected && (layer === 'top' || button.offsetParent)) lift(button)
    if (isOurs) return
    navigation?.removeEventListener('currententrychange', place)
    removeEventListener('popstate', place)
  }

  if (hideOn) {
    element.addEventListener(GONE, place)
    if (navigation) navigation.addEventListener('currententrychange', place)
    else addEventListener('popstate', place)
  }
  return place
}

/** Above everything that the page can stack; a launcher that was lost has fallen down from there. */
function lift(button: HTMLButtonElement): void {
  if (!button.showPopover) return
  button.popover = 'manual'
  if (!button.matches(':popover-open')) button.showPopover()
}
