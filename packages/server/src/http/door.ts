import type { HttpBindings } from '@hono/node-server'
import {
  isWaypostError,
  type Operation,
  operations,
  type RouteName,
  routes,
  type SearchResults,
  WaypostError,
} from '@waypost/sdk/contract'
import type { Context } from 'hono'
import type { Actor, AgentActor } from '../domain/actor.js'
import type { Logger } from '../foundation/logger.js'
import { corsHeaders, isAllowedOrigin } from './cors.js'
import { type Answer, type Call, type Endpoint, JSON_HEADERS, languageHeader } from './endpoint.js'
import { errorResponse } from './error-response.js'
import { requestOrigin } from './idempotency.js'
import { parseInput } from './parse-input.js'
import { QuickResponse } from './quick-response.js'
import type { RateLimits } from './rate-limits.js'
import { readFile, readOn } from './read-file.js'
import { readJson } from './read-json.js'
import { createShare, SHARED_ROUTES, type ShareDeps } from './share.js'
import type { Sites } from './site.js'
import { guardIn } from './ticket-guard.js'

export interface DoorDeps extends ShareDeps {
  sites: Sites
  authenticate(authorization: string | undefined, siteKey: string | null): Promise<Actor>
  rateLimits: RateLimits
  clientAddress(context: Context): string
  /** Hears of a page that may not read what it asked for. */
  onRefusedPage(origin: string, site: string): void
  /** Hears of what an agent has tried and may not do: the route, and the id where it has one. */
  onRefused(agent: AgentActor, tried: string): Promise<void>
  log: Logger
  now(): number
}

/**
 * The way from a request to its endpoint and back: who calls, from which page, how often, with
 * what. Headers are set here once, because changing a finished answer costs Hono several times
 * what the answer itself does.
 */
export function createDoor(deps: DoorDeps) {
  const share = createShare(deps)
  return <N extends RouteName>(name: N, endpoint: Endpoint<N>) => {
    const operation: Operation = operations[name]
    const { method } = routes[name]
    const isSharedRoute = SHARED_ROUTES.includes(name)
    return async (context: Context): Promise<Response> => {
      const started = deps.now()
      const headers: Record<string, string> = { ...ALWAYS }
      const response = await answer(context, headers).catch(async (error: unknown) => {
        if (method !== 'GET') await readOn(context.req.raw).catch(() => {})
        const failed = errorResponse(error, headers)
        if (failed.status >= 500) deps.log.error('failed', { route: name, ...reasonOf(error) })
        return failed
      })
      const ms = Math.round(deps.now() - started)
      deps.log.info('request', { method, route: routes[name].path, status: response.status, ms })
      return response
    }

    async function answer(context: Context, headers: Record<string, string>): Promise<Response> {
      const { req } = context
      const origin = req.header('origin')
      const siteKey = req.query('site') ?? null
      Object.assign(headers, corsHeaders(siteOf(siteKey), origin))
      const address = deps.clientAddress(context)
      const authorization = req.header('authorization')
      await deps.rateLimits.arrive(name, address, authorization !== undefined)
      const actor = await known(authorization, siteKey, address)
      await deps.rateLimits.take(name, address, actor)
      // A token may be of another site than the one that the address names.
      if (authorization !== undefined) {
        Object.assign(headers, corsHeaders(deps.sites.find(actor.site), origin))
      }
      refuseForeignPages(actor, origin)
      refuseStrangers(actor)
      if (isSharedRoute && actor.kind === 'none') {
        const by = { actor, caller: address }
        const answer = async () => endpoint(await parsed(context, actor, address))
        return share({ name, by, req, headers, answer })
      }

      const call = await parsed(context, actor, address)
      const result = await answered(req.raw, call).catch(async (error: unknown) => {
        await noteRefusal(call, error)
        throw error
      })
      const { read, search, stream, reply } = result
      if (stream) {
        // What would be sent to a HEAD nobody reads, and nobody would end.
        const isRead = req.raw.method === 'GET'
        return streamed(isRead ? stream(hangUpOf(context)) : null, headers)
      }
      if (read) deps.onRead(call, read)
      if (search) deps.onSearched(call, { ...search, searchId: (reply as SearchResults).searchId })
      if (operation.status === 204) return new QuickResponse(null, { status: 204, headers })
      Object.assign(headers, JSON_HEADERS, languageHeader(result), {
        // Nobody else's, whatever a cache makes of `no-store`.
        'Cache-Control': actor.kind === 'none' ? 'no-store' : 'private, no-store',
      })
      return new QuickResponse(JSON.stringify(reply), { status: operation.status, headers })
    }

    async function answered(request: Request, call: Call<N>): Promise<Answer<unknown>> {
      if (!operation.takesFile) return endpoint(call)
      return readFile(request, (file) => endpoint({ ...call, file }))
    }

    /** What one of the team has tried and may not do. */
    async function noteRefusal({ actor, params }: Call<N>, error: unknown): Promise<void> {
      if (actor.kind !== 'agent' || !isWaypostError(error, 'forbidden')) return
      const { id } = (params ?? {}) as { id?: string }
      await deps.onRefused(actor, id === undefined ? name : `${name} ${id}`)
    }

    /** Who calls; who tries tokens is slowed down, and nobody for what fails on our side. */
    async function known(
      authorization: string | undefined,
      siteKey: string | null,
      address: string,
    ): Promise<Actor> {
      try {
        return await deps.authenticate(authorization, siteKey)
      } catch (error) {
        if (isWaypostError(error) && error.status === 401) await deps.rateLimits.refused(address)
        throw error
      }
    }

    async function parsed(context: Context, actor: Actor, caller: string): Promise<Call<N>> {
      const { req } = context
      const params = operation.params && paramsOf(operation.params, req.param())
      const query = operation.query && parseInput(operation.query, req.query())
      const body =
        operation.body && parseInput(operation.body, await readJson(req.raw, operation.mostBytes))
      const key = method === 'GET' ? undefined : req.header('idempotency-key')
      const authorization = req.header('authorization')
      const siteKey = req.query('site') ?? null
      return {
        actor,
        caller,
        actorNow: () => deps.authenticate(authorization, siteKey),
        lastEventId: req.header('last-event-id'),
        params,
        query,
        body,
        guard: guardIn(req.header('waypost-guard')),
        ifMatch: versionIn(req.header('if-match')),
        origin: requestOrigin(key, { actor, route: name, params, body }, deps.digest),
      } as Call<N>
    }

    function refuseStrangers(actor: Actor): void {
      const { access } = operation
      if (access === 'anyone') return
      if (access === 'token' && actor.kind !== 'none') return
      const isRequester = actor.kind === 'session' || actor.kind === 'ticket'
      if (access === 'requester' ? isRequester : actor.kind === 'agent') return
      throw new WaypostError(actor.kind === 'none' ? 'unauthenticated' : 'forbidden')
    }

    function refuseForeignPages(actor: Actor, origin: string | undefined): void {
      if (origin === undefined) return
      const site = deps.sites.find(actor.site)
      if (site && isAllowedOrigin(site, origin)) return
      deps.onRefusedPage(origin, actor.site)
      // The browser keeps the answer of a GET from the page; a stream would be held for nobody.
      if (method === 'GET' && !operation.streams) return
      throw new WaypostError('origin_not_allowed', {
        detail: 'Add the origin of this page to `origins` of the site.',
      })
    }
  }

  function siteOf(key: string | null) {
    return key === null ? deps.sites.main : deps.sites.find(key)
  }
}

/** Proxies that would wait for the end of it are told not to. */
function streamed(
  body: ReadableStream<Uint8Array> | null,
  headers: Record<string, string>,
): Response {
  Object.assign(headers, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  return new QuickResponse(body, { status: 200, headers })
}

/** Cuts the line to a caller, whatever is still under way to them. */
function hangUpOf({ env }: Context): () => void {
  const { outgoing } = (env ?? {}) as Partial<HttpBindings>
  return () => outgoing?.destroy()
}

const ALWAYS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }

/** An id that cannot be one names nothing: 404, like any other id that names nothing. */
function paramsOf(schema: NonNullable<Operation['params']>, raw: unknown): unknown {
  try {
    return parseInput(schema, raw)
  } catch {
    throw new WaypostError('not_found')
  }
}

function versionIn(ifMatch: string | undefined): number | undefined {
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch ?? '') ?? []
  return version === undefined ? undefined : Number(version)
}

/** Enough to find the fault, nothing of what was sent. */
function reasonOf(error: unknown): { reason: string; where: string } {
  if (!(error instanceof Error)) return { reason: 'not an Error', where: '' }
  const cause = error.cause instanceof Error ? ` < ${error.cause.name}` : ''
  return { reason: `${error.name}${cause}`, where: error.stack?.split('\n')[1]?.trim() ?? '' }
}
