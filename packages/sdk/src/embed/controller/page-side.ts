import type { Looks } from '../../contract/panel.js'
import type { EmbedSide } from '../embed-side.js'
import type { WaypostState } from '../waypost.js'

/** The end of the script's own address: of the current build, of one that a page keeps to, or alone. */
const ADDRESS_OF_SCRIPT = /(\/assets\/\w{12})?\/?(waypost([.]single)?[.]js.*)?$/

export type PageSide = ReturnType<typeof createPageSide>

/** What the script has on the page, by name, and the launcher as the controller changes it. */
export function createPageSide([options, state, waiting, button, draw, load]: EmbedSide) {
  const launcher = (button.getRootNode() as ShadowRoot).host as HTMLElement
  let opener: HTMLElement = button
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = 'false'
  const unknown: WaypostState = { ...state, identity: 'none', customerId: null, unread: 0 }

  return {
    // The script tag gives its own address for that of its server.
    options: { ...options, baseUrl: options.baseUrl.replace(ADDRESS_OF_SCRIPT, '') },
    state: Object.assign(state, unknown),
    waiting,
    load,

    /** What opened the panel last: gets the focus back. */
    get opener() {
      return opener
    },

    openedBy(element: unknown): void {
      if (element instanceof HTMLElement) opener = element === launcher ? button : element
    },

    /** Changes the state, and the launcher with it: the panel stands in its place while open. */
    draw(change: Partial<WaypostState>): void {
      Object.assign(state, change)
      if (change.locale) draw(change.locale)
      button.ariaExpanded = `${state.isOpen}`
      button.style.visibility = state.isOpen ? 'hidden' : ''
    },

    /** The launcher wears what the host gives it now, as the panel does. */
    look({ accent, font }: Looks): void {
      if (accent !== undefined) launcher.style.setProperty('--wp-accent', accent)
      if (font !== undefined) launcher.style.setProperty('--wp-font', font)
    },

    /** The page is as it was; the script's listeners find nothing more to open. */
    end(): void {
      options.launcher = 'none'
      launcher.remove()
    },

    /** The panel has come, or has not: the launcher says so where it was the one that was asked. */
    settle(hasFailed: boolean): void {
      if (button.ariaBusy) draw(state.locale, hasFailed ? 'false' : null)
    },
  }
}
