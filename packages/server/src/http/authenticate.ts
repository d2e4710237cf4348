import { WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../domain/actor.js'
import type { Agents } from '../domain/identity/agents.js'
import type { Sessions } from '../domain/identity/sessions.js'
import { worksFor } from '../domain/policy.js'
import type { TicketTokens } from '../domain/secrets.js'
import type { Tickets } from '../domain/tickets/tickets.js'
import type { Sites } from './site.js'

export interface AuthenticateDeps {
  sites: Sites
  sessions: Sessions
  agents: Agents
  tickets: Tickets
  ticketTokens: TicketTokens
}

const MOST = 512

/** Finds out who calls: the Bearer token's prefix says what it is, `?site` which site is meant. */
export function createAuthenticate(deps: AuthenticateDeps) {
  return async (authorization: string | undefined, siteKey: string | null): Promise<Actor> => {
    const site = siteKey === null ? deps.sites.main : deps.sites.find(siteKey)
    if (!site) throw new WaypostError('not_found', { detail: 'There is no such site.' })
    if (authorization === undefined) return { kind: 'none', site: site.key }

    const [, token = ''] = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization) ?? []
    if (token === '' || token.length > MOST) throw new WaypostError('unauthenticated')
    if (token.startsWith('wps_')) return sessionActor(token)
    if (token.startsWith('wpt_')) return ticketActor(token)
    return agentActor(token, site.key)
  }

  async function sessionActor(token: string): Promise<Actor> {
    const actor = await deps.sessions.find(token)
    if (!actor || !deps.sites.find(actor.site)) throw new WaypostError('session_expired')
    return actor
  }

  async function ticketActor(token: string): Promise<Actor> {
    const said = deps.ticketTokens.read(token)
    const ticket = said && (await deps.tickets.findByAccess(said.ticketId, said.accessVersion))
    if (!ticket) throw new WaypostError('unauthenticated')
    return { kind: 'ticket', site: ticket.site, ticketId: ticket.id }
  }

  async function agentActor(token: string, site: string): Promise<Actor> {
    const agent = await deps.agents.find(token)
    if (!agent) throw new WaypostError('unauthenticated')
    if (!worksFor(agent, site)) {
      throw new WaypostError('forbidden', { detail: 'This agent does not work for this site.' })
    }
    return { kind: 'agent', site, agentId: agent.id, name: agent.name, role: agent.role }
  }
}
