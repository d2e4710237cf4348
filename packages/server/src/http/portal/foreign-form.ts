import { isAllowedOrigin } from '../cors.js'
import type { Site } from '../site.js'

/**
 * Whether a form was sent from a page that is not ours. Browsers say so themselves
 * (`Sec-Fetch-Site`); older ones name the origin alone. What names neither is no browser.
 */
export function isForeignForm(site: Site, headers: Headers, isSecret = false): boolean {
  const from = headers.get('sec-fetch-site')
  if (from !== null) return !['same-origin', 'none'].includes(from)
  const origin = headers.get('origin')
  // A page that sends no referrer has no origin either; who posts there knows a secret of ours.
  if (isSecret && origin === 'null') return false
  return origin !== null && !isAllowedOrigin(site, origin)
}
