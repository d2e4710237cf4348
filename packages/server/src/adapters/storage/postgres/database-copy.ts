import { WaypostError } from '@waypost/sdk/contract'
import type { Client } from 'pg'
import type { Logger } from '../../../foundation/logger.js'
import type { StoredRecord } from '../../../foundation/records.js'
import { refusalOfHeld } from '../refusal-of-held.js'
import type { Batch, CopyHead, WholeTarget } from '../whole-storage.js'
import { findCopyMark, removeCopyMark, setCopyMark } from './copy-mark.js'
import { declaredTables } from './declared-tables.js'
import { holdingLease } from './lease.js'
import { refuseLiveNodes } from './live-nodes.js'
import { placeOf } from './lost.js'
import { migrate } from './migrate.js'
import { refuseUnusable } from './open-database.js'
import { createPatientConnections } from './patient-connections.js'
import { copiedTables, countWhole, readWhole } from './read-whole.js'
import { remakeEntries } from './remake-entries.js'
import { toSortText } from './sort-text.js'
import { brokenOff, refused } from './whole-database.js'

export interface DatabaseCopyOptions {
  url: string
  log: Logger
  restart?: boolean
  /** Milliseconds to wait for another copy, which may be dead; 16 seconds unless said. */
  patience?: number
}

/**
 * A database that is filled batch by batch, and is a storage when it is finished: until then it has
 * a mark, and no node opens it. Records come first; their places in the indexes are made at the end.
 */
export async function openDatabaseCopy(options: DatabaseCopyOptions): Promise<WholeTarget> {
  const { url, log, restart = false, patience = 16_000 } = options
  const place = placeOf(url)
  const { connected, end } = createPatientConnections(url)
  let giveBack = () => {}
  let held: Promise<void> = Promise.resolve()

  async function close(): Promise<void> {
    giveBack()
    await held
    await end()
  }

  try {
    const client = await connected()
    await refuseUnusable(client, place)
    await migrate({ client, keeper: await connected(), place, log })
    await refuseLiveNodes(client, place)
    ;({ giveBack, held } = await holdCopyLease(await connected(), place, patience))
    return readably(url, { ...createTarget({ client, place, log, restart }), close })
  } catch (error) {
    await close()
    throw refused(error, url)
  }
}

/** The same, with what the database says told in one line. */
function readably(url: string, target: WholeTarget): WholeTarget {
  const { begin, write, seal, finish } = target
  const told = <T>(step: Promise<T>) =>
    step.catch((error: unknown) => {
      throw brokenOff(error, url)
    })
  return {
    ...target,
    begin: (head) => told(begin(head)),
    write: (batch) => told(write(batch)),
    seal: (sums, onProgress) => told(seal(sums, onProgress)),
    finish: () => told(finish()),
  }
}

function createTarget(deps: {
  client: Client
  place: string
  log: Logger
  restart: boolean
}): Omit<WholeTarget, 'close'> {
  const { client, place, log, restart } = deps

  async function begin({ from }: CopyHead): Promise<Map<string, number>> {
    const begun = await findCopyMark(client)
    if (begun === undefined) {
      const counts = await countWhole(client)
      if ([...counts.values()].some((count) => count > 0))
        throw refusalOfHeld(place, 'database', undefined)
    } else if (begun !== from && !restart) {
      throw refusalOfHeld(place, 'database', begun)
    }
    await setCopyMark(client, from)
    if (restart || begun === undefined) await empty(client)
    return countWhole(client)
  }

  async function write({ collection, records }: Batch): Promise<void> {
    if (collection === 'marks') return setNewestEvent(client, records)
    const table = copiedTables.find(({ name }) => name === collection)
    if (!table) throw new Error(`[waypost] storage: there is no table ${collection}`)
    const read = records.map((text) => JSON.parse(text) as StoredRecord)
    await client.query(
      `insert into ${table.sql} (id, record, expires_at)
      select r.id, r.record::json, r.expires_at
      from unnest($1::text[], $2::text[], $3::text[]) as r (id, record, expires_at)`,
      [
        read.map(({ id }) => toSortText(id)),
        records,
        read.map(({ expiresAt = null }) => expiresAt),
      ],
    )
  }

  return {
    name: place,
    begin,
    write,

    async seal(sums, onProgress) {
      let done = 0
      for (const table of copiedTables) {
        await remakeEntries(client, table, log)
        done += sums.get(table.name)?.records ?? 0
        onProgress(done)
      }
      await client.query('analyze')
      onProgress(done + (sums.get('marks')?.records ?? 0))
    },

    async *readBack() {
      await client.query('begin isolation level repeatable read read only')
      yield* readWhole(client)
      await client.query('commit')
    },

    finish: () => removeCopyMark(client),
  }
}

/**
 * So that two do not fill one database at a time: the other one is refused, when it has waited as long
 * as the lease of a dead one holds.
 */
async function holdCopyLease(client: Client, place: string, patience: number) {
  return new Promise<{ giveBack(): void; held: Promise<void> }>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const onWait = () => {
      const detail = `${place} is being filled by somebody else`
      timer = setTimeout(() => reject(new WaypostError('unavailable', { detail })), patience)
    }
    const held = holdingLease({ client, name: 'copy', onWait }, () => {
      clearTimeout(timer)
      return new Promise<void>((giveBack) => resolve({ giveBack, held }))
    })
    held.catch(reject)
  })
}

async function empty(client: Client): Promise<void> {
  const tables = declaredTables.map(({ sql }) => sql).join(', ')
  await client.query(`truncate ${tables}, waypost._entries, waypost._texts`)
  await client.query(`update waypost._state set last_event = 0, last_event_at = ''`)
}

/** Events go on with the next number, and none of them ends before an older one. */
async function setNewestEvent(client: Client, [mark = '']: readonly string[]): Promise<void> {
  const { value } = JSON.parse(mark) as { value: number }
  const { rows } = await client.query('select record from waypost.events order by id desc limit 1')
  const at = rows[0]?.record.createdAt ?? ''
  const text = 'update waypost._state set commit = commit + 1, last_event = $1, last_event_at = $2'
  await client.query(text, [value, at])
}
