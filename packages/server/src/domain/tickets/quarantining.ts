import type { Clock } from '../../foundation/clock.js'
import type { Actor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent, guarded } from '../policy.js'
import type { Storage } from '../storage.js'
import type { Notices } from './notices.js'
import { quarantined, released, type Ticket } from './ticket.js'

export interface QuarantiningDeps {
  storage: Storage
  clock: Clock
  notices: Notices
  audit: AuditLog
}

/** How the support team puts tickets aside, and takes them back. */
export function createQuarantining({ storage, clock, notices, audit }: QuarantiningDeps) {
  return {
    /** Puts a ticket aside; it leaves every queue, and keeps all it has. */
    quarantine: (actor: Actor, ticketId: string): Promise<Ticket> =>
      move(actor, ticketId, 'ticket.quarantined', (ticket, at) => quarantined(ticket, 'agent', at)),

    /** Takes a ticket out of quarantine. What is told of a new ticket is told now, if it never was. */
    release: (actor: Actor, ticketId: string): Promise<Ticket> =>
      move(actor, ticketId, 'ticket.released', released),
  }

  async function move(
    actor: Actor,
    ticketId: string,
    kind: 'ticket.quarantined' | 'ticket.released',
    step: (ticket: Ticket, at: Date) => Ticket,
  ): Promise<Ticket> {
    const agent = asAgent(actor, 'list-queue')
    const at = clock.now()
    return storage.transaction(async (tx) => {
      const before = guarded(actor, 'manage', await tx.tickets.find(ticketId))
      const after = step(before, at)
      if (after === before) return before
      // Only what was put aside as it was opened has been told to nobody yet.
      const isUntold = kind === 'ticket.released' && before.quarantine?.reason !== 'agent'
      const tell = isUntold ? await notices.opened(tx, after) : () => {}
      const noteDeed = await audit.open(tx, agent, at)
      tx.tickets.save(after)
      noteDeed(kind, ticketId)
      tell()
      tx.events.add({ kind, site: after.site, ticketId })
      return after
    })
  }
}
