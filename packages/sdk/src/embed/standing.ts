import type { Waypost } from './waypost.js'

export interface Standing {
  baseUrl: string
  site: string
  waypost: Waypost
  /** Created once more: two parts of the page do not know of each other. */
  isAgain?: true
}

/** Said to the window when another one stands. */
export const STANDS = 'waypost-stands'

/** Said to the launcher's element when its widget is taken off the page. */
export const GONE = 'waypost-gone'

const LIST = Symbol.for('waypost.standing')
type Page = typeof globalThis & { [LIST]?: Map<string, Standing> }

/**
 * The widgets that `createWaypost()` has put on this page, by server and site. One list for all
 * copies of us: a bundle of the host may hold one, our elements another.
 */
export function standing(): Map<string, Standing> {
  return ((globalThis as Page)[LIST] ??= new Map())
}
