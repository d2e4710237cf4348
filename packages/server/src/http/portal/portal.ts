import { isWaypostError, WaypostError } from '@waypost/sdk/contract'
import type { Context, Hono } from 'hono'
import type { Logger } from '../../foundation/logger.js'
import type { RateLimits } from '../rate-limits.js'
import { errorPage } from './error-page.js'
import { isForeignForm } from './foreign-form.js'
import type { PortalAssets } from './head.js'
import { drawDocument } from './layout.js'
import type { PageView, PortalPage, Visit } from './page.js'
import { readPortalFiles } from './portal-files.js'
import { send } from './send-page.js'
import { createSignposts } from './signposts.js'
import { createVisits, type VisitsDeps } from './visits.js'

export interface PortalDeps extends VisitsDeps {
  /** Every page there is; a new one is added in `app/compose-portal.ts`. */
  pages: readonly PortalPage[]
  /** Whether there is anything to learn on the site, for others than the team. */
  canLearn(): Promise<boolean>
  /** Address of a built file of the widget. */
  widgetFile(path: string): string | undefined
  rateLimits: RateLimits
  digest(text: string): string
  log: Logger
  now(): number
}

export interface Portal {
  mount(app: Hono): void
}

/** For pages whose address is a secret. */
const SECRET = [
  ['Cache-Control', 'private, no-store'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Robots-Tag', 'noindex'],
] as const
const FOREVER = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** The help centre as pages, at `/help/<locale>`: readable and usable without any script. */
export function createPortal(deps: PortalDeps): Portal {
  const { site, paths, pages, digest } = deps
  const visits = createVisits(deps)
  const signposts = createSignposts({ site, paths, pages, visits })
  const { stylesheet, script, icon } = readPortalFiles(site)
  const assets: PortalAssets = {
    stylesheet: paths.file(stylesheet.name),
    script: paths.file(script.name),
    icon: paths.file(icon.name),
    searchElement: deps.widgetFile('waypost-search.js'),
  }

  return {
    mount(app) {
      for (const file of [stylesheet, script, icon]) {
        app.get(`/help/assets/${file.name}`, ({ req }) =>
          send({ ...file, request: req.raw, cache: 'shared', digest, headers: FOREVER }),
        )
      }
      app.get('/help', ({ req }) => signposts.toHome(req.raw))
      // Those that belong to no locale come first: `/help/sitemap.xml` is none.
      for (const page of pages.toSorted(
        (a, b) => Number(b.isGlobal ?? 0) - Number(a.isGlobal ?? 0),
      )) {
        const pattern = patternOf(page)
        app.on(page.method, pattern, (context) =>
          guarded(context, pattern, page, () => answer(context, page)),
        )
      }
      for (const pattern of new Set(pages.map(patternOf))) {
        const methods = pages.filter((page) => patternOf(page) === pattern).map(methodsOf)
        const headers = { Allow: [...new Set(methods.flat())].join(', ') }
        app.all(pattern, (context) =>
          guarded(context, pattern, undefined, async () => {
            const visit = visits.visitOf(context)
            return draw(visit, {
              ...errorPage(visit, new WaypostError('method_not_allowed')),
              headers,
            })
          }),
        )
      }
      app.all('/help/*', (context) =>
        guarded(context, '/help/*', undefined, async () => strayed(context)),
      )
    },
  }

  /** A page in the locale that its address names, or the way to the address that it should have. */
  async function answer(context: Context, page: PortalPage): Promise<Response> {
    const isStray = !page.isGlobal && visits.localeIn(context) === undefined
    if (isStray) return strayed(context)
    const { raw } = context.req
    if (page.method === 'POST' && isForeignForm(site, raw.headers, page.isSecret)) {
      throw new WaypostError('origin_not_allowed')
    }
    // What belongs to no locale is the same for everybody, whatever their browser asks for.
    const visit = page.isGlobal
      ? visits.visitIn(context, site.defaultLocale)
      : visits.visitOf(context)
    const answered = await page.answer(visit)
    if (answered instanceof Response) return answered
    if ('main' in answered) return draw(visit, answered)
    const { tag } = visit.locale
    const locale = page.isGlobal ? undefined : tag
    return send({ ...answered, request: raw, locale, cache: 'shared', digest })
  }

  function strayed(context: Context): Response {
    const way = signposts.from(context)
    if (way) return way
    throw new WaypostError('not_found')
  }

  /** Every visit is counted, written down by its pattern, and ends as a page whatever happens. */
  async function guarded(
    context: Context,
    pattern: string,
    page: PortalPage | undefined,
    work: () => Promise<Response>,
  ): Promise<Response> {
    const started = deps.now()
    const response = await attempt()
    if (page?.isSecret) for (const [name, value] of SECRET) response.headers.set(name, value)
    const ms = Math.round(deps.now() - started)
    const { method } = context.req
    deps.log.info('request', { method, route: pattern, status: response.status, ms })
    return response

    async function attempt(): Promise<Response> {
      try {
        await deps.rateLimits.take(page?.budget ?? 'getArticle', deps.clientAddress(context))
        return await work()
      } catch (error) {
        const visit = visits.visitOf(context)
        const view = (await recovered(page, visit, error)) ?? errorPage(visit, error)
        const isOurs = (view.status ?? 200) >= 500
        if (isOurs) deps.log.error('failed', { route: pattern, ...reasonOf(error) })
        return draw(visit, view)
      }
    }
  }

  async function recovered(
    page: PortalPage | undefined,
    visit: Visit,
    error: unknown,
  ): Promise<PageView | undefined> {
    if (!page?.recover || isWaypostError(error, 'origin_not_allowed')) return undefined
    try {
      // To draw it once more is a read; who has used these up as well gets the error page.
      if (isWaypostError(error, 'rate_limited')) {
        await deps.rateLimits.take('getArticle', visit.address)
      }
      return await page.recover(visit, error)
    } catch {
      return undefined
    }
  }

  async function draw(visit: Visit, view: PageView): Promise<Response> {
    const frame = { ...assets, canLearn: await deps.canLearn().catch(() => false) }
    return send({
      request: visit.request,
      type: 'text/html',
      text: drawDocument(visit, view, frame).toString(),
      status: view.status,
      locale: visit.locale.tag,
      cache: view.cache ?? 'shared',
      headers: view.headers,
      digest,
    })
  }
}

const patternOf = ({ path, isGlobal }: PortalPage): string =>
  isGlobal ? path : `/help/:locale${path}`

const methodsOf = ({ method }: PortalPage): string[] =>
  method === 'GET' ? ['GET', 'HEAD'] : [method]

/** Enough to find the fault, nothing of what was sent. */
function reasonOf(error: unknown): { reason: string; where: string } {
  if (!(error instanceof Error)) return { reason: 'not an Error', where: '' }
  return { reason: error.name, where: error.stack?.split('\n')[1]?.trim() ?? '' }
}
