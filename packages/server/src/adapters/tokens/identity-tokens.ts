import { createSecretKey, type KeyObject, type webcrypto } from 'node:crypto'
import { WaypostError } from '@waypost/sdk/contract'
import { importSPKI, jwtVerify } from 'jose'
import type { IdentityTokens } from '../../domain/secrets.js'
import type { Clock } from '../../foundation/clock.js'
import { invalidToken, readClaims, SKEW } from './identity-claims.js'

/** A key that a host signs with. The algorithm is ours to say, never the token's. */
export type IdentityKey =
  | { alg: 'HS256'; secret: string; kid?: string | undefined }
  | { alg: 'ES256' | 'RS256' | 'EdDSA'; publicKey: string; kid?: string | undefined }

export interface SiteIdentity {
  issuer: string
  keys: readonly IdentityKey[]
}

/** Verifies the JWTs of hosts: audience = site key, issuer as configured, our algorithms alone. */
export function createIdentityTokens(deps: {
  clock: Clock
  identityOf(site: string): SiteIdentity | undefined
}): IdentityTokens {
  const imported = new Map<IdentityKey, Promise<KeyObject | webcrypto.CryptoKey>>()
  return {
    async verify(site, token) {
      const identity = deps.identityOf(site)
      if (!identity) throw invalidToken('This site has no identity keys in its configuration.')
      let reason = 'No key of this site fits the signature.'
      for (const key of identity.keys) {
        try {
          const payload = await payloadOf(token, key, site, identity.issuer)
          return readClaims(payload, identity.issuer, deps.clock.now())
        } catch (error) {
          if (error instanceof WaypostError) throw error
          const claim = claimOf(error)
          if (claim) reason = `The claim ${claim} was not accepted.`
        }
      }
      throw invalidToken(reason)
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
}

function claimOf(error: unknown): string | undefined {
  const claim = (error as { claim?: unknown }).claim
  return typeof claim === 'string' && /^[a-z]{2,10}$/.test(claim) ? claim : undefined
}
