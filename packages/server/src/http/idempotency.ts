import { type RouteName, WaypostError } from '@waypost/sdk/contract'
import { type Actor, actorId } from '../domain/actor.js'
import type { RequestOrigin } from '../domain/request-origin.js'

/** Where a key counts: for one caller, one route and, below an object, that object. */
interface KeyScope {
  actor: Actor
  route: RouteName
  params: unknown
  body: unknown
}

/** What makes a retry known again: hashes of (site, caller, route, object, key) and of the body. */
export function requestOrigin(
  key: string | undefined,
  { actor, route, params, body }: KeyScope,
  digest: (text: string) => string,
): RequestOrigin | null {
  if (key === undefined) return null
  if (key.length < 16 || key.length > 128 || !/^[\x21-\x7e]+$/.test(key)) {
    throw new WaypostError('invalid_input', {
      detail: 'An Idempotency-Key has 16 to 128 printable characters.',
      errors: [{ path: 'Idempotency-Key', code: key.length > 128 ? 'too_long' : 'invalid' }],
    })
  }
  return {
    key: digest(JSON.stringify([actor.site, callerOf(route, actor), route, params ?? null, key])),
    body: digest(stable(body)),
  }
}

/**
 * For whom a key counts. Who writes in a ticket is its requester, by a session or by the ticket's token:
 * a retry may come with the other one, as when the token has arrived in between.
 */
const callerOf = (route: RouteName, actor: Actor) =>
  route === 'createMessage' ? 'requester' : actorId(actor)

/** JSON with sorted keys: the same content gives the same text. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? ''
  )
}
