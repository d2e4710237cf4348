import { hasTag } from '../etag.js'

/** The policy of every page: nothing but our own files, and no page may frame us. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https:",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/**
 * On every answer of the portal. The referrer stays on our own pages and not shorter: with
 * `no-referrer` a browser sends `Origin: null` with every form, also to us.
 */
const ALWAYS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
}

export interface Sending {
  readonly request: Request
  readonly type: string
  readonly text: string
  readonly status?: number | undefined
  readonly locale?: string | undefined
  /** `shared` gets an ETag and may be asked for again; `none` is kept nowhere. */
  readonly cache: 'shared' | 'none'
  readonly headers?: Readonly<Record<string, string>> | undefined
  digest(text: string): string
}

/** The answer itself, with the headers of the portal; 304 to who has it already. */
export function send(what: Sending): Response {
  const { request, type, text, status = 200, locale, cache, headers, digest } = what
  const etag = cache === 'shared' && status === 200 ? `"${digest(text).slice(0, 22)}"` : undefined
  const all = {
    ...ALWAYS,
    'Content-Type': `${type}; charset=utf-8`,
    ...(locale !== undefined && { 'Content-Language': locale }),
    ...(etag
      ? { 'Cache-Control': 'public, no-cache', ETag: etag }
      : { 'Cache-Control': 'no-store' }),
    ...headers,
  }
  if (etag && hasTag(request.headers.get('if-none-match') ?? '', etag)) {
    return new Response(null, { status: 304, headers: all })
  }
  return new Response(text, { status, headers: all })
}

/** Sends the reader on; `permanent` only where the other address will never be another. */
export function redirect(
  path: string,
  kind: 'permanent' | 'for-now' | 'after-post',
  headers: Readonly<Record<string, string>> = {},
): Response {
  const status = { permanent: 301, 'for-now': 302, 'after-post': 303 }[kind]
  const cache = kind === 'permanent' ? 'public, max-age=3600' : 'no-store'
  return new Response(null, {
    status,
    headers: { ...ALWAYS, 'Cache-Control': cache, Location: path, ...headers },
  })
}

/** An answer that sets some cookies more. */
export function withCookies(answer: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}
