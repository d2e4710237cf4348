import type { Actor } from '../actor.js'
import { asCustomer, can } from '../policy.js'
import type { Storage, Transaction } from '../storage.js'
import type { Requesters } from './requesters.js'
import { claimed, type Ticket } from './ticket.js'

export interface ClaimsDeps {
  storage: Storage
  requesters: Requesters
}

/** What a ticket token says. */
export interface TicketAccess {
  readonly ticketId: string
  readonly accessVersion: number
}

/** How somebody who asked without a name gets their tickets when they have one. */
export function createClaims({ storage, requesters }: ClaimsDeps) {
  return {
    /**
     * Makes the tickets those of the customer, and returns which are. Passed over in silence: what
     * is revoked, of another site, or already of somebody by name.
     */
    async claim(actor: Actor, accesses: readonly TicketAccess[]): Promise<Ticket[]> {
      const { site, customerId } = asCustomer(actor)
      return storage.transaction(async (tx) => {
        const opened = await openedBy(tx, site, accesses)
        const own: Ticket[] = []
        for (const ticket of opened.values()) {
          const isTheirs = ticket.requesterId === customerId
          if (!isTheirs && (await requesters.isNamed(tx, ticket.requesterId))) continue
          own.push(isTheirs ? ticket : claimed(ticket, customerId))
        }
        for (const ticket of own) {
          if (ticket === opened.get(ticket.id)) continue
          tx.tickets.save(ticket)
          tx.events.add({ kind: 'ticket.claimed', site, ticketId: ticket.id })
        }
        return own
      })
    },
  }
}

export type Claims = ReturnType<typeof createClaims>

/** By id, so that a token that is named twice counts once. */
async function openedBy(tx: Transaction, site: string, accesses: readonly TicketAccess[]) {
  const opened = new Map<string, Ticket>()
  for (const { ticketId, accessVersion } of accesses) {
    const ticket = await tx.tickets.find(ticketId)
    if (ticket?.accessVersion !== accessVersion) continue
    if (can({ kind: 'ticket', site, ticketId }, { action: 'read', ticket })) {
      opened.set(ticketId, ticket)
    }
  }
  return opened
}
