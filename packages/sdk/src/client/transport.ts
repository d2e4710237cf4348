import { WaypostError } from '../contract/errors.js'
import type { ReplyOf } from '../contract/operations.js'
import type { Route, RouteName } from '../contract/routes.js'
import { newIdempotencyKey } from './idempotency-key.js'
import { readAnswer } from './read-answer.js'
import { retryDelay } from './retry-delay.js'
import { routeUrl } from './route-url.js'
import { sleep as realSleep, type Sleep } from './sleep.js'

export interface TransportOptions {
  /** Where the server is, as `https://support.example.com`; a path after it is kept. */
  baseUrl: string
  /** The public key of the site; without it the token says which, or the server has only one. */
  site?: string
  /** Milliseconds that one try may take; 15,000 unless said. A call makes at most three. */
  timeout?: number
  /** Stands in for the global `fetch`. */
  fetch?: (url: string, init: WaypostInit) => Response | Promise<Response>
  /** Stands in for the wait between two tries. */
  sleep?: Sleep
  /** Stands in for `Math.random`, which spreads the waits. */
  random?: () => number
  clock?: { now(): Date }
}

export interface CallOptions {
  /** Stops the call, which then throws `aborted`. */
  signal?: AbortSignal
}

export interface ChangeOptions extends CallOptions {
  /**
   * 16 to 128 characters that name this change, so that the same call made again, after a reload
   * even, changes nothing twice. Made for each call unless given; its tries share one.
   */
  idempotencyKey?: string
}

/** With its route, where that is one that no room of the client makes. */
export interface RouteRequest extends Partial<Route> {
  params?: Readonly<Record<string, string>>
  body?: object
  token?: string | null
  /** The version that the change is meant for. */
  version?: number
  /** What a form says beside its ticket. */
  guard?: string
  /** Goes out even where the page is left at once. */
  keepalive?: boolean
  /** Goes up in place of a body of JSON. */
  form?: FormData
  /** Stands in for the global `fetch`, and knows by itself when to give up. */
  via?: Via
}

export type Via = (url: string, init: RequestInit) => Promise<Response>

/** What `fetch` is given; one that stands in for it may go on by `via` in turn. */
export interface WaypostInit extends RequestInit {
  via?: Via | undefined
}

/** Of the options, what steers the call is taken out; the rest is the query. */
export type Send<R extends RouteName> = <N extends R, O extends ChangeOptions>(
  name: N,
  options?: O,
  request?: RouteRequest,
) => Promise<ReplyOf<N>>

/** Speaks to the server, by the routes it is given: one call, up to three tries, and nothing thrown but `WaypostError`. */
export function createTransport<R extends RouteName>(
  options: TransportOptions,
  routes: Readonly<Partial<Record<R, Route>>>,
): Send<R> {
  const { timeout = 15_000, sleep = realSleep, random = Math.random } = options
  const now = () => (options.clock?.now() ?? new Date()).getTime()

  async function attempt(url: string, init: WaypostInit, signal?: AbortSignal): Promise<unknown> {
    const stop = new AbortController()
    const abort = () => stop.abort()
    const timer = setTimeout(abort, timeout)
    signal?.addEventListener('abort', abort)
    try {
      signal?.throwIfAborted()
      // Asked for late, so that whoever wraps the global fetch after us is heard.
      const answer = await (options.fetch ?? init.via ?? fetch)(url, {
        ...init,
        signal: stop.signal,
      })
      return await readAnswer(answer, now)
    } catch (cause) {
      if (signal?.aborted) throw new WaypostError('aborted', { cause })
      if (cause instanceof WaypostError) throw cause
      const detail = stop.signal.aborted
        ? `No answer within ${timeout} ms`
        : 'The server could not be reached'
      throw new WaypostError('offline', { detail, cause })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  return async (name, { signal, idempotencyKey, ...query } = {} as never, request = {}) => {
    const route = routes[name] ?? (request as Route)
    const [url, init] = prepare(options, route, request, query, idempotencyKey)
    for (let tries = 1; ; tries++) {
      try {
        return (await attempt(url, init, signal)) as never
      } catch (error) {
        const wait = retryDelay(error as WaypostError, tries, random)
        if (wait === undefined) throw error
        await sleep(wait, signal)
      }
    }
  }
}

/** Some old libraries give every list a `toJSON`, which makes a text of it. */
function keepLists(this: Record<string, unknown>, key: string, value: unknown): unknown {
  return Array.isArray(this[key]) ? this[key] : value
}

function prepare(
  { baseUrl, site }: TransportOptions,
  { method, path }: Route,
  { params, body, form, via, token, version, guard, keepalive }: RouteRequest,
  query: object,
  key = newIdempotencyKey(),
): [url: string, init: WaypostInit] {
  try {
    const headers = new Headers()
    // An anonymous GET carries no header of ours, so that a browser asks without a preflight.
    if (token) headers.set('authorization', `Bearer ${token}`)
    if (method !== 'GET') headers.set('idempotency-key', key)
    if (body) headers.set('content-type', 'application/json')
    if (guard) headers.set('waypost-guard', guard)
    if (version !== undefined) headers.set('if-match', `"${version}"`)
    return [
      routeUrl(baseUrl, path, params, { site, ...query }),
      // Followed, a redirect would turn a POST into a GET whose answer looks like a success.
      {
        method,
        headers,
        body: form ?? (body && JSON.stringify(body, keepLists)),
        redirect: 'manual',
        keepalive,
        via,
      },
    ]
  } catch (cause) {
    if (cause instanceof WaypostError) throw cause
    throw new WaypostError('malformed_request', { cause })
  }
}
