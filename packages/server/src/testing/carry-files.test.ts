import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Attachment, CreatedTicket, List, Message } from '@waypost/sdk/contract'
import { afterAll, describe, expect, it } from 'vitest'
import { serving, waypost } from './command-line.js'

const cwd = mkdtempSync(join(tmpdir(), 'waypost-carry-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

/** Three pieces, and no two alike. */
const large = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * at) % 251))

/** Opens a ticket with files, and gives the way back to it. */
async function askWithFiles(url: string): Promise<CreatedTicket> {
  const post = async <T>(path: string, token: string | undefined, body: FormData | object) => {
    const isForm = body instanceof FormData
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!isForm && { 'content-type': 'application/json' }),
      },
      body: isForm ? body : JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    return (await answer.json()) as T
  }
  const { token } = await post<{ token: string }>('/v1/sessions', undefined, {})
  const upload = (bytes: Buffer, name: string) => {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    return post<Attachment>('/v1/attachments', token, form)
  }
  const sent = [await upload(large, 'large.bin'), await upload(Buffer.alloc(0), 'empty.txt')]
  const attachmentIds = sent.map(({ id }) => id)
  return post('/v1/tickets', token, { subject: 'Late', message: 'See', attachmentIds })
}

/** What a server that is started there opens by the addresses of the files. */
async function filesOf(folder: string, { ticket, accessToken }: CreatedTicket): Promise<Buffer[]> {
  const server = await serving(['--data', folder], { cwd })
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer = await fetch(`${server.url}/v1/tickets/${ticket.id}/messages`, { headers })
  const { items } = (await answer.json()) as List<Message>
  const files = (items[0]?.attachments ?? []).map(async ({ url }) => {
    const path = new URL(url).pathname
    return Buffer.from(await (await fetch(server.url + path)).arrayBuffer())
  })
  const found = await Promise.all(files)
  await server.stop()
  return found
}

describe('files of tickets', () => {
  it('go along with a backup of a running server, its restore, and a move', async () => {
    const server = await serving(['--data', 'first'], { cwd })
    const opened = await askWithFiles(server.url)
    const backup = ['backup', '--data', 'first', '--to']
    expect(await waypost([...backup, 'all.gz'], { cwd })).toMatchObject({ code: 0 })
    const without = await waypost([...backup, 'records.gz', '--without-files'], { cwd })
    expect(without).toMatchObject({ code: 0, out: expect.stringContaining('but the files') })
    await server.stop()
    expect(gunzipSync(readFileSync(join(cwd, 'records.gz'))).toString()).not.toContain('["files",')

    const restored = await waypost(['restore', '--data', 'second', '--from', 'all.gz'], { cwd })
    expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/ {2}files +4 /) })
    expect(await filesOf('second', opened)).toEqual([large, Buffer.alloc(0)])

    const moved = await waypost(['move', '--from', 'second', '--to', 'third'], { cwd })
    expect(moved).toMatchObject({ code: 0, out: expect.stringMatching(/ {2}files +4 /) })
    expect(await filesOf('third', opened)).toEqual([large, Buffer.alloc(0)])
  }, 60_000)
})
