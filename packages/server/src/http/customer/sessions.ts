import { type NewSession, WaypostError } from '@waypost/sdk/contract'
import type { HandingOver } from '../../domain/education/handing-over.js'
import type { Sessions, StartedSession } from '../../domain/identity/sessions.js'
import type { SignIns } from '../../domain/identity/sign-ins.js'
import type { MailLinks } from '../../domain/notifications/mail-links.js'
import type { Clock } from '../../foundation/clock.js'
import type { Endpoints } from '../endpoint.js'
import { presentCustomer } from '../present/customer.js'

export interface SessionEndpointsDeps {
  sessions: Sessions
  signIns: SignIns
  mailLinks: MailLinks
  clock: Clock
  handingOver: HandingOver
}

export function sessionEndpoints(deps: SessionEndpointsDeps) {
  const { sessions, signIns, mailLinks, clock, handingOver } = deps
  return {
    createSession: async ({ actor, body }) => {
      const { token, session, customer } = await begin(actor.site, body)
      // Before anybody has the new token: a try that fails here is made again from the beginning.
      if (body.visitorToken !== undefined && customer) await handOver(body.visitorToken, token)
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
      await handingOver.forget(actor)
      return { reply: undefined }
    },
  } satisfies Partial<Endpoints>

  async function handOver(visitorToken: string, token: string): Promise<void> {
    const [from, to] = [await sessions.find(visitorToken), await sessions.find(token)]
    if (to) await handingOver.handOver(from, to)
  }

  function begin(site: string, body: NewSession): Promise<StartedSession> {
    const { identityToken, link, email, code } = body
    if (link !== undefined) {
      const target = mailLinks.read(link, clock.now())
      // A link that opens a ticket says nothing of who has it: such links are handed on.
      return signIns.enterByLink(site, target?.kind === 'sign-in' ? target.codeId : '')
    }
    if (code === undefined) return sessions.start(site, identityToken)
    if (email !== undefined) return signIns.enterByCode(site, email, code)
    throw new WaypostError('invalid_input', { errors: [{ path: 'email', code: 'required' }] })
  }
}
