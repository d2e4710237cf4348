import type { StoredRecord } from '../../../foundation/records.js'
import { ask, type Connection } from './connect.js'
import { type DeclaredTable, declaredTables } from './declared-tables.js'
import { isUnkeepable } from './lost.js'
import type { Draft } from './run-work.js'
import { toSortText } from './sort-text.js'
import type { State } from './state.js'
import { type TextRow, type Told, tsvector } from './texts.js'

/** Words are kept for so many records at a time, as their forms are found here: some ten milliseconds. */
const BATCH = 100

/** What operators read of a record that was passed over. */
export const PASSED = 'Passed over words that the database cannot keep'

/** A record whose words cannot be kept, and the state of SQL that said so. */
export interface Passed {
  readonly table: string
  readonly id: string
  readonly problem: string
}

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
export function createTexts(onPassed: (passed: Passed) => void) {
  let before = new Map<string, Told>()
  const passed = new Set<string>()

  /** Those that can be kept, each tried by itself. */
  async function keepable(connection: Connection, found: ReadonlyMap<string, Told>) {
    const texts: Told[] = []
    for (const [key, told] of found) {
      const problem = await problemOf(connection, told)
      if (problem === undefined) {
        texts.push(told)
        continue
      }
      if (!passed.has(key)) onPassed({ table: told.table, id: told.id, problem })
      passed.add(key)
    }
    return texts
  }

  async function draft(
    connection: Connection,
    reading: State | Promise<State>,
    isEach = false,
  ): Promise<Draft> {
    const seen = await reading
    const text = `${untoldIn(textTables)} order by written fetch first ${BATCH} rows with ties`
    const { rows } = await ask(connection, { name: 'untold', text, values: [seen.told] })
    const isMore = rows.length >= BATCH
    const nothing = { seen, outcome: { value: isMore }, changes: new Map(), added: [] }
    const found = new Map<string, Told>()
    for (const row of rows as UntoldRow[]) {
      const key = `${row.name}/${row.written}/${row.record.id}`
      found.set(key, before.get(key) ?? toldOf(row))
    }
    before = found
    if (rows.length === 0) return nothing
    const upTo = isMore ? Number(rows.at(-1).written) : seen.commit
    const texts = isEach ? await keepable(connection, found) : [...found.values()]
    return { ...nothing, told: { texts, upTo } }
  }

  return {
    draft: (connection: Connection, seen: State | Promise<State>) => draft(connection, seen),

    /** The same after one was refused: what cannot be kept must not keep all others from it. */
    draftEach: (connection: Connection, seen: State | Promise<State>) =>
      draft(connection, seen, true),
  }
}

/** Why the words of one record cannot be kept; nothing where they can. */
async function problemOf(connection: Connection, told: Told): Promise<string | undefined> {
  const text = `select length(${tsvector})
    from (select $1::text as dictionary, $2::text as words, $3::text as terms) n`
  const values = [told.dictionary, told.words, told.terms]
  await ask(connection, 'savepoint words')
  try {
    await ask(connection, { name: 'words', text, values })
    return undefined
  } catch (error) {
    if (!isUnkeepable(error)) throw error
    await ask(connection, 'rollback to words')
    return (error as { code: string }).code
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
