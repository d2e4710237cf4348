import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { WaypostError } from '@waypost/sdk/contract'
import type { Hono } from 'hono'
import { type Encoding, encodingFor, squeeze } from './encoding.js'
import { errorResponse } from './error-response.js'

export interface WidgetFiles {
  /** Names this build of the widget; changes when any file does. */
  readonly build: string
  /** Where a built file stands for ever; `undefined` for one that has not been built. */
  addressOf(path: string): string | undefined
  /** `/waypost.js` and `/assets/<build>/…`. */
  mount(app: Hono): void
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}
const PLACEHOLDER = '__WAYPOST_BUILD__'
const FOREVER = 'public, max-age=31536000, immutable'

interface ServedFile {
  bytes: Uint8Array
  type: string
  /** Made when first asked for: the smallest that brotli can do takes a while. */
  compressed: Partial<Record<Encoding, Promise<Uint8Array>>>
}

/** The built scripts of some folders, as one tree under one build id. */
export function createWidgetFiles(folders: readonly string[]): WidgetFiles {
  const files = new Map(folders.flatMap((folder) => [...readFiles(folder)]))
  const build = buildIdOf(files)
  const script = files.get('waypost.js')
  if (script) {
    const text = new TextDecoder().decode(script.bytes).replaceAll(PLACEHOLDER, build)
    files.set('waypost.js', { ...script, bytes: new TextEncoder().encode(text) })
  }

  return {
    build,
    addressOf: (path) => (files.has(path) ? `/assets/${build}/${path}` : undefined),
    mount(app) {
      app.get('/waypost.js', ({ req }) =>
        answer('waypost.js', 'public, max-age=300', req.header('accept-encoding')),
      )
      app.get('/assets/:build/*', ({ req }) => {
        const asked = req.param('build')
        const path = req.path.slice(`/assets/${asked}/`.length)
        if (asked === build) return answer(path, FOREVER, req.header('accept-encoding'))
        if (!files.has(path)) return missing(path)
        // A page that was opened before an upgrade, or one that asks for `latest`.
        // Relative, because a proxy may show us below a path that it takes away.
        const up = '../'.repeat(path.split('/').length)
        const headers = { ...SHARED, Location: `${up}${build}/${path}` }
        return new Response(null, {
          status: 307,
          headers: { ...headers, 'Cache-Control': 'no-cache' },
        })
      })
    },
  }

  async function answer(path: string, cacheControl: string, accepted?: string): Promise<Response> {
    const file = files.get(path)
    if (!file) return missing(path)
    const encoding = encodingFor(accepted)
    const bytes = encoding ? await compressed(file, encoding) : file.bytes
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...SHARED,
        'Content-Type': file.type,
        'Cache-Control': cacheControl,
        Vary: 'Accept-Encoding',
        ...(encoding && { 'Content-Encoding': encoding }),
      },
    })
  }
}

/** A script tag of any page may load these, also one that demands CORP. */
const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

function compressed(file: ServedFile, encoding: Encoding): Promise<Uint8Array> {
  const made = file.compressed[encoding] ?? squeeze(file.bytes, encoding)
  file.compressed[encoding] = made
  return made
}

function missing(path: string): Response {
  const detail = path === 'waypost.js' ? 'The widget has not been built: pnpm build' : undefined
  return errorResponse(new WaypostError('not_found', detail === undefined ? {} : { detail }))
}

function* readFiles(folder: string): Generator<[string, ServedFile]> {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    const path = relative(folder, file).split(sep).join('/')
    yield [path, { bytes: readFileSync(file), type, compressed: {} }]
  }
}

function buildIdOf(files: ReadonlyMap<string, ServedFile>): string {
  const hash = createHash('sha256')
  for (const [path, { bytes }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(path).update('\0').update(bytes)
  }
  return hash.digest('hex').slice(0, 12)
}
