import type { Site, Sites } from './site.js'

const EXPOSED = 'Content-Language, ETag, Retry-After'
const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * May a page of this origin call us for this site? Exact origins, and never with credentials. Every
 * page that was opened as a file has the origin `null`, and so has any page in a sandbox.
 */
export function isAllowedOrigin(site: Pick<Site, 'origins'>, origin: string): boolean {
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
 * The site that a page asks for before anybody has read its token: where the address names none, any
 * site that has the page's origin.
 */
function siteOfPage(
  sites: Sites,
  siteKey: string | null,
  origin: string | undefined,
): Site | undefined {
  const candidates = siteKey === null ? sites.all : sites.all.filter(({ key }) => key === siteKey)
  return candidates.find((candidate) => origin && isAllowedOrigin(candidate, origin))
}

/**
 * The headers of an answer that no route gave, so that a page of ours can read that there is nothing,
 * and takes it for no broken connection.
 */
export function strayHeaders(
  sites: Sites,
  siteKey: string | null,
  origin: string | undefined,
): Record<string, string> {
  return corsHeaders(siteOfPage(sites, siteKey, origin), origin)
}

/**
 * The answer to a preflight. It carries no token, so that an origin of any site may pass; the call
 * itself is then checked against its own.
 */
export function preflight(
  sites: Sites,
  siteKey: string | null,
  origin: string | undefined,
): Response {
  const site = siteOfPage(sites, siteKey, origin)
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(site, origin),
      ...(site && {
        'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
        'Access-Control-Allow-Headers':
          'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, Waypost-Guard',
        'Access-Control-Max-Age': '7200',
      }),
    },
  })
}
