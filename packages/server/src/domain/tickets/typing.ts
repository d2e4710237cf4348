import type { Clock } from '../../foundation/clock.js'
import { type Actor, actorId } from '../actor.js'
import { asAgent, guarded } from '../policy.js'
import type { Storage } from '../storage.js'

/** Milliseconds in which it is told once that somebody writes in a ticket. */
const ONCE_IN = 4_000

/**
 * Who is writing. It goes through the event log, so that it reaches the streams of every node, and
 * says of nobody but agents what they are called.
 */
export function createTyping({ storage, clock }: { storage: Storage; clock: Clock }) {
  const toldAt = new Map<string, number>()
  return {
    /** The requester writes, or a colleague who may reply. */
    tell(actor: Actor, ticketId: string): Promise<void> {
      return tellOnce(actor, ticketId, 'reply', { author: 'requester' })
    },

    /** One of the team writes. */
    async tellOfAgent(actor: Actor, ticketId: string): Promise<void> {
      const { agentId, name } = asAgent(actor, 'list-queue')
      const who = { author: 'agent', agentId, ...(name !== null && { name }) } as const
      await tellOnce(actor, ticketId, 'manage', who)
    },
  }

  async function tellOnce(
    actor: Actor,
    ticketId: string,
    action: 'reply' | 'manage',
    who: { author: 'requester' | 'agent'; agentId?: string; name?: string },
  ): Promise<void> {
    const now = clock.now().getTime()
    for (const [key, at] of toldAt) {
      // In the order in which they were told: the first that is not over ends it.
      if (now - at < ONCE_IN) break
      toldAt.delete(key)
    }
    const key = `${ticketId}|${actorId(actor)}`
    const isTold = toldAt.has(key)
    if (!isTold) toldAt.set(key, now)
    try {
      await storage.transaction(async (tx) => {
        const { site } = guarded(actor, action, await tx.tickets.find(ticketId))
        if (!isTold) tx.events.add({ kind: 'ticket.typing', site, ticketId, ...who })
      })
    } catch (error) {
      if (!isTold) toldAt.delete(key)
      throw error
    }
  }
}

export type Typing = ReturnType<typeof createTyping>
