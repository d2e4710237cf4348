import type { WaypostEvent } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import { type Actor, actorId } from '../actor.js'
import { asAgent, guarded } from '../policy.js'
import type { Storage } from '../storage.js'

/** Milliseconds in which it is told once that somebody writes in a ticket, or has it open. */
const WRITES_ONCE_IN = 4_000
const READS_ONCE_IN = 20_000

type Presence = Extract<WaypostEvent, { kind: 'ticket.typing' | 'ticket.viewed' }>

/**
 * Who is writing, and who of the team is reading. It goes through the event log, so that it reaches the
 * streams of every node, and says of nobody but agents what they are called.
 */
export function createTyping({ storage, clock }: { storage: Storage; clock: Clock }) {
  const writing = createOnce(WRITES_ONCE_IN)
  const reading = createOnce(READS_ONCE_IN)
  return {
    /** The requester writes, or a colleague who may reply. */
    tell(actor: Actor, ticketId: string): Promise<void> {
      return tellOnce(actor, ticketId, writing, (site) => ({
        kind: 'ticket.typing',
        site,
        ticketId,
        author: 'requester',
      }))
    },

    /** One of the team writes. */
    async tellOfAgent(actor: Actor, ticketId: string): Promise<void> {
      const who = agentIn(actor)
      await tellOnce(actor, ticketId, writing, (site) => ({
        kind: 'ticket.typing',
        site,
        ticketId,
        author: 'agent',
        ...who,
      }))
    },

    /** One of the team has the ticket open. */
    async tellReading(actor: Actor, ticketId: string): Promise<void> {
      const who = agentIn(actor)
      await tellOnce(actor, ticketId, reading, (site) => ({
        kind: 'ticket.viewed',
        site,
        ticketId,
        ...who,
      }))
    },
  }

  async function tellOnce(
    actor: Actor,
    ticketId: string,
    once: ReturnType<typeof createOnce>,
    eventOf: (site: string) => Presence,
  ): Promise<void> {
    const key = `${ticketId}|${actorId(actor)}`
    const isNews = once.take(key, clock.now().getTime())
    try {
      await storage.transaction(async (tx) => {
        const action = actor.kind === 'agent' ? 'manage' : 'reply'
        const { site } = guarded(actor, action, await tx.tickets.find(ticketId))
        if (isNews) tx.events.add(eventOf(site))
      })
    } catch (error) {
      if (isNews) once.forget(key)
      throw error
    }
  }
}

export type Typing = ReturnType<typeof createTyping>

function agentIn(actor: Actor): { agentId: string; name?: string } {
  const { agentId, name } = asAgent(actor, 'list-queue')
  return { agentId, ...(name !== null && { name }) }
}

/** Says yes once in so many milliseconds for each key, and forgets what is over. */
function createOnce(milliseconds: number) {
  const takenAt = new Map<string, number>()
  return {
    take(key: string, now: number): boolean {
      for (const [old, at] of takenAt) {
        // In the order in which they were taken: the first that is not over ends it.
        if (now - at < milliseconds) break
        takenAt.delete(old)
      }
      if (takenAt.has(key)) return false
      takenAt.set(key, now)
      return true
    },
    forget: (key: string) => takenAt.delete(key),
  }
}
