import { type Audience, WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'

/** Somebody who learns. */
export interface Learner {
  readonly site: string
  /**
   * The customer, wherever they are, or one of the team; a visitor without a name is the session of
   * their browser, also when they have asked something.
   */
  readonly id: string
  readonly isNamed: boolean
  /** What they belong to: visitors to the public, customers to their segments as well. */
  readonly audiences: readonly Audience[]
}

/** Whoever holds the token of one ticket is nobody who learns. */
export function learnerOf(actor: Actor): Learner {
  const { site } = actor
  switch (actor.kind) {
    case 'agent':
      return { site, id: actor.agentId, isNamed: true, audiences: ['team'] }
    case 'session': {
      const { customerId, sessionId, signed, segments } = actor
      const isNamed = signed || actor.address !== undefined
      const id = isNamed && customerId !== null ? customerId : sessionId
      const own = segments.map((name): Audience => `segment:${name}`)
      return {
        site,
        id,
        isNamed: id !== sessionId,
        audiences: signed ? ['customers', ...own] : ['public'],
      }
    }
    default:
      throw new WaypostError('forbidden', { detail: 'This takes the token of a session (wps_…).' })
  }
}

/** Names a learner on their site: one of the team may work for several. */
export const learnerKey = ({ site, id }: Pick<Learner, 'site' | 'id'>): string => `${site}|${id}`

/** Days after which what a visitor without a name has learnt is over, counted from its last change. */
const NAMELESS_DAYS = 400

/** When what a learner has done ends by itself: never, where they have a name. */
export function endOf({ isNamed }: Learner, at: Date): { expiresAt?: string } {
  if (isNamed) return {}
  return { expiresAt: new Date(at.getTime() + NAMELESS_DAYS * 86_400_000).toISOString() }
}
