import { shortHash } from './short-hash.js'

/**
 * Whom an identity token speaks of, as a hash. It is read without being verified: enough to tell
 * that the host now means somebody else, and to forget the one before at once.
 */
export function subjectOf(identityToken: string): string {
  try {
    const payload = identityToken.split('.')[1] as string
    const { iss, sub } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return shortHash(JSON.stringify([iss, sub]))
  } catch {
    // Not a token of ours; the server will say so.
    return shortHash(identityToken)
  }
}
