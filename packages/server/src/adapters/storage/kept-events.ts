import type { WaypostEvent } from '@waypost/sdk/contract'
import type { LoggedEvent } from '../../domain/event-log.js'
import { encodePosition } from '../../foundation/position.js'
import type { Change } from './change.js'
import { eventId, eventTimes } from './event-record.js'
import type { KeptTables, StoredEvent } from './kept-tables.js'

const NEWEST = 'newest-event'

/** The event log over its table: numbers in commit order, each event kept for 24 hours. */
export function createKeptEvents({ events, marks }: KeptTables) {
  const newest = events.list('number', '', { limit: 1, direction: 'descending' }).items[0]
  let last = newest ? numberOf(newest) : (marks.get(NEWEST)?.value ?? 0)
  let lastAt = newest?.createdAt ?? ''

  return {
    last: () => last,

    first(): number {
      const oldest = events.first('number', '')
      return oldest ? numberOf(oldest) : 0
    },

    listAfter(number: number, limit: number): readonly LoggedEvent[] {
      const id = eventId(number)
      const after = encodePosition({ order: id, id })
      return events.list('number', '', { limit, after }).items.map(toLogged)
    },

    /** The events as changes, numbered from the next number on; nothing is counted up yet. */
    numbered(added: readonly WaypostEvent[], now: Date): Change[] {
      if (added.length === 0) return []
      const times = eventTimes(now, lastAt)
      return added.map((event, i) => {
        const id = eventId(last + 1 + i)
        return { table: 'events', id, record: Object.freeze({ id, ...times, event }) }
      })
    },

    /** Counts up to what has been committed. */
    noteCommitted(changes: readonly Change[]): void {
      for (const { table, record } of changes) {
        if (table !== 'events' || record === null) continue
        last = numberOf(record)
        lastAt = record.createdAt
      }
    },

    /** What must be kept when these are swept: the last number, where its event goes too. */
    marksFor(swept: readonly Change[], now: Date): Change[] {
      if (!swept.some(({ table, id }) => table === 'events' && id === eventId(last))) return []
      const record = Object.freeze({ id: NEWEST, createdAt: now.toISOString(), value: last })
      return [{ table: 'marks', id: NEWEST, record }]
    },
  }
}

export type KeptEvents = ReturnType<typeof createKeptEvents>

function numberOf({ id }: { id: string }): number {
  return Number(id)
}

function toLogged(stored: StoredEvent): LoggedEvent {
  return { number: numberOf(stored), at: stored.createdAt, event: stored.event }
}
