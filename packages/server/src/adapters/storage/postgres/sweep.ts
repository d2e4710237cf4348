import { SWEEP_BATCH, sweptUpTo } from '../sweep.js'
import type { Connection } from './connect.js'
import { ask } from './connect.js'
import { type DeclaredTable, declaredTables } from './declared-tables.js'
import type { Draft } from './run-work.js'
import type { State } from './state.js'

const ENDED = declaredTables
  .map(
    ({ name, sql }) => `(select '${name}' as name, record from ${sql}
    where expires_at <= $1 order by expires_at limit ${SWEEP_BATCH})`,
  )
  .join(' union all ')

/** Everything whose end has passed, up to a batch, as a draft that deletes it. */
export async function draftSweep(
  connection: Connection,
  seen: State | Promise<State>,
  now: Date,
): Promise<Draft> {
  const text = `${ENDED} limit ${SWEEP_BATCH}`
  const { rows } = await ask(connection, { name: 'sweep', text, values: [sweptUpTo(now)] })
  const changes = new Map<DeclaredTable, Map<string, null>>()
  for (const table of declaredTables) {
    const ended = rows.filter(({ name }) => name === table.name)
    if (ended.length > 0) changes.set(table, new Map(ended.map(({ record }) => [record.id, null])))
  }
  return { seen: await seen, outcome: { value: rows.length }, changes, added: [] }
}
