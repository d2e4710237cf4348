import type { StoredRecord } from '../../../foundation/records.js'
import { ask, type Connection } from './connect.js'
import { type DeclaredTable, declaredTables } from './declared-tables.js'
import type { Draft } from './run-work.js'
import { toSortText } from './sort-text.js'
import type { State } from './state.js'
import type { TextRow, Told } from './texts.js'

/** Words are kept for so many records at a time, as their forms are found here: some ten milliseconds. */
const BATCH = 100

interface UntoldRow {
  readonly name: string
  readonly record: StoredRecord
  readonly written: string
}

const textTables: readonly DeclaredTable[] = declaredTables.filter(
  ({ textsOf }) => textsOf !== undefined,
)

/**
 * The words of what was written since they were kept last. Whoever writes does not wait for them: a
 * search brings them along for what is that new, and they are kept within a second.
 */
export async function readUntold(
  connection: Connection,
  table: DeclaredTable,
  { told }: State,
): Promise<readonly Told[]> {
  const tables = textTables.filter(({ textsOf }) => textsOf === table.name)
  if (tables.length === 0) return []
  const query = { name: `${table.name} untold`, text: untoldIn(tables), values: [told] }
  const { rows } = await ask(connection, query)
  return (rows as UntoldRow[]).map(toldOf)
}

/**
 * Makes drafts that keep the words of a batch; the value of one says whether there may be more. Where
 * somebody comes before, the next draft finds nearly all of the same, and looks for no forms again.
 */
export function createTexts() {
  let before = new Map<string, Told>()

  return async function draftTexts(
    connection: Connection,
    reading: State | Promise<State>,
  ): Promise<Draft> {
    const seen = await reading
    const text = `${untoldIn(textTables)} order by written fetch first ${BATCH} rows with ties`
    const { rows } = await ask(connection, { name: 'untold', text, values: [seen.told] })
    const isMore = rows.length >= BATCH
    const draft = { seen, outcome: { value: isMore }, changes: new Map(), added: [] }
    const found = new Map<string, Told>()
    for (const row of rows as UntoldRow[]) {
      const key = `${row.name}/${row.written}/${row.record.id}`
      found.set(key, before.get(key) ?? toldOf(row))
    }
    before = found
    if (rows.length === 0) return draft
    const upTo = isMore ? Number(rows.at(-1).written) : seen.commit
    return { ...draft, told: { texts: [...found.values()], upTo } }
  }
}

function untoldIn(tables: readonly DeclaredTable[]): string {
  return tables
    .map(
      ({ name, sql }) => `select '${name}' as name, record, written from ${sql}
      where written > $1 and written > 0`,
    )
    .join(' union all ')
}

function toldOf({ name, record }: UntoldRow): Told {
  const table = textTables.find((known) => known.name === name) as DeclaredTable
  return {
    ...(table.textOf(record) as TextRow),
    table: name,
    id: toSortText(record.id),
    ofTable: table.textsOf as string,
    expiresAt: record.expiresAt ?? null,
  }
}
