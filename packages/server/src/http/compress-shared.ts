import type { MiddlewareHandler } from 'hono'
import { type Encoding, encodingFor, squeeze, squeezeQuickly } from './encoding.js'

/** What shrinks; other pictures and fonts have done so already, and events must leave at once. */
const TEXT = /^(?:text\/(?!event-stream)|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml)\b)/
/** Below, an answer fits into one packet anyway. */
const LEAST = 1024

/**
 * Compresses pages that are the same for everybody, which is what `Cache-Control: public` says; the
 * door does it for what it answers itself.
 * Never the others: the length of a compressed answer tells whoever can put words into it what else
 * it holds (https://breachattack.com). What is immutable is squeezed once and kept.
 */
export function compressShared(): MiddlewareHandler {
  const kept = new Map<string, Promise<Uint8Array>>()

  return async (context, next) => {
    await next()
    const { res, req } = context
    if (!isSharedText(res.headers)) return
    const vary = res.headers.get('vary') ?? ''
    if (!/accept-encoding/i.test(vary)) res.headers.append('Vary', 'Accept-Encoding')
    const encoding = encodingFor(req.header('accept-encoding'))
    if (!encoding || res.status !== 200 || req.method === 'HEAD') return

    const bytes = new Uint8Array(await res.arrayBuffer())
    const isWorthIt = bytes.length >= LEAST
    const body = isWorthIt ? await squeezed(req.path, bytes, encoding, res.headers) : bytes
    // Hono merges the headers of the answer that stands there into one that replaces it.
    context.res = undefined
    context.res = new Response(new Uint8Array(body), {
      headers: isWorthIt ? encodedHeaders(res.headers, encoding) : res.headers,
    })
  }

  function squeezed(path: string, bytes: Uint8Array, encoding: Encoding, headers: Headers) {
    if (!headers.get('cache-control')?.includes('immutable')) return squeezeQuickly(bytes, encoding)
    const key = `${encoding} ${path}`
    const made = kept.get(key) ?? squeeze(bytes, encoding)
    kept.set(key, made)
    return made
  }
}

function isSharedText(headers: Headers): boolean {
  if (!/\bpublic\b/.test(headers.get('cache-control') ?? '')) return false
  return TEXT.test(headers.get('content-type') ?? '') && !headers.has('content-encoding')
}

/** A strong tag names one sequence of bytes, and these are others now. */
function encodedHeaders(from: Headers, encoding: Encoding): Headers {
  const headers = new Headers(from)
  headers.set('Content-Encoding', encoding)
  headers.delete('Content-Length')
  const etag = headers.get('etag')
  if (etag && !etag.startsWith('W/')) headers.set('ETag', `W/${etag}`)
  return headers
}
