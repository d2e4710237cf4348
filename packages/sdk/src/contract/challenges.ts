import * as v from 'valibot'
import { SiteKey } from './fields.js'
import type { Operation } from './operation.js'

/**
 * A little work for a browser: the number, from 0 to `maxnumber`, whose decimal digits after `salt`
 * have `challenge` as their SHA-256 in hex. The first version of the protocol of ALTCHA.
 */
export const ChallengeSchema = v.object({
  algorithm: v.literal('SHA-256'),
  challenge: v.string(),
  maxnumber: v.number(),
  salt: v.string(),
  signature: v.string(),
})
export type Challenge = v.InferOutput<typeof ChallengeSchema>

export const challengeOperations = {
  getChallenge: {
    summary: 'Work to do before a ticket is opened, where that was asked for by `proof_required`',
    tag: 'tickets',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    status: 200,
    reply: ChallengeSchema,
  },
} as const satisfies Record<string, Operation>
