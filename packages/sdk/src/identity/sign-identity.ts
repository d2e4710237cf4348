import type { GroupAccess } from '../contract/sessions.js'
import { invalidInput } from './invalid-input.js'
import { type PrivateKey, type SharedSecret, signingKey } from './signing-key.js'

/** What a host says of its customer. All but `sub` is optional. */
export interface IdentityClaims {
  /** The host's own id of the person, at most 200 characters. Never reuse one for somebody else. */
  sub: string
  name?: string
  email?: string
  /** Only a verified address counts as the customer's own. */
  email_verified?: boolean
  /** BCP 47: in what they are written to where a ticket says no language. */
  locale?: string
  /** The company that the customer belongs to: its people may read one another's tickets. */
  group?: string
  /** What they may do with the tickets of their colleagues: `read` unless said. */
  group_access?: GroupAccess
  /** Opens articles for `segment:<name>`. */
  segments?: readonly string[]
  /** What else you know of them, as their plan: for the team to read. */
  attributes?: Readonly<Record<string, string | number | boolean | null>>
}

export type SignIdentityOptions = (SharedSecret | PrivateKey) & {
  /** The public key of the site, as the embed script has it. */
  siteKey: string
  /** The issuer that the server's configuration names for this site. */
  issuer: string
  /** Seconds until the token is worth nothing: 300 unless said, 3,600 at most. */
  expiresIn?: number
  clock?: { now(): Date }
}

const FIVE_MINUTES = 300
const AN_HOUR = 3_600
/** Longer ones are refused by the server. */
const LONGEST_TOKEN = 8_192

/**
 * Signs who a customer is, as a JWT for `identify()`. For the host's own server, and only there:
 * whoever has the secret can be anybody. Throws `invalid_input` with the field to put right.
 */
export async function signIdentity(
  claims: IdentityClaims,
  options: SignIdentityOptions,
): Promise<string> {
  const { siteKey, issuer, expiresIn = FIVE_MINUTES, clock } = options
  demandText('sub', claims.sub, 200)
  demandText('siteKey', siteKey, 64)
  demandText('issuer', issuer, 2_048)
  if (!(expiresIn > 0 && expiresIn <= AN_HOUR)) {
    const code = expiresIn > AN_HOUR ? 'too_large' : 'too_small'
    throw invalidInput('expiresIn', code, `expiresIn must be 1 to ${AN_HOUR} seconds.`)
  }
  const { alg, sign } = await signingKey(options)
  const { sub, name, email, email_verified, locale, group, group_access } = claims
  const { segments, attributes } = claims
  const iat = Math.floor((clock?.now() ?? new Date()).getTime() / 1000)
  const about = { name, email, email_verified, locale, group, group_access, segments, attributes }
  const payload = { iss: issuer, aud: siteKey, sub, iat, exp: iat + Math.ceil(expiresIn), ...about }

  const signed = `${encodedJson({ alg, typ: 'JWT' })}.${encodedJson(payload)}`
  const signature = await sign(new TextEncoder().encode(signed))
  const token = `${signed}.${base64Url(new Uint8Array(signature))}`
  if (token.length > LONGEST_TOKEN) {
    const detail = `The token has ${token.length} characters, at most ${LONGEST_TOKEN} are taken.`
    throw invalidInput('attributes', 'too_long', detail)
  }
  return token
}

function demandText(path: string, value: unknown, most: number): void {
  if (typeof value !== 'string') throw invalidInput(path, 'wrong_type', `${path} must be a string.`)
  if (value.trim() === '') throw invalidInput(path, 'required', `${path} must not be empty.`)
  if (value.length > most) {
    throw invalidInput(path, 'too_long', `${path} may have ${most} characters at most.`)
  }
}

const encodedJson = (value: object) => base64Url(new TextEncoder().encode(JSON.stringify(value)))

function base64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
