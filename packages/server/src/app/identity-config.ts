import { ContentId } from '@waypost/sdk/contract'
import * as v from 'valibot'

const IdentityKeySchema = v.union([
  v.object({
    alg: v.literal('HS256'),
    // A public key is known to everybody, and so would be a secret that is one.
    secret: v.pipe(v.string(), v.minLength(32), v.excludes('-----BEGIN')),
    kid: v.optional(v.string()),
  }),
  v.object({
    alg: v.literal('HS256'),
    secretFile: v.pipe(v.string(), v.minLength(1)),
    kid: v.optional(v.string()),
  }),
  v.object({
    alg: v.picklist(['ES256', 'RS256', 'EdDSA']),
    publicKey: v.pipe(v.string(), v.includes('BEGIN PUBLIC KEY')),
    kid: v.optional(v.string()),
  }),
])

/** Whose word the server takes for who somebody is. */
export const IdentityConfigSchema = v.strictObject({
  issuer: ContentId,
  keys: v.pipe(v.array(IdentityKeySchema), v.minLength(1)),
})
