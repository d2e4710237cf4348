import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWidgetFiles } from './widget-files.js'

describe('the files of the widget', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-widget-'))
    mkdirSync(join(folder, 'chunks'))
    writeFileSync(join(folder, 'waypost.js'), 'load("/assets/__WAYPOST_BUILD__/panel.js")')
    writeFileSync(join(folder, 'panel.js'), 'import "./chunks/a-1.js"')
    writeFileSync(join(folder, 'chunks/a-1.js'), 'a()')
    writeFileSync(join(folder, 'secret.txt'), 'no')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const serve = () => {
    const files = createWidgetFiles([folder])
    const app = new Hono()
    files.mount(app)
    return {
      build: files.build,
      get: (path: string, init?: RequestInit) => app.request(path, init),
    }
  }

  it('tell the embed script which build it belongs to', async () => {
    const { build, get } = serve()
    expect(await (await get('/waypost.js')).text()).toBe(`load("/assets/${build}/panel.js")`)
  })

  it('are kept for ever under their build, compressed where the browser takes it', async () => {
    const { build, get } = serve()
    const headers = { 'Accept-Encoding': 'gzip, br' }
    const response = await get(`/assets/${build}/chunks/a-1.js`, { headers })
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(brotliDecompressSync(bytes).toString()).toBe('a()')
  })

  it('lead from an older build to this one, and nowhere else', async () => {
    const { build, get } = serve()
    for (const other of ['latest', '000000000000']) {
      const response = await get(`/assets/${other}/panel.js`)
      expect(response.status).toBe(307)
      expect(response.headers.get('location')).toBe(`../${build}/panel.js`)
    }
    for (const path of ['secret.txt', '../package.json', 'chunks/gone.js', '%2e%2e/x.js']) {
      expect((await get(`/assets/${build}/${path}`)).status).toBe(404)
      expect((await get(`/assets/latest/${path}`)).status).toBe(404)
    }
  })

  it('lead to this build below any path under which a proxy shows the server', async () => {
    const { build, get } = serve()
    for (const path of ['panel.js', 'chunks/a-1.js']) {
      const { headers } = await get(`/assets/latest/${path}`)
      const asked = `https://www.example.com/support/assets/latest/${path}`
      const there = new URL(headers.get('location') ?? '', asked)
      expect(there.pathname).toBe(`/support/assets/${build}/${path}`)
    }
  })

  it('change their build with any of them', () => {
    const before = serve().build
    writeFileSync(join(folder, 'panel.js'), 'import "./chunks/a-1.js";')
    expect(serve().build).not.toBe(before)
  })
})
