import { type RouteName, WaypostError } from '@waypost/sdk/contract'
import type { Context, Hono } from 'hono'
import type { Logger } from '../../foundation/logger.js'
import { createTranslator } from '../../messages/translator.js'
import type { RateLimits } from '../rate-limits.js'
import type { Site } from '../site.js'
import { errorPage } from './error-page.js'
import { isForeignForm } from './foreign-form.js'
import type { PortalAssets } from './head.js'
import { drawDocument } from './layout.js'
import { describeLocale, nearOrNone, negotiateLocale, type PortalLocale } from './locales.js'
import type { PageView, PortalPage, Visit } from './page.js'
import { readPortalFiles } from './portal-files.js'
import type { PortalPaths } from './portal-paths.js'
import { redirect, send } from './send-page.js'

export interface PortalDeps {
  site: Site
  paths: PortalPaths
  /** Every page there is; a new one is added in `app/compose-portal.ts`. */
  pages: readonly PortalPage[]
  /** Answers that belong to no locale, by path: sitemap, robots. */
  files: Readonly<Record<string, () => Promise<{ type: string; text: string }>>>
  /** Locales that hold articles. */
  contentLocales(): readonly string[]
  /** Address of a built file of the widget. */
  widgetFile(path: string): string | undefined
  rateLimits: RateLimits
  clientAddress(context: Context): string
  digest(text: string): string
  log: Logger
  now(): number
}

export interface Portal {
  mount(app: Hono): void
}

const FOREVER = 'public, max-age=31536000, immutable'

/** The help centre as pages, at `/help/<locale>`: readable and usable without any script. */
export function createPortal(deps: PortalDeps): Portal {
  const { site, paths, pages, files, digest } = deps
  const { stylesheet, script } = readPortalFiles(site)
  const assets: PortalAssets = {
    stylesheet: paths.file(stylesheet.name),
    script: paths.file(script.name),
    searchElement: deps.widgetFile('waypost-search.js'),
  }

  return {
    mount(app) {
      for (const file of [stylesheet, script]) {
        app.get(`/help/assets/${file.name}`, ({ req }) =>
          send({
            ...file,
            request: req.raw,
            cache: 'shared',
            digest,
            headers: { 'Cache-Control': FOREVER },
          }),
        )
      }
      for (const [path, make] of Object.entries(files)) {
        app.get(path, (context) =>
          guarded(context, path, 'getArticle', async () => {
            const { type, text } = await make()
            return send({ request: context.req.raw, type, text, cache: 'shared', digest })
          }),
        )
      }
      app.get('/help', ({ req }) => toHome(req.raw))
      for (const page of pages) {
        const pattern = `/help/:locale${page.path}`
        app.on(page.method, pattern, (context) =>
          guarded(context, pattern, page.budget ?? 'getArticle', () => answer(context, page)),
        )
      }
      for (const path of new Set(pages.map((page) => page.path))) {
        const allowed = pages.filter((page) => page.path === path).map(({ method }) => method)
        app.all(`/help/:locale${path}`, (context) => {
          const error = new WaypostError('method_not_allowed')
          const headers = { Allow: [...new Set(allowed)].join(', ').replace('GET', 'GET, HEAD') }
          return draw(visitOf(context), { ...errorPage(visitOf(context), error), headers })
        })
      }
      app.all('/help/*', (context) => strayed(context))
    },
  }

  /** A page in the locale that its address names, or the way to the address that it should have. */
  async function answer(context: Context, page: PortalPage): Promise<Response> {
    const { req } = context
    const asked = req.param('locale') ?? ''
    const locale = locales().find(({ tag }) => tag === asked)
    if (!locale) return strayed(context)
    if (page.method === 'POST' && isForeignForm(site, req.raw.headers)) {
      throw new WaypostError('origin_not_allowed')
    }
    const visit = visitOf(context, locale)
    const answered = await page.answer(visit)
    return answered instanceof Response ? answered : draw(visit, answered)
  }

  /** Every visit is counted, written down by its pattern, and ends as a page whatever happens. */
  async function guarded(
    context: Context,
    pattern: string,
    budget: RouteName,
    work: () => Promise<Response>,
  ): Promise<Response> {
    const started = deps.now()
    const response = await attempt()
    const ms = Math.round(deps.now() - started)
    const { method } = context.req
    deps.log.info('request', { method, route: pattern, status: response.status, ms })
    return response

    async function attempt(): Promise<Response> {
      try {
        await deps.rateLimits.take(budget, deps.clientAddress(context))
        return await work()
      } catch (error) {
        const visit = visitOf(context)
        const page = errorPage(visit, error)
        if ((page.status ?? 500) >= 500)
          deps.log.error('failed', { route: pattern, ...reasonOf(error) })
        return draw(visit, page)
      }
    }
  }

  /**
   * Where no page stands: a slash too many, an address without its locale (`/help/contact`), a
   * locale in another spelling or one that we do not have. What is left is not found.
   */
  function strayed(context: Context): Response {
    const { pathname, search } = new URL(context.req.url)
    const path = pathname.replace(/\/{2,}/g, '/')
    const isRead = ['GET', 'HEAD'].includes(context.req.method)
    if (isRead && path !== '/' && path.endsWith('/')) {
      return redirect(paths.own(path.replace(/\/+$/, '')) + search, 'permanent')
    }
    const [, , first = '', ...rest] = path.split('/')
    if (isRead && pages.some((page) => page.path.split('/')[1] === first && first !== '')) {
      const tag = negotiated(context.req.raw)
      return redirect(`${paths.home(tag)}/${[first, ...rest].join('/')}${search}`, 'for-now', VARY)
    }
    const near = isRead && TAG.test(first) && !isOurs(first) ? nearest(first) : undefined
    if (near) return redirect([paths.home(near), ...rest].join('/') + search, 'for-now')
    const visit = visitOf(context)
    return draw(visit, errorPage(visit, new WaypostError('not_found')))
  }

  function nearest(first: string): string | undefined {
    try {
      return nearOrNone(first, tags()) ?? site.defaultLocale
    } catch {
      return undefined
    }
  }

  function toHome(request: Request): Response {
    return redirect(paths.home(negotiated(request)) + new URL(request.url).search, 'for-now', VARY)
  }

  function negotiated(request: Request): string {
    const accepted = request.headers.get('accept-language') ?? ''
    return negotiateLocale(accepted, tags(), site.defaultLocale)
  }

  function visitOf(context: Context, found?: PortalLocale): Visit {
    const { req } = context
    const all = locales()
    const [, , first = ''] = req.path.split('/')
    const tag = isOurs(first) ? first : negotiated(req.raw)
    const locale = found ?? all.find((one) => one.tag === tag) ?? describeLocale(site.defaultLocale)
    return {
      request: req.raw,
      params: req.param() as Record<string, string>,
      query: new URL(req.url).searchParams,
      address: deps.clientAddress(context),
      actor: { kind: 'none', site: site.key },
      site,
      locale,
      locales: all,
      words: createTranslator(locale.tag),
      paths,
      canAsk: site.mode !== 'docs-only',
    }
  }

  function draw(visit: Visit, view: PageView): Response {
    return send({
      request: visit.request,
      type: 'text/html',
      text: drawDocument(visit, view, assets).toString(),
      status: view.status,
      locale: visit.locale.tag,
      cache: view.cache ?? 'shared',
      headers: view.headers,
      digest,
    })
  }

  function tags(): readonly string[] {
    return [...new Set([site.defaultLocale, ...deps.contentLocales()])]
  }

  function locales(): readonly PortalLocale[] {
    return tags().map(describeLocale)
  }

  function isOurs(tag: string): boolean {
    return tags().includes(tag)
  }
}

const VARY = { Vary: 'Accept-Language' }
/** What can be a locale in an address: `contact` could be a language by its form, too. */
const TAG = /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}$/i

/** Enough to find the fault, nothing of what was sent. */
function reasonOf(error: unknown): { reason: string; where: string } {
  if (!(error instanceof Error)) return { reason: 'not an Error', where: '' }
  return { reason: error.name, where: error.stack?.split('\n')[1]?.trim() ?? '' }
}
