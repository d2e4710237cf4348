/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { createWaypost } from './index.js'

const index = fileURLToPath(new URL('./index.ts', import.meta.url))

/** What a host's bundler takes of the package for one import. */
async function bundled(code: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'host',
        resolveId: (id) => (id === 'host' ? id : undefined),
        load: (id) => (id === 'host' ? code : undefined),
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'host' } },
  })
  const parts = 'output' in built ? built.output : []
  return parts.map((part) => (part.type === 'chunk' ? part.code : '')).join('')
}

describe('the package', () => {
  it('can be imported and called on a server, where it does nothing', () => {
    expect(typeof document).toBe('undefined')
    const waypost = createWaypost({ baseUrl: 'https://help.example' })
    const gone = waypost.on('panel:opened', () => {})
    gone()
    waypost.setLocale('sv')
    expect(waypost.open()).toBeInstanceOf(Promise)
    expect(waypost.client.tickets.list()).toBeInstanceOf(Promise)
    expect(waypost.getState()).toEqual({ isOpen: false, locale: 'en' })
  })

  it('leaves out of a bundle what the host does not use', async () => {
    const unused = await bundled(`import ${JSON.stringify(index)}`)
    const error = await bundled(
      `import { isWaypostError } from ${JSON.stringify(index)}; console.log(isWaypostError(1))`,
    )
    expect(unused.trim()).toBe('')
    expect(error).not.toContain('waypost-launcher')
  })

  it('brings a host the launcher, and fetches the rest from its server', async () => {
    const code = await bundled(
      `import { createWaypost } from ${JSON.stringify(index)}; createWaypost()`,
    )
    expect(code).toContain('waypost-launcher')
    expect(code).toContain('/assets/')
    expect(code).not.toContain('/v1/')
  })
})
