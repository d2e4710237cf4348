import type { Visit } from '../page.js'

const NAME = 'waypost_requests'
/** More do not fit into what a browser keeps of one cookie, with room to spare. */
const MOST = 20
/** As long as an anonymous session of the widget. */
export const REMEMBERED_DAYS = 30

/** `.` parts a ticket token, so its ticket stands between the first two. */
const TOKEN = /^wpt_[\w-]{1,16}\.(tic_[0-9a-z]{26})\.\d{1,9}\.[\w-]{43}$/

/**
 * The ticket tokens that this browser keeps, the newest first. It keeps those of requests that were
 * asked or answered in it: a link that is merely opened leaves nothing behind.
 */
export function rememberedIn(request: Request): string[] {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const kept = cookies.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? ''
  return kept
    .split('~')
    .filter((token) => TOKEN.test(token))
    .slice(0, MOST)
}

/** The `Set-Cookie` by which a browser keeps one more. Scripts cannot read it, other sites not send it. */
export function remembering(visit: Visit, token: string): string {
  const ticket = ticketOf(token)
  const others = rememberedIn(visit.request).filter((other) => ticketOf(other) !== ticket)
  const kept = [token, ...others].slice(0, MOST)
  return cookie(visit, kept.join('~'), REMEMBERED_DAYS * 86_400)
}

/** The `Set-Cookie` by which a browser forgets them all. */
export const forgetting = (visit: Visit): string => cookie(visit, '', 0)

function cookie({ paths }: Visit, value: string, maxAge: number): string {
  const isSecure = paths.absolute(paths.root).startsWith('https:')
  const rules = [`Path=${paths.root}`, `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  return [`${NAME}=${value}`, ...rules, ...(isSecure ? ['Secure'] : [])].join('; ')
}

const ticketOf = (token: string): string | undefined => TOKEN.exec(token)?.[1]
