import { WaypostError } from '@waypost/sdk/contract'
import type { Sessions } from '../../domain/identity/sessions.js'
import type { Endpoints } from '../endpoint.js'
import { presentCustomer } from '../present/customer.js'

export function sessionEndpoints({ sessions }: { sessions: Sessions }) {
  return {
    createSession: async ({ actor, body }) => {
      const { token, session, customer } = await sessions.start(actor.site, body.identityToken)
      return {
        reply: {
          token,
          expiresAt: session.expiresAt,
          customer: customer && presentCustomer(customer),
        },
      }
    },
    endSession: async ({ actor }) => {
      if (actor.kind !== 'session') throw new WaypostError('forbidden')
      await sessions.end(actor.site, actor.sessionId)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>
}
