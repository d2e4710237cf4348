import { describe, expect, it } from 'vitest'
import type { Facts } from '../foundation/logger.js'
import { supportWorld } from './support-world.js'

/** A server for these origins, asked by pages, and what its operator reads. */
async function asked(origins: string[]) {
  const warnings: Facts[] = []
  const log = {
    info() {},
    error() {},
    warn: (message: string, facts: Facts = {}) => warnings.push({ message, ...facts }),
  }
  const { fetch } = await supportWorld({ config: { sites: [{ key: 'tidemark', origins }] }, log })
  return {
    warnings,
    /** The origin that may read the answer. */
    letIn: async (origin: string) =>
      (await fetch('/v1/settings', { headers: { Origin: origin } })).headers.get(
        'access-control-allow-origin',
      ),
  }
}

describe('a page that may not call', () => {
  it('is named to the operator once, with what would let it in', async () => {
    const { letIn, warnings } = await asked(['loopback'])
    const shop = 'https://shop.example'
    expect([await letIn(shop), await letIn(shop)]).toEqual([null, null])
    expect(await letIn('http://localhost:5500')).toBe('http://localhost:5500')
    expect(warnings).toEqual([
      {
        message: 'a page was refused',
        origin: shop,
        site: 'tidemark',
        hint: `add '${shop}' to the origins of this site`,
      },
    ])
  })

  it('can be one that was opened as a file, until the site says so', async () => {
    const closed = await asked(['loopback'])
    expect(await closed.letIn('null')).toBeNull()
    expect(closed.warnings[0]?.hint).toContain("add 'file'")
    const open = await asked(['file'])
    expect(await open.letIn('null')).toBe('null')
    expect(open.warnings).toEqual([])
  })

  it('fills no log with what it invents', async () => {
    const { letIn, warnings } = await asked([])
    await letIn('kim@example.com')
    for (let n = 0; n < 50; n++) await letIn(`https://${n}.example`)
    expect(warnings).toHaveLength(20)
    expect(JSON.stringify(warnings)).not.toContain('kim')
  })
})
