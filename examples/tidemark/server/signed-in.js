import { people } from '../app/people.js'

/** @typedef {keyof typeof people} PersonId */

const COOKIE = 'tidemark_person'
const NOBODY = 'nobody'

/**
 * Who is signed in: a person, nobody after signing out, or not decided yet.
 *
 * @param {Request} request
 * @returns {PersonId | null | undefined}
 */
export function signedIn(request) {
  const cookies = request.headers.get('cookie') ?? ''
  const value = cookies.match(/(?:^|;\s*)tidemark_person=([^;]*)/)?.[1]
  if (value === NOBODY) return null
  return isPerson(value) ? value : undefined
}

/**
 * The cookie that says so. It names a sample person and proves nothing: a real app has a session.
 *
 * @param {PersonId | null} person
 */
export function signInCookie(person) {
  return `${COOKIE}=${person ?? NOBODY}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`
}

/**
 * @param {string | null | undefined} id
 * @returns {id is PersonId}
 */
export function isPerson(id) {
  return typeof id === 'string' && Object.hasOwn(people, id)
}
