import type { TextStorage } from './open-storage.js'

/** What this browser remembers of a session. */
export interface KeptSession {
  token: string
  /** `null` for a visitor whom nobody has named. */
  customerId: string | null
  /** Of whom the identity token spoke last, as a hash; a visitor who comes after does not undo it. */
  subject: string | null
}

/**
 * What a page has kept as its session, where anybody on its origin may have written. What one server
 * gave is never shown to another.
 */
export function readSession(text: string | null | undefined, server: string): KeptSession | null {
  try {
    const { token, customerId, subject, of } = JSON.parse(text ?? '')
    return typeof token === 'string' && token.startsWith('wps_') && of === server
      ? { token, customerId: customerId ?? null, subject: subject ?? null }
      : null
  } catch {
    return null
  }
}

/** The one session of a site. */
export function createSessionRecord(storage: TextStorage, key: string, server: string) {
  return {
    read: () => readSession(storage.get(key), server),
    write: (session: KeptSession | null) =>
      storage.set(key, session && JSON.stringify({ ...session, of: server })),
  }
}
