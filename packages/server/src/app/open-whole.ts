import { createArchive } from '../adapters/storage/archive/create-archive.js'
import {
  type ArchiveOptions,
  openArchive,
  readArchive,
} from '../adapters/storage/archive/read-archive.js'
import { openFolderCopy } from '../adapters/storage/lowdb/folder-copy.js'
import { readKeysFile } from '../adapters/storage/lowdb/keys-file.js'
import { findRunningServer, type LockRecord } from '../adapters/storage/lowdb/lock-file.js'
import { migrations } from '../adapters/storage/lowdb/migrations.js'
import { openWholeFolder, schema } from '../adapters/storage/lowdb/whole-folder.js'
import type { WholeSource, WholeTarget } from '../adapters/storage/whole-storage.js'
import { systemClock } from '../foundation/clock.js'
import { CliError } from './cli-error.js'

const options: ArchiveOptions = { schema, migrations }

/** What a data folder holds: read from its files, or asked of the server that has it. */
export async function openRunningOrStopped(data: string): Promise<WholeSource> {
  const running = await findRunningServer(data)
  return running ? askServer(data, running) : openWholeFolder(data)
}

/** What a stopped storage holds; it is locked until it is closed. */
export async function openStopped(place: string): Promise<WholeSource> {
  return openWholeFolder(place)
}

export async function openTarget(
  place: string,
  { restart }: { restart: boolean },
): Promise<WholeTarget> {
  return openFolderCopy(place, { restart })
}

export function openBackup(file: string): Promise<WholeSource> {
  return openArchive(file, options)
}

export function createBackup(file: string): Promise<WholeTarget> {
  return createArchive(file, { ...options, takenAt: systemClock.now() })
}

async function askServer(data: string, { url, token, pid }: LockRecord): Promise<WholeSource> {
  const gone = `The server that holds ${data} (pid ${pid})`
  if (url === null) throw new CliError(`${gone} is just starting, or is no server.`)
  const request = { method: 'POST', headers: { Authorization: `Bearer ${token}` } }
  const response = await fetch(`${url}/local/backup`, request).catch((cause: unknown) => {
    throw new CliError(`${gone} does not answer.`, { cause })
  })
  if (!response.ok || !response.body) {
    throw new CliError(`${gone} hands out no backup: it may be of an older version.`)
  }
  const source = await readArchive(chunksOf(response.body, gone), { name: data, ...options })
  return { ...source, keys: await readKeysFile(data) }
}

async function* chunksOf(body: AsyncIterable<Uint8Array>, gone: string) {
  try {
    yield* body
  } catch (cause) {
    throw new CliError(`${gone} ended before the backup was whole.`, { cause })
  }
}
