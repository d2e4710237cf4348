import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@waypost/sdk/client'
import { afterAll, expect, it } from 'vitest'
import { serving, waypost } from './command-line.js'
import { postgresWorld } from './storage/postgres-world.test.kit.js'

const cwd = mkdtempSync(join(tmpdir(), 'waypost-move-'))
const postgres = await postgresWorld()
afterAll(async () => {
  await postgres.end()
  rmSync(cwd, { recursive: true, force: true })
})

it('goes from a folder to PostgreSQL and back, and tickets open with the tokens of before', async () => {
  const env = { DATABASE_URL: await postgres.bare() }
  const onFolder = await serving(['--data', 'old', '--unlimited'], { cwd })
  const opened = await opensTicket(onFolder.url)
  await onFolder.stop()

  const args = ['move', '--from', 'old', '--to', 'database', '--data', 'keys']
  const there = await waypost(args, { cwd, env })
  expect([there.code, there.err]).toEqual([0, expect.stringContaining('Making indexes 100%')])
  expect(there.out).toContain(`The keys of ticket tokens stand in ${join(cwd, 'keys/keys.json')}.`)

  const onDatabase = await serving(['--data', 'keys', '--unlimited'], { cwd, env })
  await reads(onDatabase.url, opened)
  const later = await opensTicket(onDatabase.url)
  expect([opened, later].map(({ ticket }) => ticket.reference)).toEqual(['WP-1001', 'WP-1002'])
  const held = await waypost(['move', '--from', 'database', '--to', 'new', '--data', 'keys'], {
    cwd,
    env,
  })
  expect(held).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is in use by') })
  const backup = ['backup', '--to', 'all.gz', '--data', 'keys']
  expect(await waypost(backup, { cwd, env })).toMatchObject({ code: 0 })
  await onDatabase.stop()

  const back = await waypost(['move', '--from', 'database', '--to', 'new', '--data', 'keys'], {
    cwd,
    env,
  })
  expect([back.code, existsSync(join(cwd, 'new/keys.json'))]).toEqual([0, true])
  const again = await serving(['--data', 'new', '--unlimited'], { cwd })
  for (const each of [opened, later]) await reads(again.url, each)
  await again.stop()

  const restored = { DATABASE_URL: await postgres.bare() }
  const restore = ['restore', '--from', 'all.gz', '--data', 'others']
  const { code, out } = await waypost(restore, { cwd, env: restored })
  expect([code, out]).toEqual([0, expect.stringMatching(/ {2}tickets +2 {2}/)])
}, 120_000)

type Opened = Awaited<ReturnType<typeof opensTicket>>

function opensTicket(baseUrl: string) {
  const ticket = { subject: 'Late', message: 'Where is it?', email: 'robin@example.com' }
  return createClient({ baseUrl }).tickets.create(ticket)
}

async function reads(baseUrl: string, { ticket, accessToken }: Opened): Promise<void> {
  const { tickets } = createClient({ baseUrl })
  const { reference } = await tickets.get(ticket.id, { accessToken })
  expect(reference).toBe(ticket.reference)
  const { items } = await tickets.messages(ticket.id, { accessToken })
  expect(items).toHaveLength(1)
}
