import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@waypost/sdk/client'
import { afterAll, expect, it } from 'vitest'
import { serving } from './command-line.js'

const cwd = mkdtempSync(join(tmpdir(), 'waypost-upgrade-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))
const kept = fileURLToPath(new URL('storage/folder-0.1.0', import.meta.url))

interface Given {
  id: string
  reference: string
  subject: string
  accessToken: string
}

it('serves a folder of 0.1.0: its tickets open with the tokens that were given out then', async () => {
  cpSync(join(kept, 'data'), join(cwd, 'data'), { recursive: true })
  writeFileSync(join(cwd, 'waypost.config.json'), '{ "sites": [{ "key": "host" }] }')
  const server = await serving(['--data', 'data', '--unlimited'], { cwd })
  const { tickets, articles, search } = createClient({ baseUrl: server.url })
  const given: Given[] = JSON.parse(readFileSync(join(kept, 'tickets.json'), 'utf8'))
  for (const { id, reference, subject, accessToken } of given) {
    expect(await tickets.get(id, { accessToken })).toMatchObject({ reference, subject })
  }
  const [first] = given
  const { items } = await tickets.messages(first?.id ?? '', { accessToken: first?.accessToken })
  expect(items).toHaveLength(3)
  expect((await articles.list()).items.map(({ id }) => id)).toContain('how-to-reach-us')
  expect((await search('compose')).items[0]).toMatchObject({ articleId: 'write-an-article' })
  const { ticket } = await tickets.create({ subject: 'Next', message: '?' })
  expect(ticket.reference).toBe('WP-1004')
  await server.stop()
}, 30_000)
