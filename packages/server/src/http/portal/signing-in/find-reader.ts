import type { Actor } from '../../../domain/actor.js'
import type { Sessions } from '../../../domain/identity/sessions.js'
import type { Visit } from '../page.js'
import { sessionTokenIn } from './session-cookie.js'

/** Somebody who has proved at the portal that an address is theirs. */
export interface Reader {
  readonly actor: Extract<Actor, { kind: 'session' }>
  readonly address: string
}

/** Who is signed in here; `undefined` for everybody else, also when their session is over. */
export async function findReader(
  { sessions }: { sessions: Sessions },
  { request, site }: Visit,
): Promise<Reader | undefined> {
  const token = sessionTokenIn(request)
  const actor = token === undefined ? undefined : await sessions.find(token)
  if (actor?.site !== site.key || actor.address === undefined) return undefined
  return { actor, address: actor.address }
}
