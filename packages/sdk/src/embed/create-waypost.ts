import type { WidgetOptions } from '../contract/widget-options.js'
import { createCalls } from './calls.js'
import { standWaypost } from './stand-waypost.js'
import { STANDS, standing } from './standing.js'
import type { Waypost } from './waypost.js'
import { whenTagComes, widgetOfTag } from './widget-of-tag.js'

const BOTH = '[waypost] createWaypost() was called for the site of the script tag'

/**
 * Puts the widget of a site on the page, the same as the script tag does. Creating it again gives
 * the one that stands, be it the script tag's; after `destroy()` a new one. On a server it is there
 * and does nothing.
 */
export function createWaypost(options: WidgetOptions = {}): Waypost {
  if (typeof document === 'undefined') return createAbsentWaypost()
  const baseUrl = (options.baseUrl ?? '').replace(/\/+$/, '')
  const { site = '' } = options
  // A second widget for the same site would stand on top of the first.
  const key = `${baseUrl} ${site}`
  const before = standing().get(key)
  if (before) {
    before.isAgain = true
    console.warn('[waypost] createWaypost() was called again for the same site')
    return before.waypost
  }
  const isUsual = (options.launcher || 'default') === 'default'
  const ofTag = isUsual && widgetOfTag(baseUrl, site)
  if (ofTag) {
    console.warn(BOTH)
    return ofTag
  }
  const waypost = standWaypost({ ...options, baseUrl }, 'latest')
  const { destroy } = waypost
  const leave = whenTagComes(baseUrl, site, () => {
    leave()
    if (!isUsual) return
    // Whoever holds this one goes on with it; of two launchers one is enough.
    console.warn(BOTH)
    waypost.hide()
  })
  waypost.destroy = () => {
    leave()
    standing().delete(key)
    destroy()
  }
  standing().set(key, { baseUrl, site, waypost })
  dispatchEvent(new Event(STANDS))
  return waypost
}

/** Where there is no page: every call is taken, and what would need one never comes to pass. */
function createAbsentWaypost(): Waypost {
  const nothing = () => {}
  return createCalls(() => new Promise(nothing), {
    on: () => nothing,
    once: () => nothing,
    before: () => nothing,
    getState: () => ({ isOpen: false, locale: 'en' }),
  }) as Waypost
}
