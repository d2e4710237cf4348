import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { lowdbWorld } from '../../../testing/storage/lowdb-world.test.kit.js'
import { takeLock } from './lock.js'
import { findRunningServer } from './lock-file.js'
import { processStart } from './process-start.js'

const world = lowdbWorld()
const onLost = (error: Error) => {
  throw error
}

/** A folder with a lock that somebody else left there, so many seconds ago. */
function lockedFolder(record: object | string, ageSeconds = 0): string {
  const folder = world.newFolder()
  mkdirSync(folder)
  const path = join(folder, 'lock.json')
  const rest = { processStart: null, token: 'their token', url: 'http://localhost:9' }
  const text = typeof record === 'string' ? record : JSON.stringify({ ...rest, ...record })
  writeFileSync(path, text)
  const then = Date.now() / 1000 - ageSeconds
  utimesSync(path, then, then)
  return folder
}

/** A process that does nothing but live. */
async function otherProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => {
    child.kill()
  })
  await once(child, 'spawn')
  return child.pid as number
}

const elsewhere = { host: 'another-host', pid: 7 }

describe('the lock of a folder', () => {
  it('names this process and where it listens, for its owner alone', async () => {
    const folder = world.newFolder()
    const storage = await world.open(folder)
    const path = join(folder, 'lock.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      host: hostname(),
      pid: process.pid,
      processStart: await processStart(process.pid),
      token: storage.localToken,
      url: null,
    })
    await storage.setUrl('http://localhost:8080')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await findRunningServer(folder)).toMatchObject({
      url: 'http://localhost:8080',
      token: storage.localToken,
    })
    await storage.close()
    expect(await findRunningServer(folder)).toBeUndefined()
  })

  it('is refused to a second storage of the same process', async () => {
    const folder = world.newFolder()
    await world.open(folder)
    await expect(world.open(join(folder, '..', folder.split('/').at(-1) ?? ''))).rejects.toThrow(
      `is in use by process ${process.pid} on ${hostname()}`,
    )
  })

  it('is refused while its process lives on this host, however old the heartbeat', async () => {
    const pid = await otherProcess()
    const record = { host: hostname(), pid, processStart: await processStart(pid) }
    const folder = lockedFolder(record, 3600)
    const message = `${folder} is in use by process ${pid} on ${hostname()}; stop it, or choose another folder`
    await expect(world.open(folder)).rejects.toMatchObject({ code: 'unavailable', message })
    expect(await findRunningServer(folder)).toMatchObject({ pid, token: 'their token' })
  })

  it('is taken over from a process that is gone', async () => {
    const folder = lockedFolder({ host: hostname(), pid: 2 ** 22 + 1 })
    expect(await findRunningServer(folder)).toBeUndefined()
    await expect(world.open(folder)).resolves.toBeDefined()
  })

  it.runIf(process.platform === 'linux')(
    'is taken over when the pid is another process now',
    async () => {
      const folder = lockedFolder({
        host: hostname(),
        pid: await otherProcess(),
        processStart: 'a/1',
      })
      await expect(world.open(folder)).resolves.toBeDefined()
    },
  )

  it('is taken over when it names our own pid, as in a container that was started again', async () => {
    const folder = lockedFolder({ host: hostname(), pid: process.pid })
    await expect(world.open(folder)).resolves.toBeDefined()
  })

  it('of another host is refused until its heartbeat has been missing for 15 seconds', async () => {
    await expect(world.open(lockedFolder(elsewhere, 14))).rejects.toThrow(
      'process 7 on another-host',
    )
    await expect(world.open(lockedFolder(elsewhere, 16))).resolves.toBeDefined()
  })

  it('that is only half written belongs to a server that is starting, for 15 seconds', async () => {
    await expect(world.open(lockedFolder('{"ho', 1))).rejects.toThrow('that is just starting')
    await expect(world.open(lockedFolder('{"ho', 16))).resolves.toBeDefined()
  })

  it('goes to one alone of several who find it stale', async () => {
    const folder = lockedFolder(elsewhere, 60)
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => takeLock({ folder, onLost })),
    )
    const taken = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? attempt.value : []))
    expect(taken).toHaveLength(1)
    await taken[0]?.release()
  })

  it('beats, and tells when somebody else has taken the folder', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const folder = world.newFolder()
    mkdirSync(folder)
    const lost: Error[] = []
    const lock = await takeLock({ folder, onLost: (error) => lost.push(error) })
    const path = join(folder, 'lock.json')
    utimesSync(path, 1, 1)
    vi.advanceTimersByTime(5000)
    await expect.poll(() => Date.now() - statSync(path).mtimeMs).toBeLessThan(5000)
    expect(lost).toEqual([])
    writeFileSync(path, JSON.stringify({ ...elsewhere, token: 'theirs' }))
    vi.advanceTimersByTime(5000)
    await expect
      .poll(() => lost.map(({ message }) => message))
      .toEqual([expect.stringContaining('in use by process 7 on another-host')])
    await lock.release()
    expect(readFileSync(path, 'utf8')).toContain('theirs')
  })
})
