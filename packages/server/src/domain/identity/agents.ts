import { type AgentRole, WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import { filteredPage } from '../../foundation/filtered-page.js'
import type { NewId } from '../../foundation/ids.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent, worksFor } from '../policy.js'
import type { Secrets } from '../secrets.js'
import type { Storage } from '../storage.js'
import type { Agent } from './agent.js'

export interface AgentsDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  secrets: Secrets
  audit: AuditLog
}

export interface NewAgent {
  email: string
  role: AgentRole
  name?: string | undefined
  /** Keys of the sites that they work for; all unless said. */
  sites?: readonly string[] | undefined
  /** A token chosen by the operator, for machines; otherwise one is made. */
  token?: string | undefined
}

/** Agents come by the command line or the configuration, and belong to no site alone. */
const BY_OPERATOR = { site: '', by: 'operator' } as const

/** The support team. */
export function createAgents({ storage, clock, newId, secrets, audit }: AgentsDeps) {
  return {
    /** Adds an agent and returns their token, which is kept nowhere: it can be shown this once. */
    async add(input: NewAgent): Promise<{ agent: Agent; token: string }> {
      const token = input.token ?? secrets.newToken('wpa')
      const at = clock.now()
      const agent: Agent = {
        id: newId('agt'),
        email: input.email,
        name: input.name ?? null,
        role: input.role,
        ...(input.sites && { sites: input.sites }),
        tokenHash: secrets.digest(token),
        createdAt: at.toISOString(),
      }
      return storage.transaction(async (tx) => {
        if (await tx.agents.findBy('email', agent.email.toLowerCase())) {
          throw new WaypostError('invalid_input', {
            detail: `There is an agent ${agent.email} already.`,
            errors: [{ path: 'email', code: 'invalid' }],
          })
        }
        const noteDeed = await audit.open(tx, BY_OPERATOR, at)
        tx.agents.save(agent)
        noteDeed('agent.added', agent.id)
        tx.events.add({ kind: 'agent.added', site: '', agentId: agent.id })
        return { agent, token }
      })
    },

    /** Lets a token chosen by the operator open the given agent's door, adding the agent if new. */
    async ensure(input: NewAgent & { token: string }): Promise<void> {
      const id = newId('agt')
      const at = clock.now()
      const createdAt = at.toISOString()
      const tokenHash = secrets.digest(input.token)
      await storage.transaction(async (tx) => {
        const known = await tx.agents.findBy('email', input.email.toLowerCase())
        if (known?.tokenHash === tokenHash && known.role === input.role) return
        const noteDeed = await audit.open(tx, BY_OPERATOR, at)
        const { email, role, name = null } = input
        const agent: Agent = { ...(known ?? { id, createdAt, email, name }), role, tokenHash }
        tx.agents.save(agent)
        noteDeed(known ? 'agent.changed' : 'agent.added', agent.id)
      })
    },

    /** Who holds this token; `undefined` when nobody does. */
    find(token: string): Promise<Agent | undefined> {
      const hash = secrets.digest(token)
      return storage.transaction((tx) => tx.agents.findBy('token', hash))
    },

    /** Who works for the site; who works for others alone is no business of its team. */
    async list(actor: Actor, page: PageRequest): Promise<Page<Agent>> {
      const { site } = asAgent(actor, 'list-agents')
      return storage.transaction((tx) =>
        filteredPage(
          page,
          (request) => tx.agents.list('all', '', request),
          (agent) => worksFor(agent, site),
        ),
      )
    },
  }
}

export type Agents = ReturnType<typeof createAgents>
