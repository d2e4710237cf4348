import { WaypostError } from '@waypost/sdk/contract'
import type { Context, Hono } from 'hono'
import { encodingFor } from './encoding.js'
import { errorResponse } from './error-response.js'
import { hasTag } from './etag.js'
import type { WidgetBuild } from './widget-build.js'
import { widgetManifest } from './widget-manifest.js'

export interface WidgetFiles {
  /** Where a built file stands for ever; `undefined` for one that has not been built. */
  addressOf(path: string): string | undefined
  /** `/waypost.js`, `/waypost-elements.js`, `/assets/manifest.json` and `/assets/<build>/…`. */
  mount(app: Hono): void
}

export interface WidgetFilesDeps {
  build: WidgetBuild
  /** A build that was served before, while there is a copy of it. */
  former?: ((id: string) => WidgetBuild | undefined) | undefined
}

/** Any page may load these, also one that demands CORP of whatever it loads. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}
const FOREVER = {
  ...SHARED,
  'Cache-Control': 'public, max-age=31536000, immutable',
  Vary: 'Accept-Encoding',
}
/** Nobody waits for a newer script: what the browser has still finds its build meanwhile. */
const FRESH = {
  ...SHARED,
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
  Vary: 'Accept-Encoding',
}
/** With the time of the server, by which `diagnose()` sees that a clock is wrong. */
const ASKED_AGAIN = {
  ...SHARED,
  'Cache-Control': 'no-cache',
  'Access-Control-Expose-Headers': 'Date',
}

const MODULE = { 'Content-Type': 'text/javascript; charset=utf-8' }

/** What a page has as a script, and not as a module; and what a policy may name by its address alone. */
const ALONE = /^(waypost[.].*|diagnose[.]js)$|[.]map$/

/** What defines the elements that stand in a page. */
const ELEMENTS = 'elements.js'

/** The scripts of the widget, under the id of their build and, for script tags, without. */
export function createWidgetFiles({
  build,
  former = () => undefined,
}: WidgetFilesDeps): WidgetFiles {
  const { id, files } = build
  const tag = `"${id}"`
  const tagged = { ETag: `W/${tag}` }

  return {
    addressOf: (path) => (files.has(path) ? `/assets/${id}/${path}` : undefined),
    mount(app) {
      app.get('/waypost.js', ({ req }) => {
        const headers = { ...FRESH, ...tagged }
        if (hasTag(req.header('if-none-match'), tag)) return unchanged(headers)
        return send(build, 'waypost.js', headers, req)
      })
      app.get('/waypost-elements.js', ({ req }) => {
        if (!files.has(ELEMENTS)) return missing(ELEMENTS)
        const headers = { ...FRESH, ...tagged, ...MODULE }
        if (hasTag(req.header('if-none-match'), tag)) return unchanged(headers)
        // Its chunks stand beside the one that it leads to, under the id of their build.
        return new Response(`export * from "./assets/${id}/${ELEMENTS}"\n`, { headers })
      })
      app.get('/assets/manifest.json', async ({ req }) => {
        const headers = { ...ASKED_AGAIN, ...tagged }
        if (hasTag(req.header('if-none-match'), tag)) return unchanged(headers)
        return Response.json(await widgetManifest(build), { headers })
      })
      app.get('/assets/:build/*', ({ req }) => {
        const asked = req.param('build')
        const path = req.path.slice(`/assets/${asked}/`.length)
        const found = asked === id ? build : former(asked)
        if (found) return send(found, path, FOREVER, req)
        return isEntry(path, asked) ? lead(path, req) : missing(path)
      })
    },
  }

  /**
   * What a build begins with may be of any build, its chunks may not: those of another build would
   * come a second time, with a state of their own.
   */
  function isEntry(path: string, asked: string): boolean {
    if (path.includes('/') || !files.has(path)) return false
    // The script knows its server by its own address, in which stands the id of a build.
    return asked !== 'latest' || !path.startsWith('waypost.')
  }

  /**
   * Relative, because a proxy may show us below a path that it takes away. Browsers know a module by the
   * address that was asked for: led by status, its chunks would fetch it a second time.
   */
  function lead(path: string, req: Context['req']): Response {
    const address = `../${id}/${path}`
    if (ALONE.test(path)) {
      return new Response(null, { status: 307, headers: { ...ASKED_AGAIN, Location: address } })
    }
    const headers = { ...ASKED_AGAIN, ...tagged }
    if (hasTag(req.header('if-none-match'), tag)) return unchanged(headers)
    return new Response(`export * from "${address}"\n`, { headers: { ...headers, ...MODULE } })
  }
}

type Headers = Readonly<Record<string, string>>

async function send(
  { files }: WidgetBuild,
  path: string,
  headers: Headers,
  req: Context['req'],
): Promise<Response> {
  const file = files.get(path)
  if (!file) return missing(path)
  const encoding = encodingFor(req.header('accept-encoding'))
  if (!encoding) {
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } })
  }
  return new Response(await file.encoded(encoding), {
    headers: { ...headers, 'Content-Type': file.type, 'Content-Encoding': encoding },
  })
}

function unchanged(headers: Headers): Response {
  return new Response(null, { status: 304, headers })
}

/** Readable to the page of a host, whose console then says 404 and not that CORS forbids it. */
function missing(path: string): Response {
  const detail = path === 'waypost.js' ? 'The widget has not been built: pnpm build' : undefined
  return errorResponse(
    new WaypostError('not_found', detail === undefined ? {} : { detail }),
    SHARED,
  )
}
