import { readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import { hasErrno } from './disk.js'
import { durableFile } from './durable-file.js'
import { isAlive, processStart } from './process-start.js'

/** What `lock.json` says about the server that uses a folder. */
export interface LockRecord {
  readonly host: string
  readonly pid: number
  /** Tells the process from a later one with the same pid; `null` where the system does not say. */
  readonly processStart: string | null
  /** Opens the running server to commands on the same machine: only its owner can read the file. */
  readonly token: string
  /** Where the server listens; `null` until it does. */
  readonly url: string | null
}

export interface LockFile {
  /** Nothing where the file is only half written. */
  readonly record: LockRecord | undefined
  /** Since the last heartbeat. */
  readonly ageMs: number
}

/** Longer without a heartbeat, and a lock of another host counts as left behind. */
const HEARTBEAT_LOST_MS = 15_000

export function lockPath(folder: string): string {
  return join(folder, 'lock.json')
}

export function encodeLock(record: LockRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

export function lockFile(path: string): Adapter<LockRecord> {
  return durableFile({ path, encode: encodeLock, decode: (bytes) => JSON.parse(bytes.toString()) })
}

/**
 * The running server that holds a folder, with the token that opens it to local commands; nothing
 * where no server runs.
 */
export async function findRunningServer(folder: string): Promise<LockRecord | undefined> {
  const file = await readLockFile(lockPath(folder))
  return file && (await isHeld(file)) ? file.record : undefined
}

export async function readLockFile(path: string): Promise<LockFile | undefined> {
  try {
    const [json, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    return { record: parseRecord(json), ageMs: Date.now() - mtimeMs }
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** True where the process that took the lock still lives, as far as can be seen from here. */
export async function isHeld({ record, ageMs }: LockFile): Promise<boolean> {
  // Pids of another host mean nothing here; a half written file has none yet.
  if (record?.host !== hostname()) return ageMs < HEARTBEAT_LOST_MS
  if (!isAlive(record.pid)) return false
  const start = await processStart(record.pid)
  return start === null || record.processStart === null || start === record.processStart
}

function parseRecord(json: string): LockRecord | undefined {
  try {
    return JSON.parse(json) as LockRecord
  } catch {
    return undefined
  }
}
