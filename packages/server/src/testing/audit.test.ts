import type { AuditEntry } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { personSites, personWorld } from './person.test.kit.js'

type Entries = { items: AuditEntry[] }

const deedsOf = ({ items }: Entries) => items.map(({ deed, object }) => [deed, object]).reverse()

describe('the audit log', () => {
  it('says who did what to what, in order, and what was refused', async () => {
    const world = await personWorld()
    const { id, ticket } = await world.leavesTraces()
    const [author, admin] = [await world.team('author'), await world.team('admin')]
    await author.asks('audit')
    await author.asks(`customers/${id}`, 'DELETE')
    await admin.asks(`customers/${id}/export`)
    await admin.asks(`customers/${id}`, 'DELETE')
    const all = await admin.reads<Entries>('audit')
    const agents = all.items.filter(({ deed }) => deed === 'agent.added').map((e) => e.object)
    const [, authorId, kimId] = agents
    expect(deedsOf(all)).toEqual([
      ['agent.added', kimId],
      ['ticket.replied', ticket.ticket.id],
      ['note.added', ticket.ticket.id],
      ['agent.added', authorId],
      ['agent.added', agents[0]],
      ['access.refused', 'listAudit'],
      ['access.refused', `eraseCustomer ${id}`],
      ['customer.exported', id],
      ['customer.erased', id],
    ])
    const by = (deed: string) => all.items.find((entry) => entry.deed === deed)?.by
    expect(by('ticket.replied')).toBe(kimId)
    expect(by('access.refused')).toBe(authorId)
    expect(by('agent.added')).toBe('operator')
  })

  it('has no entry for a deed that failed, and one for a retry', async () => {
    const world = await personWorld()
    const ticket = await world.requester().opensTicket('Late')
    const { reads } = await world.team('admin')
    const { token } = await world.world.agents.add({ email: 'kim@tidemark.test', role: 'agent' })
    const reply = (message: string, key: string) =>
      world.fetch(`/v1/agent/tickets/${ticket.ticket.id}/messages`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify({ message }),
      })
    await reply('Hello', 'a-key-that-is-sent-twice')
    await reply('Hello', 'a-key-that-is-sent-twice')
    expect((await reply('Else', 'a-key-that-is-sent-twice')).status).toBe(422)
    const { items } = await reads<Entries>('audit')
    expect(items.filter(({ deed }) => deed === 'ticket.replied')).toHaveLength(1)
  })

  it('says where somebody has changed it, or taken something out', async () => {
    const world = await personWorld()
    const { id } = await world.leavesTraces()
    const { audit, storage } = world.world
    const whole = await audit.verify()
    expect(whole).toMatchObject({ entries: 3, broken: null, newest: { number: 3 } })

    const before = await storage.transaction((tx) => tx.audit.get('000000000002'))
    await storage.transaction(async (tx) => tx.audit.save({ ...before, object: id }))
    expect((await audit.verify()).broken).toEqual({ number: 2, reason: 'changed' })
    await storage.transaction(async (tx) => tx.audit.delete(before.id))
    expect((await audit.verify()).broken).toEqual({ number: 2, reason: 'missing' })
    await storage.transaction(async (tx) => tx.audit.save(before))
    expect(await audit.verify()).toEqual(whole)

    // Who cuts off the end cannot hide it from whoever has noted the newest entry.
    await storage.transaction(async (tx) => tx.audit.delete('000000000003'))
    expect((await audit.verify(whole.newest ?? undefined)).broken).toEqual({
      number: 3,
      reason: 'missing',
    })
  })

  it('forgets what is older than it is kept, and holds together all the same', async () => {
    const world = await personWorld({ config: { sites: personSites, auditDays: 30 } })
    await world.leavesTraces()
    world.passes(31 * 86_400_000)
    const { audit, agents } = world.world
    await audit.sweep()
    expect(await audit.verify()).toMatchObject({ entries: 1, newest: { number: 3 } })
    await agents.add({ email: 'new@tidemark.test', role: 'agent' })
    await audit.sweep()
    expect(await audit.verify()).toMatchObject({ entries: 1, broken: null, newest: { number: 4 } })
  })

  it('can be read by admins alone, each that of their own site', async () => {
    const world = await personWorld({ config: { sites: [...personSites, { key: 'other' }] } })
    await world.leavesTraces()
    const { reads } = await world.team('admin')
    const deeds = deedsOf(await reads<Entries>('audit?site=other')).map(([deed]) => deed)
    expect(deeds).toEqual(['agent.added', 'agent.added'])
    expect((await (await world.team('lead')).asks('audit')).status).toBe(403)
    expect((await world.fetch('/v1/agent/audit')).status).toBe(401)
  })
})
