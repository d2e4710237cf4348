import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signedIn, signInCookie } from './signed-in.js'

const app = fileURLToPath(new URL('../app', import.meta.url))
const { resolve } = createRequire(import.meta.url)
const fonts = ['onest', 'source-serif-4']

/** Every page is one document; what it shows follows the address. */
const PAGE = /^\/(?:(?:dashboard|login|invoices|customers|payments|settings|theme)(?:\/.*)?)?$/
/** Without a dot before the ending, a path cannot leave its folder. */
const FILE = /^\/app\/((?:[\w-]+\/)*[\w-]+\.(?:js|css|svg|woff2))$/

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The pages of Tidemark and what they load; everything else is Waypost's to answer.
 *
 * @returns {(request: Request) => Promise<Response | undefined>}
 */
export function createHostPages() {
  return async (request) => {
    if (!['GET', 'HEAD'].includes(request.method)) return undefined
    const { pathname } = new URL(request.url)
    if (PAGE.test(pathname)) return page(request)
    const path = FILE.exec(pathname)?.[1]
    return path === undefined ? undefined : file(path)
  }
}

/** @param {Request} request */
async function page(request) {
  const nonce = randomBytes(16).toString('base64')
  const known = signedIn(request)
  // The first visit begins where there is most to see.
  const person = known === undefined ? 'ada' : known
  const template = await readFile(join(app, 'index.html'), 'utf8')
  const html = template.replaceAll('__NONCE__', nonce).replace('__PERSON__', person ?? '')
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      ...(known === undefined && { 'Set-Cookie': signInCookie(person) }),
    },
  })
}

/** @param {string} nonce */
function contentSecurityPolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** @param {string} path */
async function file(path) {
  const bytes = await readFile(placeOf(path)).catch(() => undefined)
  if (!bytes) return new Response('There is no such file.', { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': extname(path) === '.woff2' ? 'public, max-age=604800' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/**
 * Fonts come from their packages, everything else from the folder of the app.
 *
 * @param {string} path
 */
function placeOf(path) {
  const [first, name = '', ...rest] = path.split('/')
  if (first !== 'fonts' || !fonts.includes(name)) return join(app, path)
  return join(dirname(resolve(`@fontsource-variable/${name}`)), ...rest)
}
