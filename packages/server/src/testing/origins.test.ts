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

describe('an address that no route takes', () => {
  const sites = [
    { key: 'tidemark', origins: ['https://tidemark.example'] },
    { key: 'other', origins: ['https://other.example'] },
  ]
  const nowhere: [string, RequestInit, number][] = [
    ['/v1/nothing', {}, 404],
    ['/nothing', {}, 404],
    ['/v1/live', { method: 'DELETE' }, 405],
    ['/v1/tickets/tic_1/read', {}, 405],
  ]

  it.each(nowhere)('says so to the pages of its sites: %s %j', async (path, init, status) => {
    const { fetch } = await supportWorld({ config: { sites } })
    const ask = async (origin: string, site = '') => {
      const answer = await fetch(path + site, { ...init, headers: { Origin: origin } })
      expect([answer.status, answer.headers.get('vary')]).toEqual([status, 'Origin'])
      expect(await answer.json()).toMatchObject({ status })
      return answer.headers.get('access-control-allow-origin')
    }
    expect(await ask('https://tidemark.example')).toBe('https://tidemark.example')
    expect(await ask('https://other.example')).toBe('https://other.example')
    expect(await ask('https://other.example', '?site=tidemark')).toBeNull()
    expect(await ask('https://evil.example')).toBeNull()
  })
})
