import { WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'

/** A table that is there while a database is filled: it names what it is a part of. */
const TABLE = 'waypost._copy'

/** What a database is half a copy of; nothing where it is whole, or empty. */
export async function findCopyMark(client: Client): Promise<string | undefined> {
  const { rows } = await client.query(`select to_regclass('${TABLE}') as found`)
  if (rows[0].found === null) return undefined
  return (await client.query(`select origin from ${TABLE}`)).rows[0]?.origin ?? 'something else'
}

export async function setCopyMark(client: Client, from: string): Promise<void> {
  await client.query(`create table if not exists ${TABLE} (origin text not null)`)
  await client.query(`with gone as (delete from ${TABLE}) insert into ${TABLE} values ($1)`, [from])
}

/** The last step of a copy: from now on nodes may open the database. */
export async function removeCopyMark(client: Client): Promise<void> {
  await client.query(`drop table ${TABLE}`)
}

/** Throws where the database is half a copy: nobody may be answered from that. */
export async function refuseHalfCopy(client: Client, place: string): Promise<void> {
  const from = await findCopyMark(client)
  if (from === undefined) return
  const what = `${place} holds only a part of ${from}`
  const detail = `${what}: a copy was interrupted. Run it again to finish it`
  throw new WaypostError('unavailable', { detail })
}
