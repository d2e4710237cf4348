import { mkdir } from 'node:fs/promises'
import { createArchive } from '../adapters/storage/archive/create-archive.js'
import {
  type ArchiveOptions,
  openArchive,
  readArchive,
} from '../adapters/storage/archive/read-archive.js'
import { openFolderCopy } from '../adapters/storage/lowdb/folder-copy.js'
import { keepKeysFile, readKeysFile } from '../adapters/storage/lowdb/keys-file.js'
import { findRunningServer, type LockRecord } from '../adapters/storage/lowdb/lock-file.js'
import { migrations } from '../adapters/storage/lowdb/migrations.js'
import { openWholeFolder, schema } from '../adapters/storage/lowdb/whole-folder.js'
import type { WholeSource, WholeTarget } from '../adapters/storage/whole-storage.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import { systemClock } from '../foundation/clock.js'
import { silentLogger } from '../foundation/logger.js'
import { withFiles } from './carry-files.js'
import { CliError } from './cli-error.js'
import type { Config } from './config-schema.js'

/** Where a server keeps its records: in a folder, or in a database with a folder for the keys. */
export type StoragePlace =
  | { readonly folder: string }
  | { readonly database: string; readonly folder: string }

/** Where the records of a configuration are. */
export function placeOf({ data, database }: Pick<Config, 'data' | 'database'>): StoragePlace {
  return database === undefined ? { folder: data } : { folder: data, database }
}

const options: ArchiveOptions = { schema, migrations }

/** What is kept there, with its files; servers go on. */
export async function openRunning(place: StoragePlace, files: FileStore): Promise<WholeSource> {
  if ('database' in place) return withFiles(await openDatabase(place, { isShared: true }), files)
  const running = await findRunningServer(place.folder)
  if (running) return askServer(place.folder, running)
  return withFiles(await openWholeFolder(place.folder), files)
}

/** What is kept there; servers are refused until it is closed. */
export async function openStopped(place: StoragePlace): Promise<WholeSource> {
  return 'database' in place
    ? openDatabase(place, { isShared: false })
    : openWholeFolder(place.folder)
}

export async function openTarget(place: StoragePlace, restart: boolean): Promise<WholeTarget> {
  const { folder } = place
  if (!('database' in place)) return openFolderCopy(folder, { restart })
  const { openDatabaseCopy } = await import('../adapters/storage/postgres/database-copy.js')
  const target = await openDatabaseCopy({ url: place.database, log: silentLogger, restart })
  return {
    ...target,
    async begin(head) {
      if (head.keys !== undefined) {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await keepKeysFile(folder, head.keys)
      }
      return target.begin(head)
    },
  }
}

export function openBackup(file: string): Promise<WholeSource> {
  return openArchive(file, options)
}

export function createBackup(file: string): Promise<WholeTarget> {
  return createArchive(file, { ...options, takenAt: systemClock.now() })
}

async function openDatabase(
  { database, folder }: { database: string; folder: string },
  { isShared }: { isShared: boolean },
): Promise<WholeSource> {
  const { openWholeDatabase } = await import('../adapters/storage/postgres/whole-database.js')
  const keys = await readKeysFile(folder)
  return { ...(await openWholeDatabase({ url: database, schema, isShared })), keys }
}

async function askServer(data: string, { url, token, pid }: LockRecord): Promise<WholeSource> {
  const server = `The server that holds ${data} (pid ${pid})`
  if (url === null) throw new CliError(`${server} is just starting, or is no server.`)
  const request = { method: 'POST', headers: { Authorization: `Bearer ${token}` } }
  const response = await fetch(`${url}/local/backup`, request).catch((cause: unknown) => {
    throw new CliError(`${server} does not answer.`, { cause })
  })
  if (!response.ok || !response.body) {
    throw new CliError(`${server} hands out no backup: it may be of an older version.`)
  }
  const source = await readArchive(chunksOf(response.body, server), { name: data, ...options })
  return { ...source, keys: await readKeysFile(data) }
}

async function* chunksOf(body: AsyncIterable<Uint8Array>, server: string) {
  try {
    yield* body
  } catch (cause) {
    throw new CliError(`${server} ended before the backup was whole.`, { cause })
  }
}
