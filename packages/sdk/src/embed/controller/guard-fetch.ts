import type { WaypostInit } from '../../client/transport.js'
import { WaypostError } from '../../contract/errors.js'
import { customerRoutes } from '../../contract/routes.js'
import { explainRefusal } from './explain-refusal.js'

/** The tokens that the person who is here calls with; another person is another set. */
export type OwnTokens = ReadonlySet<string>

/**
 * A `fetch` for one person at a time. A call that still carries the token of somebody else is not
 * sent, and no answer is handed on to anybody but the one who asked.
 */
export function guardFetch(own: () => OwnTokens) {
  return async (url: string, init: WaypostInit): Promise<Response> => {
    const { method, path } = customerRoutes.endSession
    // The end of a session is told after the person has gone.
    if (init.method === method && url.includes(path)) return fetch(url, init)

    const mine = own()
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '')
    const gone = new WaypostError('aborted', { detail: 'The person who asked has gone' })
    if (token && !mine.has(token)) throw gone
    const answer = await (init.via ?? fetch)(url, init).catch((cause) => {
      if (!init.signal?.aborted) void explainRefusal(url)
      throw cause
    })
    const text = answer.status ? await answer.text() : ''
    if (own() !== mine) throw gone
    const { status, headers } = answer
    // A redirect that is not followed has no status, and cannot be made again.
    return status ? new Response(status === 204 ? null : text, { status, headers }) : answer
  }
}
