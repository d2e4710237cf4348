import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig, type RunningServer, startServer } from '../app/index.js'
import { silentLogger } from '../foundation/logger.js'
import { until } from './command-line.js'

const MB = 1024 * 1024

describe('an upload over a real connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-upload-'))
  let server: RunningServer
  let token = ''

  beforeAll(async () => {
    const config = await loadConfig({ flags: { data: folder, port: '0' }, env: {}, folder })
    server = await startServer({ config, env: {}, log: silentLogger })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    const answer = await fetch(`${server.url}/v1/sessions`, init)
    token = ((await answer.json()) as { token: string }).token
  })

  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function send(bytes: number, authorization = `Bearer ${token}`): Promise<Response> {
    const body = new FormData()
    body.set('file', new File([new Uint8Array(bytes)], 'large.bin'))
    return fetch(`${server.url}/v1/attachments`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
  }

  const kept = () =>
    readdirSync(join(folder, 'files'), { recursive: true }).filter((name) =>
      String(name).includes('att_'),
    )

  it('keeps as much as a file may have', async () => {
    const answer = await send(10 * MB)
    expect([answer.status, await answer.json()]).toMatchObject([201, { size: 10 * MB }])
    expect(kept()).toHaveLength(1)
  })

  it('is refused in words that arrive, however much is still being sent', async () => {
    const large = await send(10 * MB + 1)
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'payload_too_large' }])
    const nobody = await send(10 * MB, 'Bearer wps_nobody')
    expect([nobody.status, await nobody.json()]).toMatchObject([401, { code: 'session_expired' }])
    expect(kept()).toHaveLength(1)
  })

  it('leaves nothing when the caller hangs up in the middle', async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 5 * MB,
    }
    const call = request(`${server.url}/v1/attachments`, { method: 'POST', headers })
    const hungUp = new Promise((resolve) => call.on('error', resolve))
    call.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n')
    call.write(Buffer.alloc(MB))
    await until(async () => kept().length === 2)
    call.destroy()
    await hungUp
    await until(async () => kept().length === 1)
    expect(await server.world.attachments.sweep()).toBe(0)
  })

  it.each([
    ['in a file that is not asked for', 'other', ''],
    ['in one that is refused before it is read', 'file', 'Bearer wps_nobody'],
    ['in the head of one', 'file"; filename="', ''],
  ])('does no harm to others when it is cut short %s', async (_, field, authorization) => {
    const body = new ReadableStream({
      start(controller) {
        const head = `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a"\r\n\r\n`
        controller.enqueue(Buffer.from(`${head}some`))
      },
      pull: (controller) => controller.error(new Error('aborted')),
    })
    const headers = {
      authorization: authorization || `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
    }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    const request = new Request(`${server.url}/v1/attachments`, init)
    expect((await server.world.app.fetch(request)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('does no harm when it is cut short after there was no room for it', async () => {
    for (let count = 0; count < 19; count++) await send(1)
    expect((await send(1)).status).toBe(409)
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 5 * MB,
    }
    const call = request(`${server.url}/v1/attachments`, { method: 'POST', headers })
    const hungUp = new Promise((resolve) => call.on('error', resolve))
    call.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n')
    await new Promise((resolve) => call.write(Buffer.alloc(MB), resolve))
    call.destroy()
    await hungUp
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
