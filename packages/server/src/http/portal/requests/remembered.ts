import { type KeptList, keeping, keptIn } from '../kept-list.js'
import type { Visit } from '../page.js'

/** As long as an anonymous session of the widget. */
export const REMEMBERED_DAYS = 30

/** `.` parts a ticket token, so its ticket stands between the first two. */
const TOKEN = /^wpt_[\w-]{1,16}\.(tic_[0-9a-z]{26})\.\d{1,9}\.[\w-]{43}$/

const REQUESTS: KeptList = {
  name: 'waypost_requests',
  most: 20,
  days: REMEMBERED_DAYS,
  entry: TOKEN,
}

/**
 * The ticket tokens that this browser keeps, the newest first. It keeps those of requests that were
 * asked or answered in it: a link that is merely opened leaves nothing behind.
 */
export const rememberedIn = (request: Request): string[] => keptIn(request, REQUESTS)

/** The `Set-Cookie` by which a browser keeps one more. */
export function remembering(visit: Visit, token: string): string {
  const ticket = ticketOf(token)
  const others = rememberedIn(visit.request).filter((other) => ticketOf(other) !== ticket)
  return keeping(visit, REQUESTS, [token, ...others])
}

/** The `Set-Cookie` by which a browser forgets them all. */
export const forgetting = (visit: Visit): string => keeping(visit, REQUESTS, [])

const ticketOf = (token: string): string | undefined => TOKEN.exec(token)?.[1]
