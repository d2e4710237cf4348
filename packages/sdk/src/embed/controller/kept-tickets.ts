import { MOST_TICKETS } from './join-kept.js'
import type { createKeep } from './keep.js'

/** A ticket that was opened without a name, with what opens it again. */
export interface KeptTicket {
  id: string
  createdAt: string
  /** `wpt_…` */
  accessToken: string
}

/** What stands in the storage. */
interface Kept {
  tickets: KeptTicket[]
  /** Who had been named last in this browser, as a hash. */
  after: string | null
  /** What one server gave is never shown to another. */
  of: string
}

export interface KeptTicketsDeps {
  keep: Pick<ReturnType<typeof createKeep>, 'person' | 'textOf'>
  server: string
  /** Who was named last in this browser since anybody logged out, as a hash. */
  namedLast(): string | null
}

const KEY = 'tickets'
const visitor = { customerId: null }

/**
 * The ticket tokens of whoever is here, below their keep. Nothing of them is in memory, so that what
 * a logout in any tab has wiped is gone.
 */
export function createKeptTickets({ keep, server, namedLast }: KeptTicketsDeps) {
  const nothing: Kept = { tickets: [], after: null, of: server }

  function read(who = keep.person): Kept {
    try {
      const kept: Kept = who && JSON.parse(keep.textOf(who, KEY).get() ?? '')
      return kept?.of === server ? { ...kept, tickets: kept.tickets.filter(isKept) } : nothing
    } catch {
      return nothing
    }
  }

  function write(tickets: KeptTicket[], who = keep.person): void {
    if (!who) return
    const kept: Kept = { tickets: tickets.slice(-MOST_TICKETS), after: namedLast(), of: server }
    keep.textOf(who, KEY).set(tickets.length > 0 ? JSON.stringify(kept) : null)
  }

  return {
    all: (): readonly KeptTicket[] => read().tickets,

    find: (id: string | undefined): KeptTicket | undefined =>
      read().tickets.find((one) => one.id === id),

    add(ticket: KeptTicket): void {
      write([...read().tickets.filter(({ id }) => id !== ticket.id), ticket])
    },

    drop(gone: readonly KeptTicket[]): void {
      const ids = gone.map(({ id }) => id)
      const { tickets } = read()
      const left = tickets.filter(({ id }) => !ids.includes(id))
      if (left.length < tickets.length) write(left)
    },

    get isOfCustomer(): boolean {
      return Boolean(keep.person?.customerId)
    },

    /**
     * What a visitor opened goes with them when they get a name. What somebody else may have opened,
     * after their name had run out, goes with nobody. True where there was any.
     */
    handOver(): boolean {
      const { tickets, after } = read(visitor)
      if (!keep.person?.customerId || tickets.length === 0) return false
      write([], visitor)
      if (!after || after === namedLast()) write([...read().tickets, ...tickets])
      return true
    },
  }
}

export type KeptTickets = ReturnType<typeof createKeptTickets>

/** Anybody on the page's origin may have written there. */
const isKept = (one: Partial<KeptTicket> | null) =>
  [one?.id, one?.createdAt].every((text) => typeof text === 'string') &&
  String(one?.accessToken).startsWith('wpt_')
