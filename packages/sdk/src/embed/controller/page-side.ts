import type { Looks } from '../../contract/panel.js'
import type { EmbedSide, LiveModule } from '../embed-side.js'
import { GONE } from '../standing.js'
import type { WaypostState } from '../waypost.js'
import { serverOf } from './script-address.js'

export type PageSide = ReturnType<typeof createPageSide>

/** What the script has on the page, by name, and the launcher as the controller changes it. */
export function createPageSide([options, state, waiting, button, draw, load]: EmbedSide) {
  const launcher = (button.getRootNode() as ShadowRoot).host as HTMLElement
  let opener: HTMLElement = button
  let isOfNext = false
  button.ariaHasPopup = 'dialog'
  button.ariaExpanded = `${state.isOpen}`
  const { unread } = state
  const unknown = { identity: 'none', customerId: null, unread: unread ?? 0 } as const

  return {
    // The script tag gives its own address for that of its server.
    options: { ...options, baseUrl: serverOf(options.baseUrl) },
    state: Object.assign(state, unknown),
    waiting,
    load,
    button,
    /** Asked by what the script fetches for those who have a session already. */
    knowsUnread: unread !== undefined,

    /** What opened the panel last: gets the focus back. */
    get opener() {
      return opener
    },

    openedBy(element: unknown): void {
      if (element instanceof HTMLElement) opener = element === launcher ? button : element
    },

    /** Somebody waits for what they have asked for. */
    get isBusy() {
      return button.ariaBusy === 'true'
    },

    /** What stands in the panel's place until there is one. */
    get opening() {
      return button.opening
    },

    /** For the panel, which stands in its place. */
    takeOpening() {
      const { opening } = button
      button.opening = null
      return opening
    },

    /** Whoever has opened it came after the one who leaves. */
    keepOpening(isKept: boolean): void {
      isOfNext = isKept
    },

    /** What somebody has begun to write before there is a panel goes with them. */
    forgetOpening(): void {
      const { opening } = button
      if (!opening || isOfNext) return
      opening.close()
      opening.end()
      button.opening = undefined
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
      if (accent !== undefined) {
        const colour = accent || 'var(--wp-accent, #0b7a75)'
        const part = 'calc((.18 - y) * 1e4)'
        button.style.background = colour
        button.style.color = `color(from ${colour} xyz ${part} ${part} ${part})`
      }
      if (font !== undefined) button.style.fontFamily = font || 'var(--wp-font, system-ui)'
    },

    /** On the launcher; what draws it comes when there is something to draw. */
    showUnread(count: number): void {
      if (count === 0 && button.dataset.unread === undefined) return
      load('live').then(
        (module) =>
          (module as LiveModule).showUnread(button, state.unread ?? 0, options.titleBadge),
        () => {},
      )
    },

    /** The page is as it was; the script's listeners find nothing more to open. */
    end(): void {
      options.launcher = 'none'
      button.opening?.end()
      launcher.remove()
      launcher.dispatchEvent(new Event(GONE))
      // Asked by `createWaypost()`, which may stand in this one's place then.
      Object.assign(state, { isGone: true })
    },

    /** The panel has come, or has not: the launcher says so where it was the one that was asked. */
    settle(hasFailed: boolean): void {
      if (button.ariaBusy) draw(state.locale, hasFailed ? 'false' : null)
    },
  }
}
