import type { Actor } from '../../../domain/actor.js'
import type { Sessions } from '../../../domain/identity/sessions.js'
import type { RateLimits } from '../../rate-limits.js'
import type { Visit } from '../page.js'
import type { HolderOf } from './take-files.js'

export interface HoldersDeps {
  sessions: Sessions
  rateLimits: RateLimits
}

/**
 * Whose the files of a form are before there is a request: a session without a name, which begins
 * with the first file, is known to the form alone, and ends when the request is open.
 */
export function createHolders({ sessions, rateLimits }: HoldersDeps) {
  async function find({ actor, site }: Visit, token: string): Promise<Actor | undefined> {
    if (actor.kind === 'session') return actor
    const holder = token === '' ? undefined : await sessions.find(token)
    return holder?.site === site.key ? holder : undefined
  }

  async function begin(visit: Visit, fields: URLSearchParams): Promise<Actor> {
    const known = await find(visit, fields.get('holder') ?? '')
    if (known) return known
    await rateLimits.take('createSession', visit.address)
    const { token } = await sessions.start(visit.site.key, undefined)
    fields.set('holder', token)
    return (await find(visit, token)) ?? visit.actor
  }

  return {
    find,

    /** One holder for all files of a form, however many come. */
    forForm(visit: Visit): HolderOf {
      let holder: Promise<Actor> | undefined
      return (fields) => {
        holder ??= begin(visit, fields)
        return holder
      }
    },

    /** What began with a form ends with it; whoever is signed in stays so. */
    async end({ actor }: Visit, holder: Actor): Promise<void> {
      if (actor.kind !== 'none' || holder.kind !== 'session') return
      await sessions.end(holder.site, holder.sessionId)
    },
  }
}

export type Holders = ReturnType<typeof createHolders>
