import type { QueryResult } from 'pg'
import { ask, askAll, type Connection } from './connect.js'

/** The one row that orders all commits of all nodes. */
export interface State {
  /** How many commits there have been. */
  readonly commit: number
  /** The number of the newest event, and its moment; 0 and nothing before the first. */
  readonly lastEvent: number
  readonly lastEventAt: string
  /** Rises when a node has changed what indexes there are. */
  readonly declared: number
  /** Up to which commit the words of what was written are kept for the search. */
  readonly told: number
}

const SELECT = 'select commit, last_event, last_event_at, declared, told from waypost._state'

/** Both are prepared once: every piece of work begins with them. */
const BEGIN = { name: 'begin', text: 'begin isolation level repeatable read read only' }
const STATE = { name: 'state', text: SELECT }

/** Takes the snapshot that everything is then read from, and says what it stands at. */
export async function beginReading(connection: Connection): Promise<State> {
  const [, { rows }] = await Promise.all([ask(connection, BEGIN), ask(connection, STATE)])
  return stateIn(rows)
}

/** From now on nobody else commits, until this transaction ends. */
export async function beginLocked(connection: Connection): Promise<State> {
  return stateIn(await askAll(connection, `begin; ${SELECT} for update`))
}

export async function readState(connection: Connection): Promise<State> {
  return stateIn(await askAll(connection, SELECT))
}

function stateIn([row]: QueryResult['rows']): State {
  return {
    commit: Number(row.commit),
    lastEvent: Number(row.last_event),
    lastEventAt: row.last_event_at,
    declared: Number(row.declared),
    told: Number(row.told),
  }
}
