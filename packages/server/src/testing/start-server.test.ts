import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadConfig, startServer } from '../app/index.js'
import { silentLogger } from '../foundation/logger.js'

/** A server on a port that the system chooses, by this configuration. */
async function started(flags: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-start-'))
  const config = await loadConfig({ flags: { data: 'data', port: '0', ...flags }, env: {}, folder })
  const server = await startServer({ config, env: {}, log: silentLogger })
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  return server
}

it('names the port that the system chose in every address that it hands out', async () => {
  const { url, world } = await started()
  expect(url).not.toMatch(/:0$/)
  expect(world.publicUrl).toBe(url)
  const document = await (await fetch(`${url}/v1/openapi.json`)).json()
  expect(document).toMatchObject({ servers: [{ url }] })
})

it('leads from its first page also where a proxy shows it below a path', async () => {
  const { url } = await started({ publicUrl: 'https://www.example.com/support' })
  const page = await (await fetch(url)).text()
  const links = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link)
  expect(links).toContain('/support/help')
  expect(links.filter((link) => !link?.startsWith('/support/'))).toEqual([])
})

it('serves while proxies learn that it stops, and sends each of them to another server', async () => {
  const { url, close } = await started({ stopDelay: '1' })
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  const closed = close()
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({ detail: 'The server is stopping.' })
  const answer = await fetch(`${url}/v1/settings`)
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close'])
  await closed
  await expect(fetch(`${url}/readyz`)).rejects.toThrow()
})
