import type { WaypostEvent } from '@waypost/sdk/contract'
import { eventId, eventTimes } from '../event-record.js'
import { ask, type Connection } from './connect.js'
import { type DeclaredTable, eventTable } from './declared-tables.js'
import type { Draft, Put } from './run-work.js'
import type { State } from './state.js'
import { type Signature, writeQuery } from './write-query.js'

export interface WriteDeps {
  connection: Connection
  draft: Pick<Draft, 'changes' | 'added' | 'told'>
  /** What the draft was read at. */
  seen: State
  signature: Signature
  now: Date
  /**
   * Whether a record of a table that the work has not read is taken for new, which spares looking for
   * what it would leave behind. Where there is one after all, nothing is written, and `takenIn` says so.
   */
  isNewUnread?: (table: DeclaredTable) => boolean
}

/**
 * Writes a draft by one statement, if nobody has committed since it was read: `made` is what stands
 * then, `done` whether it does. The row of the state is taken first, and nothing is written without
 * it: it is the one lock, and its number the one proof, for all nodes.
 */
export function writeDraft(deps: WriteDeps): { made: State; done: Promise<boolean> } {
  const { connection, draft, seen, signature, now, isNewUnread = () => false } = deps
  const log = logged(draft.added, seen, now)
  const changes = new Map<DeclaredTable, ReadonlyMap<string, Put | null>>(draft.changes)
  if (log.puts.size > 0) changes.set(eventTable, log.puts)
  const { told } = draft
  const query = writeQuery({ changes, seen, ...log, told, signature, isNewUnread })
  const answer = ask(connection, query)
  const made = {
    ...seen,
    commit: seen.commit + 1,
    lastEvent: log.lastEvent,
    lastEventAt: log.lastEventAt,
    told: told?.upTo ?? seen.told,
  }
  return { made, done: answer.then(({ rows }) => rows.length > 0) }
}

/** The events with their numbers and moments, and what the log ends with then. */
function logged(added: readonly WaypostEvent[], seen: State, now: Date) {
  const { createdAt, expiresAt } = eventTimes(now, seen.lastEventAt)
  const puts = new Map(
    added.map((event, i): [string, Put] => {
      const id = eventId(seen.lastEvent + 1 + i)
      const json = JSON.stringify({ id, createdAt, expiresAt, event })
      return [id, { id, json, expiresAt, entries: [], isFound: false }]
    }),
  )
  return {
    puts,
    lastEvent: seen.lastEvent + added.length,
    lastEventAt: added.length > 0 ? createdAt : seen.lastEventAt,
  }
}

const UNIQUE_VIOLATION = '23505'

/** The table in which a record was taken for new that was there before; nothing for other errors. */
export function takenIn(error: unknown): string | undefined {
  const { code, table } = error as { code?: string; table?: string }
  return code === UNIQUE_VIOLATION ? table : undefined
}
