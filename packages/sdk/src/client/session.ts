import { WaypostError } from '../contract/errors.js'
import type { CustomerRouteName } from '../contract/routes.js'
import type { Session } from '../contract/sessions.js'
import type { TokenStore } from './token-store.js'
import type { CallOptions, Send } from './transport.js'
import { untilAborted } from './until-aborted.js'

export interface SessionDeps {
  send: Send<CustomerRouteName>
  tokens: TokenStore
  getToken?: (() => string | null | Promise<string | null>) | undefined
  onIdentityFailed?: ((error: WaypostError) => void) | undefined
}

export interface StartSessionOptions extends CallOptions {
  /** The host's signed proof of who the visitor is; asked of `getToken` where not given. */
  identityToken?: string
  /**
   * Of the session without a name that was here before: what was learnt in it becomes that of whoever is
   * named.
   */
  visitorToken?: string | undefined
}

/** The session of this browser: started once however many ask, renewed, ended. */
export function createSession({ send, tokens, getToken, onIdentityFailed }: SessionDeps) {
  /** Counts starts and ends, so that a start knows whether it is still the last word. */
  let turn = 0
  let latest: Promise<Session | null> | undefined
  /** The latest, until it is done. */
  let starting: Promise<Session | null> | undefined

  async function ask(): Promise<string | null | undefined> {
    try {
      return await getToken?.()
    } catch (cause) {
      if ((cause as WaypostError).code) throw cause
      const detail = 'getToken gave no identity token'
      throw new WaypostError('identity_token_invalid', { detail, cause })
    }
  }

  /** Whoever begins last wins: a start that was overtaken hands on the other, or stops after an end. */
  function begin(
    anonymous: boolean,
    given?: string,
    visitorToken?: string,
  ): Promise<Session | null> {
    const mine = ++turn
    async function run(): Promise<Session | null> {
      try {
        const identityToken = given ?? (await ask())
        if (!identityToken && !anonymous) return null
        const body = identityToken ? { identityToken, visitorToken } : {}
        const session = await send('createSession', {}, { body })
        if (turn === mine) {
          await tokens.set(session.token, session)
          return session
        }
        if (latest) return await latest
        throw new WaypostError('aborted', { detail: 'The session was ended while it started' })
      } catch (error) {
        const { code } = error as WaypostError
        if (turn === mine && code === 'identity_token_invalid') {
          onIdentityFailed?.(error as WaypostError)
        }
        throw error
      } finally {
        if (turn === mine) starting = undefined
      }
    }
    starting = latest = run()
    return starting
  }

  /** Nothing stands between forgetting and beginning, so that two refused calls begin once. */
  async function replace(anonymous: boolean): Promise<Session | null> {
    const [, session] = await Promise.all([
      tokens.set(null),
      getToken || anonymous ? begin(anonymous) : null,
    ])
    return session
  }

  /** The token to call with; one on its way is waited for. */
  async function token(): Promise<string | null> {
    const session = await starting?.catch(() => null)
    return session?.token ?? tokens.get()
  }

  return {
    token,

    /** True when this browser has a session, or one on its way. Asks nobody, and starts none. */
    has: async (): Promise<boolean> => Boolean(await token()),

    /** Starts a session, anonymous where nobody says who the visitor is; it replaces the one before. */
    start: ({ identityToken, visitorToken, signal }: StartSessionOptions = {}): Promise<Session> =>
      untilAborted(begin(true, identityToken, visitorToken) as Promise<Session>, signal),

    /** Ends the session. The token is gone from here at once, whether or not the server answers. */
    async end({ signal }: CallOptions = {}): Promise<void> {
      turn++
      starting = latest = undefined
      const token = await tokens.get()
      await tokens.set(null)
      if (!token) return
      try {
        await send('endSession', { signal }, { token })
      } catch (error) {
        if ((error as WaypostError).status !== 401) throw error
      }
    },

    /** Another token than the one that was refused; `null` where there is none to be had. */
    async renew(refused: string | null, anonymous: boolean): Promise<string | null> {
      if (!starting) {
        const before = turn
        const kept = await tokens.get()
        if (kept !== refused) return kept
        // Meanwhile somebody started or, above all, ended: what they decided stands.
        if (turn !== before) return token()
      }
      let session = await (starting ?? replace(anonymous))
      // What was on its way may have been content with nobody.
      if (!session && anonymous) session = await (starting ?? begin(true))
      return session?.token ?? null
    },
  }
}
