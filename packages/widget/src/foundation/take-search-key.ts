import type { SearchWantedEventName } from '@waypost/sdk/contract'
import type { LitElement } from 'lit'

/**
 * Takes the key by which the host opens the search: the first field of the page that is in view gets
 * it, and where none does the panel opens. `goTo` gives the element where the field is to be, or
 * nothing where it has none.
 */
export function takeSearchKey(host: LitElement, goTo: () => Element | null | undefined): void {
  const wanted: SearchWantedEventName = 'waypost-search-wanted'
  const hear = (event: Event) => {
    if (!event.defaultPrevented && canBeReached(host) && goTo()) event.preventDefault()
  }
  host.addController({
    hostConnected: () => addEventListener(wanted, hear),
    hostDisconnected: () => removeEventListener(wanted, hear),
  })
}

/** On the screen, and not behind a dialog that keeps people to itself. */
function canBeReached(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  const modal = document.querySelector(':modal')
  const isFree = !element.closest('[inert]') && (!modal || modal.contains(element))
  return isFree && element.checkVisibility() && bottom > 0 && top < innerHeight
}
