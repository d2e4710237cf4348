import type { Challenge } from '../contract/challenges.js'

/**
 * Does the work that a challenge asks for, and writes it down as ALTCHA does: the number whose digits
 * after the salt have that hash. It costs some ten thousand hashes, a few at a time.
 */
export async function prove({ maxnumber, ...challenge }: Challenge): Promise<string> {
  const encoder = new TextEncoder()
  const hash = async (number: number) => {
    const bytes = encoder.encode(challenge.salt + number)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  for (let number = 0; number <= maxnumber; number++) {
    if ((await hash(number)) === challenge.challenge) {
      return btoa(JSON.stringify({ ...challenge, number }))
    }
  }
  return ''
}
