import { prove } from '@waypost/sdk/client'
import type { Challenge } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { hidden, portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const ticket = { subject: 'Hello', message: 'Can you help?', email: 'ada@example.com' }

async function worldWith(
  site: { proofOfWork?: 'never' | 'under-load' | 'always' } = {},
  unlimited = true,
) {
  const world = await supportWorld({
    config: { unlimited, trustedProxies: 1, sites: [site] },
  })
  const open = (headers: Record<string, string> = {}, body: object = ticket) =>
    world.fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return { ...world, open }
}

async function problemOf(response: Response) {
  const { code } = (await response.json()) as { code: string }
  return [response.status, code]
}

describe('proof of work', () => {
  it('is asked of strangers where the site wants it, and each proof counts once', async () => {
    const { open, fetch } = await worldWith({ proofOfWork: 'always' })
    expect(await problemOf(await open())).toEqual([428, 'proof_required'])
    const challenge = (await (await fetch('/v1/challenges')).json()) as Challenge
    const guard = { 'Waypost-Guard': `seconds=12;proof=${await prove(challenge)}` }
    expect((await open(guard)).status).toBe(201)
    expect(await problemOf(await open(guard))).toEqual([428, 'proof_required'])
  })

  it('is asked of no retry, for whom the ticket is there; of others with its key, as ever', async () => {
    const { open, fetch, client } = await worldWith({ proofOfWork: 'always' })
    const key = { 'Idempotency-Key': 'one-and-the-same-request' }
    const challenge = (await (await fetch('/v1/challenges')).json()) as Challenge
    const guard = { 'Waypost-Guard': `seconds=12;proof=${await prove(challenge)}` }
    const idOf = async (response: Response) =>
      ((await response.json()) as { ticket: { id: string } }).ticket.id
    const id = await idOf(await open({ ...key, ...guard }))
    expect(await idOf(await open({ ...key, ...guard }))).toBe(id)
    expect(await idOf(await open(key))).toBe(id)
    const other = { ...ticket, message: 'Something else' }
    expect(await problemOf(await open(key, other))).toEqual([422, 'idempotency_key_reused'])
    const { token } = await client().session.start()
    const somebody = { ...key, Authorization: `Bearer ${token}` }
    expect(await problemOf(await open(somebody))).toEqual([428, 'proof_required'])
  })

  it('is done by the client, without a word to whoever writes', async () => {
    const { client } = await worldWith({ proofOfWork: 'always' })
    const { ticket: opened } = await client().tickets.create(ticket)
    expect(opened.subject).toBe('Hello')
  })

  it('counts for no other number, no other moment and no other hash', async () => {
    const { open, fetch, passes } = await worldWith({ proofOfWork: 'always' })
    const challenge = (await (await fetch('/v1/challenges')).json()) as Challenge
    const { number, ...rest } = JSON.parse(atob(await prove(challenge)))
    const tell = (solution: object) =>
      open({ 'Waypost-Guard': `proof=${btoa(JSON.stringify(solution))}` })
    for (const forged of [
      { ...rest, number: number + 1 },
      { ...rest, number, signature: '0'.repeat(64) },
      { ...rest, number, salt: rest.salt.replace(/expires=\d+/, 'expires=99999999999') },
      { ...rest, number, algorithm: 'SHA-1' },
      {},
      [],
    ]) {
      expect(await problemOf(await tell(forged))).toEqual([428, 'proof_required'])
    }
    for (const odd of ['proof=', 'proof=e30=', `proof=${'A'.repeat(5_000)}`, 'seconds=x', ';;=;']) {
      expect((await open({ 'Waypost-Guard': odd })).status).toBe(428)
    }
    const later = (await (await fetch('/v1/challenges')).json()) as Challenge
    expect((await tell({ ...rest, number })).status).toBe(201)
    passes(20 * 60_000)
    expect((await open({ 'Waypost-Guard': `proof=${await prove(later)}` })).status).toBe(428)
  })
})

describe('quarantine', () => {
  const hasty = { 'Waypost-Guard': 'seconds=0.4' }

  it('takes what was written faster than people write, and answers as ever', async () => {
    const { open, agent } = await worldWith({}, false)
    const kim = await agent()
    const answer = await open(hasty)
    expect(answer.status).toBe(201)
    const { ticket: opened } = (await answer.json()) as { ticket: { id: string; status: string } }
    expect(opened.status).toBe('new')
    expect((await kim.client.tickets.list()).items).toEqual([])
    const { items } = await kim.client.tickets.list({ quarantined: 'true' })
    expect(items).toMatchObject([{ id: opened.id, quarantine: { reason: 'too-fast' } }])
  })

  it('takes a stranger with more links than anybody quotes', async () => {
    const { open, agent } = await worldWith({}, false)
    await open({}, { ...ticket, message: 'https://cheap.example '.repeat(10) })
    const { items } = await (await agent()).client.tickets.list({ quarantined: 'true' })
    expect(items).toMatchObject([{ quarantine: { reason: 'links' } }])
  })

  it('is undone by the team, who can put aside by hand as well', async () => {
    const { open, agent, world } = await worldWith({}, false)
    const kim = await agent()
    const { ticket: opened } = (await (await open(hasty)).json()) as { ticket: { id: string } }
    const released = await kim.client.tickets.release(opened.id)
    expect(released.quarantine).toBeNull()
    expect((await kim.client.tickets.list()).items.map(({ id }) => id)).toEqual([opened.id])
    const again = await kim.client.tickets.quarantine(opened.id)
    expect(again.quarantine).toMatchObject({ reason: 'agent' })
    expect((await kim.client.tickets.list({ q: 'Hello' })).items).toEqual([])
    const kinds = await world.storage.transaction(async ({ events }) =>
      (await events.listAfter(0, 100)).map(({ event }) => event.kind),
    )
    expect(kinds.filter((kind) => kind.startsWith('ticket.'))).toEqual([
      'ticket.quarantined',
      'ticket.released',
      'ticket.quarantined',
    ])
  })

  it('is for those of the team who answer tickets', async () => {
    const { open, agent } = await worldWith({}, false)
    const { ticket: opened } = (await (await open(hasty)).json()) as { ticket: { id: string } }
    const author = await agent('author')
    const refused = author.client.tickets.release(opened.id)
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('takes what a form of the help centre says of machines: a field that nobody sees, no time at all', async () => {
    const { fetch, agent, passes } = await worldWith({}, false)
    const kim = await agent()
    const send = async (more: Record<string, string>, wait: number) => {
      const page = await (await fetch('/help/en/contact')).text()
      const hidden = (name: string) =>
        new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
      passes(wait)
      const words = { subject: 'Hello', message: 'Can you help?', email: 'ada@example.com' }
      const kept = { key: hidden('key'), begun: hidden('begun') }
      const body = new URLSearchParams({ ...words, ...kept, ...more })
      const headers = { Origin: 'http://waypost.test' }
      return fetch('/help/en/contact', { method: 'POST', headers, body, redirect: 'manual' })
    }
    for (const [more, wait] of [
      [{ website: 'https://cheap.example' }, 30_000],
      [{}, 500],
      [{}, 30_000],
    ] as const) {
      expect((await send(more, wait)).status).toBe(303)
    }
    const { items } = await kim.client.tickets.list({ quarantined: 'true' })
    const reasons = items.map(({ quarantine }) => quarantine?.reason)
    expect(reasons).toEqual(['too-fast', 'trap'])
    expect((await kim.client.tickets.list()).items).toHaveLength(1)
  })
})

describe('budgets', () => {
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

  it('slow down who tries tokens, and let everybody read on', async () => {
    const { fetch } = await worldWith({}, false)
    const statuses: number[] = []
    for (let n = 0; n < 65; n++) {
      statuses.push((await fetch('/v1/tickets', { headers: bearer(`wps_${n}`) })).status)
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(401))
    expect(statuses.slice(60)).toEqual(Array(5).fill(429))
    expect((await fetch('/v1/settings')).status).toBe(200)
  })

  it('slow down nobody for whom a token opens nothing because the server has no storage', async () => {
    const storage = createMemoryStorage({ clock: { now: () => new Date('2026-11-21T09:00:00Z') } })
    const { fetch } = await supportWorld({ storage, config: { unlimited: false } })
    await storage.close()
    for (let n = 0; n < 65; n++) {
      const answer = await fetch('/v1/tickets', { headers: bearer('wps_1') })
      expect(await problemOf(answer)).toEqual([503, 'unavailable'])
    }
  })

  it('hold strangers to theirs, and whom a host vouches for to one of their own', async () => {
    const { open } = await worldWith({}, false)
    for (let n = 0; n < 5; n++) expect((await open()).status).toBe(201)
    const refused = await open()
    expect(await problemOf(refused)).toEqual([429, 'rate_limited'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('hold nobody who sends the same request again, from a page or from the form of the help centre', async () => {
    const world = await worldWith({}, false)
    const key = { 'Idempotency-Key': 'one-and-the-same-request' }
    const visitor = portalVisitor(world)
    const { page } = await visitor.reads('/help/en/contact')
    const form = { ...ticket, key: hidden(page, 'key'), begun: hidden(page, 'begun') }
    world.passes(30_000)
    for (let n = 0; n < 4; n++) {
      expect((await world.open(key)).status).toBe(201)
      expect((await visitor.sends('/help/en/contact', form)).status).toBe(303)
    }
    expect((await (await world.agent()).client.tickets.list()).items).toHaveLength(2)
  })
})
