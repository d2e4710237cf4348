import type { Client } from 'pg'
import { type Batch, collections, newestEventMark } from '../whole-storage.js'
import { type DeclaredTable, declaredTables } from './declared-tables.js'
import { readState } from './state.js'

const AT_ONCE = 500

/** The tables that are copied: what is left is the number of the newest event. */
export const copiedTables: readonly DeclaredTable[] = declaredTables.filter(({ name }) =>
  collections.includes(name),
)

/** How many records each collection has, within the transaction of the connection. */
export async function countWhole(client: Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { name, sql } of copiedTables) {
    const { rows } = await client.query(`select count(*) from ${sql}`)
    counts.set(name, Number(rows[0].count))
  }
  return counts.set('marks', (await readState(client)).lastEvent > 0 ? 1 : 0)
}

/**
 * All records by id, letter for letter, within the transaction of the connection: it holds some
 * hundred of them at a time.
 */
export async function* readWhole(client: Client): AsyncGenerator<Batch> {
  for (const { name, sql } of copiedTables) {
    const select = `select record::text as text from ${sql} order by id`
    await client.query(`declare whole no scroll cursor for ${select}`)
    while (true) {
      const { rows } = await client.query(`fetch ${AT_ONCE} from whole`)
      if (rows.length === 0) break
      yield { collection: name, records: rows.map(({ text }) => text) }
    }
    await client.query('close whole')
  }
  const { lastEvent } = await readState(client)
  if (lastEvent === 0) return
  yield { collection: 'marks', records: [JSON.stringify(newestEventMark(lastEvent))] }
}
