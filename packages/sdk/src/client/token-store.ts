/** Keeps the session token between calls. It must not throw: where storage is refused, forget. */
export interface TokenStore {
  get(): string | null | Promise<string | null>
  set(token: string | null): void | Promise<void>
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
