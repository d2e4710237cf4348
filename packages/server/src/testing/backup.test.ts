import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createClient } from '@waypost/sdk/client'
import { afterAll, describe, expect, it } from 'vitest'
import { serving, until, waypost } from './command-line.js'

const cwd = mkdtempSync(join(tmpdir(), 'waypost-backup-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const data = join(cwd, 'data')

/** As docs/storage.md says: everything but the lock. */
const copyTo = (folder: string) =>
  cpSync(data, folder, { recursive: true, filter: (path) => basename(path) !== 'lock.json' })

/** Opens tickets, several at a time, until told to stop; what was answered so far can be asked for. */
function opening(baseUrl: string, writers = 8) {
  const answered = new Map<string, { id: string; accessToken: string }>()
  let isOver = false
  const { tickets } = createClient({ baseUrl })
  const work = Array.from({ length: writers }, async () => {
    while (!isOver) {
      const email = 'robin@example.com'
      const { ticket, accessToken } = await tickets.create({ subject: 'Late', message: '?', email })
      answered.set(ticket.reference, { id: ticket.id, accessToken })
    }
  })
  return {
    answered,
    async end() {
      isOver = true
      await Promise.all(work)
    },
  }
}

/** Serves a copy beside the original and reads every ticket with the token that was given out. */
async function findsIn(folder: string, tickets: ReturnType<typeof opening>['answered']) {
  const restored = await serving(['--data', folder, '--unlimited'], { cwd })
  const client = createClient({ baseUrl: restored.url })
  for (const [reference, { id, accessToken }] of tickets) {
    expect(await client.tickets.get(id, { accessToken })).toMatchObject({ reference })
  }
  await restored.stop()
}

describe('waypost backup', () => {
  it('of a running server has everything that was answered before, and is restored', async () => {
    const server = await serving(['--data', data, '--unlimited'], { cwd })
    const writers = opening(server.url, 16)
    await until(async () => writers.answered.size > 100)

    const before = [...writers.answered]
    const { code, err } = await waypost(['backup', '--data', data, '--to', 'all.gz'], { cwd })
    expect([code, err]).toEqual([0, expect.stringContaining('Reading back 100%')])
    expect(writers.answered.size).toBeGreaterThan(before.length)
    await writers.end()
    await server.stop()

    const text = gunzipSync(readFileSync(join(cwd, 'all.gz'))).toString()
    expect(before.filter(([, { id }]) => !text.includes(`["tickets",{"id":"${id}"`))).toEqual([])
    const restored = await waypost(['restore', '--data', 'restored', '--from', 'all.gz'], { cwd })
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('tickets') })
    await findsIn(join(cwd, 'restored'), new Map(before.slice(-20)))
  }, 60_000)
})

// There is no SIGSTOP on Windows.
describe.skipIf(process.platform === 'win32')('a backup', () => {
  it('of a server that is held still has everything that was answered before', async () => {
    const server = await serving(['--data', data, '--unlimited'], { cwd })
    const writers = opening(server.url)
    await until(async () => writers.answered.size > 100)
    const { pid } = JSON.parse(readFileSync(join(data, 'lock.json'), 'utf8'))

    const before = new Map(writers.answered)
    process.kill(pid, 'SIGSTOP')
    copyTo(join(cwd, 'held'))
    process.kill(pid, 'SIGCONT')
    await until(async () => writers.answered.size > before.size + 20)
    await writers.end()

    const { out, code } = await waypost(['repair', '--data', 'held'], { cwd })
    expect([out, code]).toEqual([expect.stringContaining('Nothing is damaged.'), 0])
    await findsIn(join(cwd, 'held'), before)

    await server.stop()
    expect(existsSync(join(data, 'lock.json'))).toBe(false)
    copyTo(join(cwd, 'stopped'))
    await findsIn(join(cwd, 'stopped'), writers.answered)
  }, 60_000)
})
