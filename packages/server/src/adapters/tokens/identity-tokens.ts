import { createSecretKey, type KeyObject, type webcrypto } from 'node:crypto'
import { type GroupAccess, groupAccesses, WaypostError } from '@waypost/sdk/contract'
import { importSPKI, type JWTPayload, jwtVerify } from 'jose'
import type { IdentityTokens, SignedIdentity } from '../../domain/secrets.js'
import type { Clock } from '../../foundation/clock.js'

/** A key that a host signs with. The algorithm is ours to say, never the token's. */
export type IdentityKey =
  | { alg: 'HS256'; secret: string; kid?: string | undefined }
  | { alg: 'ES256' | 'RS256' | 'EdDSA'; publicKey: string; kid?: string | undefined }

export interface SiteIdentity {
  issuer: string
  keys: readonly IdentityKey[]
}

/** A token may be valid for an hour at most, and clocks may differ by a minute. */
const LONGEST = 3_600
const SKEW = 60

/** Verifies the JWTs of hosts: audience = site key, issuer as configured, our algorithms alone. */
export function createIdentityTokens(deps: {
  clock: Clock
  identityOf(site: string): SiteIdentity | undefined
}): IdentityTokens {
  const imported = new Map<IdentityKey, Promise<KeyObject | webcrypto.CryptoKey>>()
  return {
    async verify(site, token) {
      const identity = deps.identityOf(site)
      if (!identity) throw invalid('This site has no identity keys in its configuration.')
      let reason = 'No key of this site fits the signature.'
      for (const key of identity.keys) {
        try {
          return asIdentity(await payloadOf(token, key, site, identity.issuer), identity.issuer)
        } catch (error) {
          if (error instanceof WaypostError) throw error
          const claim = claimOf(error)
          if (claim) reason = `The claim ${claim} was not accepted.`
        }
      }
      throw invalid(reason)
    },
  }

  async function payloadOf(token: string, key: IdentityKey, site: string, issuer: string) {
    const { payload } = await jwtVerify(token, await keyOf(key), {
      algorithms: [key.alg],
      audience: site,
      issuer,
      clockTolerance: SKEW,
      currentDate: deps.clock.now(),
      requiredClaims: ['sub', 'exp'],
    })
    return payload
  }

  function keyOf(key: IdentityKey): Promise<KeyObject | webcrypto.CryptoKey> {
    const known = imported.get(key)
    if (known) return known
    const fresh =
      key.alg === 'HS256'
        ? Promise.resolve(createSecretKey(Buffer.from(key.secret)))
        : importSPKI(key.publicKey, key.alg)
    imported.set(key, fresh)
    return fresh
  }

  function asIdentity(payload: JWTPayload, issuer: string): SignedIdentity {
    const { sub, exp } = payload
    if (typeof sub !== 'string' || sub === '' || sub.length > 200) {
      throw invalid('The claim sub must be 1 to 200 characters.')
    }
    const end = exp ?? 0
    if (end - deps.clock.now().getTime() / 1000 > LONGEST + SKEW) {
      throw invalid('The claim exp may be an hour ahead at most.')
    }
    const segments = Array.isArray(payload.segments) ? payload.segments : []
    return {
      issuer,
      subject: sub,
      name: textClaim(payload.name),
      email: textClaim(payload.email),
      emailVerified: payload.email_verified === true,
      segments: segments.filter((name) => typeof name === 'string').slice(0, 100),
      ...groupClaims(payload),
      expiresAt: end,
    }
  }
}

function textClaim(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= 254 ? value : null
}

/** What the colleagues of a company see of one another; a claim that is not understood opens nothing. */
function groupClaims({ group, group_access: access }: JWTPayload) {
  if (group === undefined || group === null) return { group: undefined, groupAccess: undefined }
  if (typeof group !== 'string' || group.trim() === '' || group.length > 200) {
    throw invalid('The claim group must be 1 to 200 characters.')
  }
  if (access !== undefined && !groupAccesses.includes(access as GroupAccess)) {
    throw invalid(`The claim group_access must be one of ${groupAccesses.join(', ')}.`)
  }
  return { group, groupAccess: (access as GroupAccess | undefined) ?? 'read' }
}

function claimOf(error: unknown): string | undefined {
  const claim = (error as { claim?: unknown }).claim
  return typeof claim === 'string' && /^[a-z]{2,10}$/.test(claim) ? claim : undefined
}

function invalid(detail: string): WaypostError {
  return new WaypostError('identity_token_invalid', { detail })
}
