import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWidgetBuild } from './widget-build.js'
import { createWidgetFiles, type WidgetFilesDeps } from './widget-files.js'
import type { WidgetManifest } from './widget-manifest.js'

describe('the files of the widget', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-widget-'))
    mkdirSync(join(folder, 'chunks'))
    writeFileSync(join(folder, 'waypost.js'), 'load("/assets/__WAYPOST_BUILD__/panel.js")')
    writeFileSync(join(folder, 'panel.js'), 'import "./chunks/a-1.js"')
    writeFileSync(join(folder, 'chunks/a-1.js'), 'a()')
    writeFileSync(join(folder, 'secret.txt'), 'no')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const serve = (former?: WidgetFilesDeps['former']) => {
    const build = readWidgetBuild([folder])
    const app = new Hono()
    createWidgetFiles({ build, former }).mount(app)
    return {
      build: build.id,
      read: build,
      get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    }
  }
  const written = () => `load("/assets/${serve().build}/panel.js")`

  it('tell the embed script which build it belongs to', async () => {
    const { build, get } = serve()
    expect(await (await get('/waypost.js')).text()).toBe(written())
    expect(await (await get(`/assets/${build}/waypost.js`)).text()).toBe(written())
  })

  it('have an address without a build for elements, which leads to those of the build', async () => {
    expect((await serve().get('/waypost-elements.js')).status).toBe(404)
    writeFileSync(join(folder, 'elements.js'), 'define()')
    const { build, get } = serve()
    const script = await get('/waypost-elements.js')
    expect(await script.text()).toBe(`export * from "./assets/${build}/elements.js"\n`)
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'content-type': 'text/javascript; charset=utf-8',
    })
    const etag = script.headers.get('etag') ?? ''
    expect((await get('/waypost-elements.js', { 'If-None-Match': etag })).status).toBe(304)
  })

  it('are kept for ever under their build, compressed where the browser takes it', async () => {
    const { build, get } = serve()
    const address = `/assets/${build}/chunks/a-1.js`
    const brotli = await get(address, { 'Accept-Encoding': 'gzip, br' })
    const gzip = await get(address, { 'Accept-Encoding': 'gzip' })
    const plain = await get(address)
    for (const { headers } of [brotli, gzip, plain]) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      })
    }
    expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe('a()')
    expect(gunzipSync(await bytesOf(gzip)).toString()).toBe('a()')
    expect(await plain.text()).toBe('a()')
  })

  it('are known again without their build, as long as it is the same', async () => {
    const { get } = serve()
    for (const path of ['/waypost.js', '/assets/manifest.json']) {
      const etag = (await get(path)).headers.get('etag') ?? ''
      const again = await get(path, { 'If-None-Match': etag })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('access-control-allow-origin')).toBe('*')
      writeFileSync(join(folder, 'panel.js'), `import "./chunks/a-1.js";//${path}`)
      const { status } = await serve().get(path, { 'If-None-Match': etag })
      expect(status).toBe(200)
    }
  })

  it('may be a little old without their build, while a newer script is fetched', async () => {
    const { headers } = await serve().get('/waypost.js')
    expect(headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=86400')
    expect(headers.get('vary')).toBe('Accept-Encoding')
  })

  it('stand in a manifest, with what a script tag needs to trust them', async () => {
    const { build, get } = serve()
    const manifest = (await (await get('/assets/manifest.json')).json()) as WidgetManifest
    expect(manifest.build).toBe(build)
    expect(Object.keys(manifest.files)).toEqual(['chunks/a-1.js', 'panel.js', 'waypost.js'])
    for (const [path, { size, brotli, integrity }] of Object.entries(manifest.files)) {
      const address = `/assets/${build}/${path}`
      const bytes = await bytesOf(await get(address))
      expect(size).toBe(bytes.length)
      expect(integrity).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
      const squeezed = await get(address, { 'Accept-Encoding': 'br' })
      expect(brotli).toBe((await bytesOf(squeezed)).length)
    }
  })

  it('are sent as the build has compressed them, and only of the same build', async () => {
    const { build } = serve()
    writeFileSync(join(folder, 'panel.js.br'), 'prepared')
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ build }))
    const panel = async () => {
      const { build, get } = serve()
      return bytesOf(await get(`/assets/${build}/panel.js`, { 'Accept-Encoding': 'br' }))
    }
    expect((await panel()).toString()).toBe('prepared')
    const { get } = serve()
    writeFileSync(join(folder, 'panel.js.br'), 'built while this is served')
    const answer = await get(`/assets/${build}/panel.js`, { 'Accept-Encoding': 'br' })
    expect((await bytesOf(answer)).toString()).toBe('prepared')
    writeFileSync(join(folder, 'panel.js'), 'newer()')
    expect(brotliDecompressSync(await panel()).toString()).toBe('newer()')
  })

  it('stay what they were for a page that was opened before an upgrade', async () => {
    const before = serve()
    writeFileSync(join(folder, 'panel.js'), 'import "./chunks/b-2.js"')
    rmSync(join(folder, 'chunks/a-1.js'))
    const { get } = serve((id) => (id === before.build ? before.read : undefined))
    const chunk = await get(`/assets/${before.build}/chunks/a-1.js`)
    expect([chunk.status, await chunk.text()]).toEqual([200, 'a()'])
    expect(chunk.headers.get('cache-control')).toContain('immutable')
    const script = await get(`/assets/${before.build}/waypost.js`)
    expect(await script.text()).toContain(before.build)
  })

  it('begin anew with this build where the older one is gone, and mix no chunks', async () => {
    const { build, get } = serve()
    const panel = await get('/assets/000000000000/panel.js')
    expect([panel.status, await panel.text()]).toEqual([
      200,
      `export * from "../${build}/panel.js"\n`,
    ])
    const script = await get('/assets/000000000000/waypost.js')
    expect([script.status, script.headers.get('location')]).toEqual([307, `../${build}/waypost.js`])
    for (const { headers } of [panel, script]) {
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(headers.get('access-control-allow-origin')).toBe('*')
    }
    const chunk = await get('/assets/000000000000/chunks/a-1.js')
    expect([chunk.status, chunk.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(chunk.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('lead from latest to modules of this build, and nowhere else', async () => {
    const { build, get } = serve()
    const response = await get('/assets/latest/panel.js')
    // Led by status, a browser would take it and what its chunks import for two modules.
    expect([response.status, await response.text()]).toEqual([
      200,
      `export * from "../${build}/panel.js"\n`,
    ])
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const etag = response.headers.get('etag') ?? ''
    expect((await get('/assets/latest/panel.js', { 'If-None-Match': etag })).status).toBe(304)
    const nowhere = ['secret.txt', '../package.json', 'chunks/gone.js', '%2e%2e/x.js']
    for (const path of [...nowhere, 'manifest.json', 'panel.js.br']) {
      expect((await get(`/assets/${build}/${path}`)).status).toBe(404)
      expect((await get(`/assets/latest/${path}`)).status).toBe(404)
    }
    // It would look for its server at this address.
    expect((await get('/assets/latest/waypost.js')).status).toBe(404)
  })

  it('lead to this build below any path under which a proxy shows the server', async () => {
    const { build, get } = serve()
    const module = await (await get('/assets/latest/panel.js')).text()
    const asked = 'https://www.example.com/support/assets/latest/panel.js'
    const there = new URL(module.split('"')[1] ?? '', asked)
    expect(there.pathname).toBe(`/support/assets/${build}/panel.js`)
  })

  it('change their build with any of them', () => {
    const before = serve().build
    writeFileSync(join(folder, 'panel.js'), 'import "./chunks/a-1.js";')
    expect(serve().build).not.toBe(before)
  })
})

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
