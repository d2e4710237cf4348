import { createHmac } from 'node:crypto'
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1'
import type { ProofOfWork } from '../../domain/abuse/proofs.js'
import type { Key, Keys } from './keys.js'

/** Half of these hashes on average: a tenth of a second of a computer, a second of an old phone. */
const HASHES = 60_000
const MOST = 2_000

/**
 * Proof of work as ALTCHA has it, in its first version, for which a browser needs nothing but
 * SHA-256. The keys are those of ticket tokens, each for this use alone.
 */
export function createProofOfWork(keys: () => Keys['ticketTokens']): ProofOfWork {
  return {
    async ask(until) {
      const [key] = keys()
      if (!key) throw new Error('No key to sign challenges with')
      const hmacKey = keyOf(key)
      const { challenge, salt, signature } = await createChallenge({
        ...{ hmacKey, maxnumber: HASHES, expires: until },
      })
      return { algorithm: 'SHA-256', challenge, maxnumber: HASHES, salt, signature }
    },

    async read(proof) {
      if (proof.length > MOST) return undefined
      try {
        for (const key of keys()) {
          if (!(await verifySolution(proof, keyOf(key), false))) continue
          const { challenge } = JSON.parse(Buffer.from(proof, 'base64').toString()) as {
            challenge: string
          }
          const until = new Date(Number(extractParams(proof).expires) * 1000)
          return { id: `proof|${challenge}`, until }
        }
      } catch {
        // Whatever cannot be read is no solution.
      }
      return undefined
    },
  }
}

function keyOf({ secret }: Key): string {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update('proof').digest('base64url')
}
