import type { Revocations } from '../../domain/identity/revocations.js'
import type { Endpoints } from '../endpoint.js'

export function revocationEndpoints({ revocations }: { revocations: Revocations }) {
  return {
    createRevocation: async ({ actor, body }) => {
      const { revocation, ended } = await revocations.revoke(actor, body)
      const { subject, issuer, createdAt } = revocation
      return { reply: { subject, issuer, before: createdAt, ended } }
    },
  } satisfies Partial<Endpoints>
}
