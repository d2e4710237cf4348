import type { Session } from '../contract/sessions.js'

/** Keeps the session token between calls. It must not throw: where storage is refused, forget. */
export interface TokenStore {
  get(): string | null | Promise<string | null>
  /** With the session that the token is of; without one where it is forgotten. */
  set(token: string | null, session?: Session): void | Promise<void>
}

/** Forgets with the page. */
export function createMemoryTokens(): TokenStore {
  let kept: string | null = null
  return {
    get: () => kept,
    set: (token) => {
      kept = token
    },
  }
}
