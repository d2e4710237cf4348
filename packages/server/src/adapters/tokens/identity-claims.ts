import {
  type Attributes,
  Email,
  type GroupAccess,
  groupAccesses,
  Locale,
  line,
  WaypostError,
} from '@waypost/sdk/contract'
import type { JWTPayload } from 'jose'
import * as v from 'valibot'
import type { SignedIdentity } from '../../domain/secrets.js'

/** Seconds by which two clocks may differ. */
export const SKEW = 60
/** Seconds for which a token may be valid at most. */
const LONGEST = 3_600

/**
 * Who a token speaks of, its signature, audience, issuer and time being right. What says who
 * somebody is, or opens something, must be understood; what only describes them is passed over.
 */
export function readClaims(payload: JWTPayload, issuer: string, now: Date): SignedIdentity {
  const { sub, exp = 0, name, email, email_verified, locale, segments } = payload
  if (typeof sub !== 'string' || sub === '' || sub.length > 200) {
    throw invalidToken('The claim sub must be 1 to 200 characters.')
  }
  const seconds = now.getTime() / 1_000
  if (exp - seconds > LONGEST + SKEW) {
    throw invalidToken('The claim exp may be an hour ahead at most.')
  }
  const address = textOf(Email, email)
  return {
    issuer,
    subject: sub,
    name: textOf(line(254), name),
    email: address,
    emailVerified: address !== null && email_verified === true,
    locale: textOf(Locale, locale) ?? undefined,
    segments: textsIn(segments).slice(0, 100),
    ...groupClaims(payload),
    attributes: attributesIn(payload.attributes),
    issuedAt: issuedAt(payload, exp, seconds),
    expiresAt: exp,
  }
}

export function invalidToken(detail: string): WaypostError {
  return new WaypostError('identity_token_invalid', { detail })
}

/** Without `iat` a token may have been signed as early as its end allows. */
function issuedAt({ iat }: JWTPayload, exp: number, seconds: number): number {
  if (iat === undefined) return exp - LONGEST
  if (iat - seconds > SKEW) throw invalidToken('The claim iat lies ahead.')
  if (exp - iat > LONGEST + SKEW) {
    throw invalidToken('The claim exp may be an hour after iat at most.')
  }
  return iat
}

/** What the colleagues of a company see of one another. */
function groupClaims({ group, group_access: access = 'read' }: JWTPayload) {
  if (group === undefined || group === null) return { group: undefined, groupAccess: undefined }
  if (typeof group !== 'string' || group.trim() === '' || group.length > 200) {
    throw invalidToken('The claim group must be 1 to 200 characters.')
  }
  if (!groupAccesses.includes(access as GroupAccess)) {
    throw invalidToken(`The claim group_access must be one of ${groupAccesses.join(', ')}.`)
  }
  return { group, groupAccess: access as GroupAccess }
}

/** As many and as long as somebody reads beside a ticket. */
const ATTRIBUTES = { most: 30, name: 64, text: 200 }

function attributesIn(value: unknown): Attributes | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const said = Object.entries(value).filter(
    ([name]) => name.length <= ATTRIBUTES.name && name !== '__proto__',
  )
  const read = said.flatMap(([name, one]): [string, Attributes[string]][] => {
    if (typeof one === 'string') return [[name, one.slice(0, ATTRIBUTES.text)]]
    return typeof one === 'number' || typeof one === 'boolean' || one === null ? [[name, one]] : []
  })
  return read.length === 0 ? undefined : Object.fromEntries(read.slice(0, ATTRIBUTES.most))
}

function textOf(schema: v.GenericSchema<string, string>, value: unknown): string | null {
  const read = v.safeParse(schema, value)
  return read.success ? read.output : null
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
