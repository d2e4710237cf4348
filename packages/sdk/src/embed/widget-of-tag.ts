import { standing } from './standing.js'
import type { Waypost, WaypostState } from './waypost.js'

/** The end of the script's own address: of the current build, of one that a page keeps to, or alone. */
const ADDRESS_OF_SCRIPT = /(\/assets\/\w{12})?\/waypost([.]single)?[.]js([?#].*)?$/

const addressOf = (baseUrl: string) =>
  new URL(baseUrl || '/', document.baseURI).href.replace(/\/+$/, '')

/**
 * The widget that the script tag has put on the page for this server and site, while it stands, and
 * where it has the usual launcher: others are in nobody's way.
 */
export function widgetOfTag(baseUrl: string, site: string): Waypost | undefined {
  const { waypost } = window as { waypost?: Waypost & { lend?: unknown } }
  // A stub until it has come is none, nor is what a stranger calls so, or what we have made.
  if (typeof waypost?.lend !== 'function') return undefined
  if ([...standing().values()].some((one) => one.waypost === waypost)) return undefined
  // The first of two counts.
  const tag = [...document.scripts].find(({ src }) => ADDRESS_OF_SCRIPT.test(src))
  if (!tag || (tag.dataset.site ?? '') !== site) return undefined
  if ((tag.dataset.launcher || 'default') !== 'default') return undefined
  const server = tag.dataset.baseUrl ?? tag.src.replace(ADDRESS_OF_SCRIPT, '')
  if (addressOf(server) !== addressOf(baseUrl)) return undefined
  const { isGone } = waypost.getState() as WaypostState & { isGone?: true }
  return isGone ? undefined : waypost
}

/** Tells when the script tag of this server and site comes after all. */
export function whenTagComes(baseUrl: string, site: string, tell: () => void): () => void {
  const look = ({ target }: Event) => {
    if (target instanceof HTMLScriptElement && widgetOfTag(baseUrl, site)) tell()
  }
  document.addEventListener('load', look, true)
  return () => document.removeEventListener('load', look, true)
}
