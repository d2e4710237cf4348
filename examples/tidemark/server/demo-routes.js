import { signIdentity } from '@waypost/sdk/identity'
import { people } from '../app/people.js'
import { privacyText } from './privacy.js'
import { isPerson, signedIn, signInCookie } from './signed-in.js'

/**
 * Signing in and out without a password, and the proof of identity that the widget asks for:
 * `POST /demo/sign-in?as=ada|elin|oleh|nils`, `POST /demo/sign-out`, `GET /demo/identity`; and what becomes of
 * what somebody writes here, `GET /demo/privacy/<locale>`.
 *
 * @param {{ secret: string, siteKey: string, issuer: string }} signing
 * @returns {(request: Request) => Promise<Response | undefined>}
 */
export function createDemoRoutes(signing) {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (!pathname.startsWith('/demo/')) return undefined
    switch (`${request.method} ${pathname}`) {
      case 'POST /demo/sign-in': {
        const id = searchParams.get('as')
        if (!isPerson(id)) return say(400, 'Sign in as ada, elin, oleh or nils.')
        return isOurs(request) ? signIn(id) : say(403, 'Sign in from the page of Tidemark.')
      }
      case 'POST /demo/sign-out':
        return isOurs(request) ? signIn(null) : say(403, 'Sign out from the page of Tidemark.')
      case 'GET /demo/identity': {
        const id = signedIn(request)
        return id ? say(200, await identityToken(id)) : say(401, 'Nobody is signed in.')
      }
      default: {
        const privacy = request.method === 'GET' ? privacyText(pathname) : undefined
        if (privacy) return say(200, privacy)
        return say(404, 'There is nothing here.')
      }
    }
  }

  /** @param {import('./signed-in.js').PersonId} id */
  function identityToken(id) {
    const { sub, name, email, business, plan, country, ...rest } = people[id]
    const attributes = { plan, country }
    const segments = 'segments' in rest ? rest.segments : []
    return signIdentity(
      {
        sub,
        name,
        email,
        email_verified: true,
        group: business,
        group_access: 'write',
        segments,
        attributes,
      },
      signing,
    )
  }
}

/**
 * Another site's page must not sign anybody in or out.
 *
 * @param {Request} request
 */
function isOurs(request) {
  return ['same-origin', null].includes(request.headers.get('sec-fetch-site'))
}

/** @param {import('./signed-in.js').PersonId | null} person */
function signIn(person) {
  return new Response(null, { status: 204, headers: { 'Set-Cookie': signInCookie(person) } })
}

/**
 * @param {number} status
 * @param {string} text
 */
function say(status, text) {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
