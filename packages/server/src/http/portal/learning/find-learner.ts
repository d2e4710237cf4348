import type { Actor } from '../../../domain/actor.js'
import type { Agents } from '../../../domain/identity/agents.js'
import type { Sessions } from '../../../domain/identity/sessions.js'
import { worksFor } from '../../../domain/policy.js'
import type { RateLimits } from '../../rate-limits.js'
import type { Visit } from '../page.js'
import { findReader } from '../signing-in/find-reader.js'
import { keepingNameless, namelessTokenIn, teamTokenIn } from './learner-cookies.js'

export interface FindLearnerDeps {
  sessions: Sessions
  agents: Agents
  rateLimits: Pick<RateLimits, 'arrive' | 'refused'>
}

/** Somebody who learns at the portal, by what their browser keeps. */
export interface PortalLearner {
  readonly actor: Actor
  /** What they are called, where that is known. */
  readonly name: string | null
}

/** One of the team before a customer, who may be the same person; `undefined` for a first visit. */
export async function findLearner(
  deps: FindLearnerDeps,
  visit: Visit,
): Promise<PortalLearner | undefined> {
  const agent = await findTeamMember(deps, visit, teamTokenIn(visit.request))
  if (agent) return agent
  const reader = await findReader(deps, visit)
  if (reader) return { actor: reader.actor, name: reader.address }
  const token = namelessTokenIn(visit.request)
  const actor = token === undefined ? undefined : await deps.sessions.find(token)
  return actor?.site === visit.site.key ? { actor, name: null } : undefined
}

/** Who of the team has a token, where they work for the site; tokens are counted as those of API calls. */
export async function findTeamMember(
  { agents, rateLimits }: Pick<FindLearnerDeps, 'agents' | 'rateLimits'>,
  { site: { key: site }, address }: Visit,
  token: string | undefined,
): Promise<PortalLearner | undefined> {
  if (token === undefined) return undefined
  await rateLimits.arrive('listAgents', address, true)
  const agent = await agents.find(token)
  if (!agent) await rateLimits.refused(address)
  if (!agent || !worksFor(agent, site)) return undefined
  const { id: agentId, name, role } = agent
  return { actor: { kind: 'agent', site, agentId, name, role }, name: name ?? agent.email }
}

/** For a first visit, a session that the browser keeps by `cookie`. */
export async function beginLearner(
  { sessions }: Pick<FindLearnerDeps, 'sessions'>,
  visit: Visit,
): Promise<{ learner: PortalLearner; cookie: string }> {
  const { token } = await sessions.start(visit.site.key, undefined)
  const actor = await sessions.find(token)
  if (!actor) throw new Error('A session that has just begun is not there')
  return { learner: { actor, name: null }, cookie: keepingNameless(visit, token) }
}
