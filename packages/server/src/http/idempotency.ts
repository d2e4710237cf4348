import { type RouteName, WaypostError } from '@waypost/sdk/contract'
import { type Actor, actorId } from '../domain/actor.js'
import type { RequestOrigin } from '../domain/request-origin.js'

/** Where a key counts: for one actor, one route and, below an object, that object. */
interface KeyScope {
  actor: Actor
  route: RouteName
  params: unknown
  body: unknown
}

/** What makes a retry known again: hashes of (site, actor, route, key) and of the body. */
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
    key: digest(JSON.stringify([actor.site, actorId(actor), route, params ?? null, key])),
    body: digest(stable(body)),
  }
}

/** JSON with sorted keys: the same content gives the same text. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? ''
  )
}
