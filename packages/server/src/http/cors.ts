import type { Site, Sites } from './site.js'

const EXPOSED = 'Content-Language, ETag, Retry-After'
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * May a page of this origin call us for this site? Exact origins, and never with credentials. Every
 * page that was opened as a file has the origin `null`, and so has any page in a sandbox.
 */
export function isAllowedOrigin(site: Site, origin: string): boolean {
  if (origin === 'null') return site.origins.includes('file')
  if (site.origins.includes(origin)) return true
  return site.origins.includes('loopback') && LOOPBACK.test(origin)
}

/** The headers by which a browser lets the page read our answer. */
export function corsHeaders(
  site: Site | undefined,
  origin: string | undefined,
): Record<string, string> {
  if (origin === undefined || site === undefined || !isAllowedOrigin(site, origin)) {
    return { Vary: 'Origin' }
  }
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': EXPOSED,
  }
}

/**
 * The answer to a preflight. A preflight carries no token, so where the address names no site, an
 * origin of any site passes; the call itself is then checked against its own.
 */
export function preflight(
  sites: Sites,
  siteKey: string | null,
  origin: string | undefined,
): Response {
  const candidates = siteKey === null ? sites.all : sites.all.filter(({ key }) => key === siteKey)
  const site = candidates.find((candidate) => origin && isAllowedOrigin(candidate, origin))
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(site, origin),
      ...(site && {
        'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, If-Match',
        'Access-Control-Max-Age': '7200',
      }),
    },
  })
}
