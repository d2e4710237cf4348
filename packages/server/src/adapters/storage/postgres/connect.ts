import type { Duplex } from 'node:stream'
import { WaypostError } from '@waypost/sdk/contract'
import { Client, type ClientBase, type ClientConfig, type QueryConfig, type QueryResult } from 'pg'
import { isPassing, Lost } from './lost.js'

export type Connection = ClientBase

export interface ConnectOptions {
  url: string
  /** Milliseconds after which the server gives up a transaction in which nobody says anything. */
  silence: number
  /** Milliseconds that a statement may take; 25,000 unless said: less than a piece of work may. */
  answer?: number
}

/** How long a connection may take to come: milliseconds. */
const CONNECT = 5_000

export function connectionSettings(options: ConnectOptions): ClientConfig {
  const { url, silence, answer = 25_000 } = options
  return {
    connectionString: url,
    application_name: 'waypost',
    connectionTimeoutMillis: CONNECT,
    keepAlive: true,
    pipeline: true,
    statement_timeout: answer,
    // A server that is there says itself that it gives up: who says nothing for longer is lost.
    query_timeout: answer + 1_000,
    idle_in_transaction_session_timeout: silence,
  }
}

const DISK_FULL = '53100'
const TOOK_TOO_LONG = '57014'

/** Opens a connection that tells `onLost` once when it is gone, whoever took it. */
export async function connect(
  options: ConnectOptions,
  onLost: (error: Error) => void = () => {},
): Promise<Client> {
  const client = new Client(connectionSettings(options))
  let lost: Error | undefined
  // Without these a connection that breaks while nobody asks would end the process.
  client.on('error', (error) => {
    lost ??= error
  })
  client.on('end', () => onLost(lost ?? new Error('the connection has ended')))
  await client.connect()
  return client
}

/** All that is asked in one turn goes on its way as one: each way costs as much as its message does. */
function gather(connection: Connection): void {
  const stream = streamOf(connection)
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Ends a connection at once, as if it were lost: to end it well waits for all that was asked. */
export function cut(connection: Connection): void {
  streamOf(connection).destroy()
}

function streamOf(connection: Connection): Duplex {
  return (connection as unknown as { connection: { stream: Duplex } }).connection.stream
}

/**
 * Asks one thing, right behind what was asked before: nobody waits for an answer to ask the next. Throws
 * `Lost` where the answer says nothing about what was asked.
 */
export async function ask(
  connection: Connection,
  query: string | QueryConfig,
): Promise<QueryResult> {
  gather(connection)
  try {
    return await connection.query(query)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === DISK_FULL) throw new WaypostError('storage_full', { cause: error })
    if (code === TOOK_TOO_LONG) {
      const detail = 'The database took too long to answer'
      throw new WaypostError('unavailable', { detail, retryAfter: 5, cause: error })
    }
    if (!isPassing(error)) throw error
    throw new Lost((error as Error).message, { cause: error })
  }
}

/** Several things in one round trip, without values; the rows of the last that gives any. */
export async function askAll(connection: Connection, text: string): Promise<QueryResult['rows']> {
  const results = (await ask(connection, text)) as unknown as QueryResult | QueryResult[]
  return [results].flat().findLast(({ fields }) => fields.length > 0)?.rows ?? []
}
