import { type RouteName, routes, WaypostError } from '@waypost/sdk/contract'
import { type Context, Hono } from 'hono'
import { compressShared } from './compress-shared.js'
import { preflight, strayHeaders } from './cors.js'
import { createDoor, type DoorDeps } from './door.js'
import type { Endpoint, Endpoints } from './endpoint.js'
import { errorResponse } from './error-response.js'
import type { Files } from './files.js'
import { type Allowed, findAllowed } from './find-allowed.js'
import type { Portal } from './portal/portal.js'
import type { Reference } from './reference/reference.js'
import type { Schemas } from './schemas.js'
import type { Sites } from './site.js'
import type { StaticFiles } from './static-files.js'
import type { WidgetFiles } from './widget-files.js'

export interface AppDeps extends DoorDeps {
  sites: Sites
  endpoints: Endpoints
  /** Folders that are served as they are, by the first part of the path. */
  files: Readonly<Record<string, StaticFiles>>
  /** Files of tickets, by signed address. */
  attachedFiles: Files
  /** The embed script and the widget's chunks. */
  widget: WidgetFiles
  /** The help centre as pages, at `/help`. */
  portal: Portal
  /** The HTTP API as a page, at `/docs/api`. */
  reference: Reference
  /** What authors may write, at `/schemas`. */
  schemas: Schemas
  /** What stands at `/`. */
  homePage(): Response
}

/** What may have something to compress, beside the API. */
const PAGES = ['/help/*', '/docs/*', '/content/*', '/']

/** Every route of the contract behind the door; what no route takes gets a problem document. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
  const door = createDoor(deps)
  // First: they come compressed, with headers that nothing has to look at.
  deps.widget.mount(app)
  // Not for every path: whatever stands before a route costs it several times what it does itself.
  for (const path of PAGES) app.use(path, compressShared())
  app.options('*', (c) =>
    preflight(deps.sites, c.req.query('site') ?? null, c.req.header('origin')),
  )

  const allowed: Allowed = new Map()
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name]
    const pattern = path.replace(/\{(\w+)\}/g, ':$1')
    app.on(method, pattern, door(name, deps.endpoints[name] as Endpoint<RouteName>))
    allowed.set(path, [...(allowed.get(path) ?? []), method])
  }
  for (const [prefix, files] of Object.entries(deps.files)) {
    app.get(`/${prefix}/*`, ({ req }) =>
      files(req.path.slice(prefix.length + 2), req.header('range')),
    )
  }
  app.get('/files/:token', deps.attachedFiles)
  deps.portal.mount(app)
  deps.reference.mount(app)
  deps.schemas.mount(app)
  app.get('/', () => deps.homePage())
  app.notFound((c) => {
    const methods = findAllowed(allowed, c.req.path)
    if (!methods) return refuse(c, new WaypostError('not_found'))
    return refuse(c, new WaypostError('method_not_allowed'), { Allow: methods.join(', ') })
  })
  app.onError((error, c) => refuse(c, error))
  return app

  /** What stands behind no door is refused here, to pages too. */
  function refuse({ req }: Context, error: unknown, headers: Record<string, string> = {}) {
    const cors = strayHeaders(deps.sites, req.query('site') ?? null, req.header('origin'))
    return errorResponse(error, { ...cors, ...headers })
  }
}
