import type { Visit } from './page.js'

/** A cookie that holds a list: scripts cannot read it, other sites not send it, `/v1` never gets it. */
export interface KeptList {
  readonly name: string
  /** How many fit: a browser keeps 4,096 bytes of one cookie. */
  readonly most: number
  readonly days: number
  /** What can stand in the list; `~` parts the entries and stands in none. */
  readonly entry: RegExp
}

/** What this browser keeps, the newest first. Whatever else stands in the cookie is passed over. */
export function keptIn(request: Request, { name, most, entry }: KeptList): string[] {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const kept = cookies.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return kept
    .split('~')
    .filter((text) => entry.test(text))
    .slice(0, most)
}

/** The `Set-Cookie` by which a browser keeps these; with none of them it forgets. */
export function keeping(
  { paths }: Visit,
  { name, most, days }: KeptList,
  texts: readonly string[],
): string {
  const isSecure = paths.absolute(paths.root).startsWith('https:')
  const maxAge = texts.length > 0 ? days * 86_400 : 0
  const rules = [`Path=${paths.root}`, `Max-Age=${maxAge}`, 'HttpOnly', 'SameSite=Lax']
  const value = texts.slice(0, most).join('~')
  return [`${name}=${value}`, ...rules, ...(isSecure ? ['Secure'] : [])].join('; ')
}
