import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@waypost/sdk/client'
import { afterAll, describe, expect, it } from 'vitest'
import { openLowdbStorage } from '../adapters/storage/lowdb/lowdb-storage.js'
import { systemClock } from '../foundation/clock.js'
import { serving, waypost } from './command-line.js'
import { sampleMessage, sampleTicket } from './storage/sample-records.js'

const cwd = mkdtempSync(join(tmpdir(), 'waypost-move-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const TICKETS = 4_000
/** What teaches, and what became of it. */
const LEARNING = ['education', 'manuscripts', 'progress', 'attempts'] as const

/** Enough records that a process can be stopped while it copies them. */
async function fill(folder: string): Promise<void> {
  const onFatal = (error: Error) => {
    throw error
  }
  const storage = await openLowdbStorage({ folder, clock: systemClock, onFatal })
  await storage.transaction(async (tx) => {
    for (let i = 0; i < TICKETS; i += 1) {
      tx.tickets.save(sampleTicket(`tic_${i}`, { reference: `WP-${i}` }))
      tx.messages.save(sampleMessage(`msg_${i}`, { ticketId: `tic_${i}` }))
    }
    const born = { createdAt: '2026-01-05T08:00:00.000Z', site: 'one', contentId: 'paid' }
    for (const name of LEARNING)
      tx[name].save({ ...born, id: name, lessonId: 'paid/a', origins: [] } as never)
  })
  await storage.close()
}

describe('waypost move', () => {
  it('is refused while a server has the folder, and carries its tickets and keys after', async () => {
    const server = await serving(['--data', 'first', '--unlimited'], { cwd })
    const opened = await createClient({ baseUrl: server.url }).tickets.create({
      ...{ subject: 'Late', message: '?', email: 'robin@example.com' },
    })
    const refused = await waypost(['move', '--from', 'first', '--to', 'second'], { cwd })
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/^\[waypost\] .*first is in use by process \d+ on .*\n$/)
    await server.stop()

    const moved = await waypost(['move', '--from', 'first', '--to', 'second'], { cwd })
    expect(moved.code).toBe(0)
    expect(moved.out).toMatch(/ {2}tickets +1 {2}[0-9a-f]{12}\n/)
    const again = await serving(['--data', 'second', '--unlimited'], { cwd })
    const { id, reference } = opened.ticket
    const { accessToken } = opened
    const client = createClient({ baseUrl: again.url })
    expect(await client.tickets.get(id, { accessToken })).toMatchObject({ reference })
    const next = await client.tickets.create({ subject: 'Next', message: '?' })
    expect(next.ticket.reference).toBe('WP-1002')
    await again.stop()
  }, 60_000)

  it('goes on after Ctrl-C and kill -9, and is served only when it is whole', async () => {
    await fill(join(cwd, 'large'))
    const args = ['move', '--from', 'large', '--to', 'copied']
    const stopped = await waypost(args, { cwd, signal: 'SIGINT' })
    expect(stopped.code).toBe(1)
    expect(stopped.err).toMatch(/Stopped\. The same command goes on from here\.\n$/)
    const killed = await waypost(args, { cwd, signal: 'SIGKILL' })
    expect(killed.code).toBe(null)
    expect(existsSync(join(cwd, 'copied/copy.json'))).toBe(true)
    const served = await waypost(['serve', '--data', 'copied', '--port', '0'], { cwd })
    expect(served.err).toMatch(/copied holds only a part of .*large: a copy was interrupted/)

    const pages = readdirSync(join(cwd, 'copied/pages')).length
    const { code, out } = await waypost(args, { cwd })
    expect([code, out]).toEqual([0, expect.stringContaining(`tickets           ${TICKETS}`)])
    for (const name of LEARNING) expect(out).toMatch(new RegExp(`  ${name} +1  [0-9a-f]{12}\\n`))
    expect(readdirSync(join(cwd, 'copied/pages')).length).toBeGreaterThan(pages)
    const there = await waypost(['repair', '--data', 'copied'], { cwd })
    expect(there.out).toContain('Nothing is damaged.')
  }, 60_000)

  it('says in one line what it cannot take', async () => {
    const lines = {
      'are the same place': ['--from', 'first', '--to', './first'],
      'is not the address of a database': ['--from', 'first', '--to', 'mysql://me:hidden@db/one'],
      '%23': ['--from', 'first', '--to', 'postgres://me:hid#den@db/one'],
      'nowhere is no data folder of a server': ['--from', 'nowhere', '--to', 'third'],
    }
    for (const [line, args] of Object.entries(lines)) {
      const { code, err } = await waypost(['move', ...args], { cwd })
      expect([code, err.trimEnd().split('\n')]).toEqual([1, [expect.stringContaining(line)]])
      expect(err).not.toMatch(/hid#?den/)
    }
    expect(existsSync(join(cwd, 'third'))).toBe(false)
  }, 60_000)
})
