import { WaypostError } from '../../contract/errors.js'
import type { IdentityToken } from '../waypost.js'
import { subjectOf } from './subject-of.js'

/** Calls wait as long as the host is asked; a host that never answers must not stop them all. */
const PATIENCE = 10_000

/** Where the host's identity token comes from, and of whom it spoke last. */
export function createHostToken() {
  let source: IdentityToken | undefined
  let subject: string | null = null

  return {
    get isThere() {
      return source !== undefined
    },
    get subject() {
      return subject
    },

    from(next: IdentityToken): void {
      source = next
    },

    forget(): void {
      source = undefined
      subject = null
    },

    /** Asks the host; rejects with `identity_token_invalid` where nothing comes. */
    async ask(): Promise<string> {
      try {
        const given = typeof source === 'function' ? source() : source
        const token: unknown = await inTime(given)
        if (typeof token !== 'string' || !token) throw new TypeError('what came is no text')
        subject = subjectOf(token)
        return token
      } catch (cause) {
        const detail = `The host gave no identity token: ${(cause as Error)?.message ?? cause}`
        throw new WaypostError('identity_token_invalid', { detail, cause })
      }
    },
  }
}

async function inTime<T>(work: T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came within ${PATIENCE} ms`)), PATIENCE)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
