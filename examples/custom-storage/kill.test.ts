import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '@waypost/server/storage'
import { afterAll, describe, expect, it } from 'vitest'
import { openLmdbStorage } from './lmdb-storage.js'

const folder = await mkdtemp(join(tmpdir(), 'waypost-lmdb-'))
afterAll(() => rm(folder, { recursive: true }))

describe('the storage on LMDB', () => {
  it('has after kill -9 whatever was answered, and lets the next process in', async () => {
    const kit = fileURLToPath(new URL('writer.test.kit.js', import.meta.url))
    const child = spawn(process.execPath, [kit, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    for await (const chunk of child.stdout) {
      said += chunk
      if (said.length > 2_000 && !child.killed) child.kill('SIGKILL')
    }
    if (child.signalCode === null) await once(child, 'exit')
    const answered = said.split('\n').slice(0, -1)
    expect(answered.length).toBeGreaterThan(200)

    const storage = await openLmdbStorage({ folder, clock: systemClock })
    const [lost, numbers] = await storage.transaction(async (tx) => {
      const found = await Promise.all(answered.map((id) => tx.counters.find(id)))
      const events = await tx.events.listAfter(0, 1_000_000)
      return [found.filter((count) => !count).length, events.map(({ number }) => number)]
    })
    await storage.close()
    expect(lost).toBe(0)
    expect(numbers.length).toBeGreaterThanOrEqual(answered.length)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })

  it('is refused where another process has it', async () => {
    const kit = fileURLToPath(new URL('writer.test.kit.js', import.meta.url))
    const other = join(folder, 'held')
    const child = spawn(process.execPath, [kit, other], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const opened = openLmdbStorage({ folder: other, clock: systemClock })
    await expect(opened).rejects.toThrow(`in use by process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
})
