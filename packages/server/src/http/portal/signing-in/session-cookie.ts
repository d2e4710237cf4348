import { type KeptList, keeping, keptIn } from '../kept-list.js'
import type { Visit } from '../page.js'

/** One session: as long as it lives on the server, and nothing else can stand here. */
const SESSION: KeptList = {
  name: 'waypost_session',
  most: 1,
  days: 30,
  entry: /^wps_[\w-]{43}$/,
}

/** The token of the session that this browser keeps. */
export const sessionTokenIn = (request: Request): string | undefined => keptIn(request, SESSION)[0]

/** The `Set-Cookie` by which a browser keeps a session. */
export const keepingSession = (visit: Visit, token: string): string =>
  keeping(visit, SESSION, [token])

/** The `Set-Cookie` by which a browser has none any more. */
export const droppingSession = (visit: Visit): string => keeping(visit, SESSION, [])
