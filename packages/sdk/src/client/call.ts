import type { WaypostError } from '../contract/errors.js'
import type { ReplyOf } from '../contract/operations.js'
import type { RouteName } from '../contract/routes.js'
import { newIdempotencyKey } from './idempotency-key.js'
import type { createSession } from './session.js'
import type { CallOptions, ChangeOptions, RouteRequest, Send } from './transport.js'
import { untilAborted } from './until-aborted.js'

/** On whose behalf a call is made. */
export interface AccessOptions extends CallOptions {
  /** A ticket token, `wpt_…`: the call acts for that one ticket instead of for the session. */
  accessToken?: string | undefined
}

interface CallerOptions extends AccessOptions, ChangeOptions {
  /** `true` starts a session where there is none, `false` leaves one unused. */
  session?: boolean
}

/** Any call of the API; one that no room of this client makes brings its route. */
export type Call = <N extends RouteName, O extends CallerOptions>(
  name: N,
  options?: O,
  request?: RouteRequest,
) => Promise<ReplyOf<N>>

/** Makes calls on behalf of the session, and once more when the server has forgotten it. */
export function createCall(
  send: Send<RouteName>,
  { token: current, renew }: ReturnType<typeof createSession>,
) {
  async function withSession<N extends RouteName>(
    name: N,
    options: ChangeOptions,
    request: RouteRequest | undefined,
    start: boolean,
  ): Promise<ReplyOf<N>> {
    let token = await current()
    if (!token && start) token = await renew(null, true)
    try {
      return await send(name, options, { ...request, token })
    } catch (error) {
      if (!refused(error)) throw error
      const next = await renew(token, start)
      if (next === token) throw error
      try {
        return await send(name, options, { ...request, token: next })
      } catch (second) {
        // Without a token some routes answer, others say `unauthenticated`: the cause says more.
        throw refused(second) ? error : second
      }
    }
  }

  const call: Call = (name, options, request) => {
    // One key for both rounds: what the first may have done, the second must not do again.
    const {
      accessToken: token,
      session,
      idempotencyKey = newIdempotencyKey(),
      ...query
    } = options ?? ({} as CallerOptions)
    const rest = { ...query, idempotencyKey }
    return token || session === false
      ? send(name, rest, { ...request, token })
      : untilAborted(withSession(name, rest, request, session === true), rest.signal)
  }
  return call
}

const refused = (error: unknown) => (error as WaypostError).status === 401
