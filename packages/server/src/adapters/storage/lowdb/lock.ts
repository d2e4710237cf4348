import { randomBytes } from 'node:crypto'
import { realpath, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { WaypostError } from '@waypost/sdk/contract'
import { hasErrno } from './disk.js'
import {
  encodeLock,
  isHeld,
  type LockRecord,
  lockFile,
  lockPath,
  readLockFile,
} from './lock-file.js'
import { processStart } from './process-start.js'

export interface LockDeps {
  folder: string
  /** Somebody else has taken the folder: this process must stop writing at once. */
  onLost(error: Error): void
}

export type Lock = Awaited<ReturnType<typeof takeLock>>

const HEARTBEAT_MS = 5000

/** Folders that this very process holds: for those its own pid in a lock is no sign of a restart. */
const heldHere = new Set<string>()

/** Takes the folder for this process alone; throws one line that names who has it. */
export async function takeLock({ folder, onLost }: LockDeps) {
  const path = lockPath(folder)
  const place = await realpath(folder)
  const token = randomBytes(32).toString('hex')
  let record: LockRecord = {
    host: hostname(),
    pid: process.pid,
    processStart: await processStart(process.pid),
    token,
    url: null,
  }
  if (heldHere.has(place)) throw inUse(folder, record)
  heldHere.add(place)
  try {
    await moveStaleAside(folder, token)
    await writeFile(path, encodeLock(record), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    heldHere.delete(place)
    if (hasErrno(error, 'EEXIST')) throw inUse(folder, (await readLockFile(path))?.record)
    // A full disk leaves an empty file behind, and that would look like somebody's lock.
    if (hasErrno(error, 'ENOSPC')) await rm(path, { force: true })
    throw error
  }
  const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS)
  heartbeat.unref()

  async function isOurs(): Promise<boolean> {
    return (await readLockFile(path))?.record?.token === token
  }

  /** Others see by its age that the lock is held; we see by its token that it is still ours. */
  async function beat(): Promise<void> {
    try {
      if (await isOurs()) {
        const now = new Date()
        await utimes(path, now, now)
      } else if (heldHere.has(place)) {
        onLost(await lostLock())
      }
    } catch {
      // The disk did not answer this time; the journal tells when it no longer takes anything.
    }
  }

  async function lostLock(): Promise<WaypostError> {
    const holder = (await readLockFile(path))?.record
    if (holder) return inUse(folder, holder)
    const detail = `${path} has been removed, so another server may start on this folder`
    return new WaypostError('unavailable', { detail })
  }

  return {
    token,

    /** Tells local commands where the server listens. */
    async setUrl(url: string): Promise<void> {
      record = { ...record, url }
      await lockFile(path).write(record)
    },

    async release(): Promise<void> {
      clearInterval(heartbeat)
      if (heldHere.delete(place) && (await isOurs())) await rm(path, { force: true })
    },
  }
}

/** Throws where the lock is held. Of several who find the same stale one, one alone removes it. */
async function moveStaleAside(folder: string, token: string): Promise<void> {
  const path = lockPath(folder)
  const found = await readLockFile(path)
  if (!found) return
  const { record } = found
  // Our own pid in a lock that we do not hold: a container that was started again.
  const isRestart = record?.host === hostname() && record.pid === process.pid
  if (!isRestart && (await isHeld(found))) throw inUse(folder, record)
  const aside = `${path}.${token.slice(0, 8)}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return
    throw error
  }
  const moved = await readLockFile(aside)
  if (moved?.record?.token === record?.token) {
    await rm(aside, { force: true })
    return
  }
  // Somebody else was quicker, and what was moved is their fresh lock.
  await rename(aside, path)
  throw inUse(folder, moved?.record)
}

function inUse(folder: string, holder: LockRecord | undefined): WaypostError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'a server that is just starting'
  const detail = `${folder} is in use by ${who}; stop it, or choose another folder`
  return new WaypostError('unavailable', { detail })
}
