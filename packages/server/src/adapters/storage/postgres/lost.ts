import { percentDecoded } from '../../../foundation/percent-decoded.js'

/** The connection is gone, or the server will not go on with it: to be tried again on another one. */
export class Lost extends Error {
  override readonly name = 'Lost'
}

/** States of SQL that say nothing about what was asked, but that it must be asked anew. */
const PASSING = /^(08...|40001|40P01|57P0[1-5]|25P0[23]|25006|53[023]00|55P03|26000)$/

/** What the driver says without any code when a connection does not go on. */
const BROKEN = /connection|terminated|timeout|not queryable|was closed/i

/** Whether the same would be answered well by a server that is there and has time. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message: string }
  if (typeof code !== 'string') return BROKEN.test(message)
  // Five signs are a state of SQL, anything else is what the socket says.
  return code.length !== 5 || !/\d/.test(code) ? code.startsWith('E') : PASSING.test(code)
}

/** Whether what was given is refused, and always will be: data of no use, or more than fits. */
export function isUnkeepable(error: unknown): boolean {
  return /^(22|54)...$/.test((error as { code?: string }).code ?? '')
}

/** `host:port/database`: what an operator may read of an address that holds a password. */
export function placeOf(url: string): string {
  const { host, port, pathname, searchParams } = new URL(url)
  const named = host.replace(/:\d+$/, '') || searchParams.get('host') || 'localhost'
  return `${named}:${port || '5432'}/${percentDecoded(pathname.slice(1)) || 'postgres'}`
}

/** Why a database cannot be opened, and what to do, in one line without a secret. */
export function refusalOf(error: unknown, url: string): string {
  const { code = '', message } = error as { code?: string; message: string }
  const place = placeOf(url)
  const user = percentDecoded(new URL(url).username) || 'nobody'
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: `No PostgreSQL answers at ${place}. Start it, or correct DATABASE_URL`,
    ENOTFOUND: `${place}: there is no such host. Correct DATABASE_URL`,
    EAI_AGAIN: `${place}: the name of the host cannot be looked up now`,
    '28P01': `${place} refuses the password of "${user}". Correct DATABASE_URL`,
    '28000': `${place} does not let "${user}" in. Correct DATABASE_URL, or pg_hba.conf of the server`,
    '3D000': `${place}: there is no such database. Create it, or correct DATABASE_URL`,
    '42501': `"${user}" may not do that in ${place}: ${message}. Let it own the database`,
    '53300': `${place} has no connection left. Raise max_connections, or run fewer nodes`,
  }
  return known[code] ?? `${place}: ${message.split('\n')[0]}`
}
