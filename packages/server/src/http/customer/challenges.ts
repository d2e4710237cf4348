import type { Proofs } from '../../domain/abuse/proofs.js'
import type { Endpoints } from '../endpoint.js'

export function challengeEndpoints({ proofs }: { proofs: Proofs }) {
  return {
    getChallenge: async () => ({ reply: await proofs.ask() }),
  } satisfies Partial<Endpoints>
}
