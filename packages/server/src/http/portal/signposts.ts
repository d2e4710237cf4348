import type { Context } from 'hono'
import type { Site } from '../site.js'
import { nearOrNone } from './locales.js'
import type { PortalPage } from './page.js'
import type { PortalPaths } from './portal-paths.js'
import { redirect } from './send-page.js'
import type { Visits } from './visits.js'

export interface SignpostsDeps {
  site: Site
  paths: PortalPaths
  pages: readonly PortalPage[]
  visits: Visits
}

const VARY = { Vary: 'Accept-Language' }
/** What can be a locale in an address: by its form alone, `contact` could be a language, too. */
const TAG = /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}$/i

/** Shows readers the way who came by an address that is not quite one of ours. */
export function createSignposts({ site, paths, pages, visits }: SignpostsDeps) {
  const places = new Set(
    pages
      .filter(({ isGlobal }) => !isGlobal)
      .map(({ path }) => path.split('/')[1] ?? '')
      .filter(Boolean),
  )

  return {
    /** To the help in the reader's language. */
    toHome(request: Request): Response {
      const { search } = new URL(request.url)
      return redirect(paths.home(visits.negotiated(request)) + search, 'for-now', VARY)
    },

    /**
     * The way on from where no page stands: a slash too many, a place without its locale
     * (`/help/contact`), a locale in another spelling or one that we do not have, an address whose
     * end was cut off (`/help/en/articles`).
     */
    from(context: Context): Response | undefined {
      if (!['GET', 'HEAD'].includes(context.req.method)) return undefined
      const { pathname, search } = new URL(context.req.url)
      const path = pathname.replace(/\/{2,}/g, '/')
      if (path.endsWith('/')) {
        // No cache keeps the address of a request: it opens it.
        const kind = path.includes('/requests/') ? 'for-now' : 'permanent'
        return redirect(paths.own(path.replace(/\/+$/, '')) + search, kind)
      }
      const [, , first = '', ...rest] = path.split('/')
      if (places.has(first)) {
        const home = paths.home(visits.negotiated(context.req.raw))
        return redirect([home, first, ...rest].join('/') + search, 'for-now', VARY)
      }
      const own = visits.localeIn(context)
      if (own !== undefined) {
        const isCut = rest.length === 1 && places.has(rest[0] ?? '')
        return isCut ? redirect(paths.home(own), 'for-now') : undefined
      }
      const near = localeNear(first)
      return near ? redirect([paths.home(near), ...rest].join('/') + search, 'for-now') : undefined
    },
  }

  function localeNear(tag: string): string | undefined {
    if (!TAG.test(tag)) return undefined
    try {
      return nearOrNone(tag.replaceAll('_', '-'), visits.tags()) ?? site.defaultLocale
    } catch {
      return undefined
    }
  }
}
