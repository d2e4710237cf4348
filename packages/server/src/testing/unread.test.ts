import { createMemoryTokens } from '@waypost/sdk/client'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import type { Storage } from '../domain/storage.js'
import { lowdbWorld } from './storage/lowdb-world.test.kit.js'
import { sampleMessage, sampleTicket } from './storage/sample-records.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
const sign = (sub: string) =>
  signIdentity({ sub }, { secret, siteKey: 'tidemark', issuer: identity.issuer, clock })

/** Somebody who has asked, and the team. */
async function asked(options: Parameters<typeof supportWorld>[0] = {}) {
  const world = await supportWorld(options)
  const [ada, agent] = [world.requester(), await world.agent()]
  const ticket = await ada.opensTicket('Cannot sign in')
  return {
    ...{ world, ada, agent, ticket },
    unread: async () => (await ada.sees(ticket)).unread,
    /** Bare HTTP: what a caller without our client could send. */
    marks: (body: unknown, id = ticket.ticket.id, headers: Record<string, string> = {}) =>
      world.fetch(`/v1/tickets/${id}/read`, {
        method: 'PUT',
        headers: {
          ...{ 'Content-Type': 'application/json', Authorization: `Bearer ${ticket.accessToken}` },
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

describe('a reply', () => {
  it('is unread until its requester says otherwise; a note never is', async () => {
    const { ada, agent, ticket, unread } = await asked()
    expect(ticket.ticket.unread).toBe(0)
    await agent.notes(ticket, 'Called twice')
    expect(await unread()).toBe(0)
    await agent.replies(ticket, 'Try this')
    await agent.replies(ticket, 'Or that')
    expect(await unread()).toBe(2)
    expect(await agent.sees(ticket)).toMatchObject({ unread: 2 })
    expect((await ada.client.tickets.list()).items).toMatchObject([{ unread: 2 }])

    expect(await ada.client.tickets.markRead(ticket.ticket.id)).toMatchObject({ unread: 0 })
    expect(await agent.sees(ticket)).toMatchObject({ unread: 0 })
  })

  it('is read with what came before it, and stays so', async () => {
    const { ada, agent, ticket, unread } = await asked()
    const { markRead } = ada.client.tickets
    const { id } = ticket.ticket
    const first = await agent.replies(ticket, 'One')
    const second = await agent.replies(ticket, 'Two')
    await agent.replies(ticket, 'Three')
    const [own] = await ada.reads(ticket)
    await markRead(id, { messageId: own?.id ?? '' })
    expect(await unread()).toBe(3)
    await markRead(id, { messageId: second.id })
    await markRead(id, { messageId: second.id })
    expect(await unread()).toBe(1)
    // Another tab, that has seen less.
    await markRead(id, { messageId: first.id })
    expect(await unread()).toBe(1)
  })

  it('is read by who answers it, and by a try of that again', async () => {
    const { ada, agent, ticket, unread } = await asked()
    await agent.replies(ticket, 'Which browser?')
    const idempotencyKey = 'one-and-the-same-answer'
    const answer = () =>
      ada.client.tickets.reply(ticket.ticket.id, { message: 'This one' }, { idempotencyKey })
    await answer()
    expect(await unread()).toBe(0)
    await agent.replies(ticket, 'And which version?')
    await answer()
    expect(await unread()).toBe(1)
  })

  it('can be read when the matter is solved or closed', async () => {
    const { ada, agent, ticket, unread } = await asked()
    await agent.replies(ticket, 'Done')
    await agent.solves(ticket)
    expect(await unread()).toBe(1)
    await agent.changes(ticket, { status: 'closed' })
    expect(await unread()).toBe(1)
    expect(await ada.client.tickets.markRead(ticket.ticket.id)).toMatchObject({
      ...{ status: 'closed', unread: 0 },
    })
  })

  it('that arrives while one marks what came before it stays unread', async () => {
    const { ada, agent, ticket, unread } = await asked()
    const { id } = ticket.ticket
    for (let round = 0; round < 20; round++) {
      const { id: messageId } = await agent.replies(ticket, 'The one that is seen')
      const both = [
        () => ada.client.tickets.markRead(id, { messageId }),
        () => agent.replies(ticket, 'The one that comes meanwhile'),
      ]
      await Promise.all((round % 2 ? both : both.reverse()).map((deed) => deed()))
      expect(await unread()).toBe(1)
      await ada.client.tickets.markRead(id)
    }
  })

  it('that is read changes nothing for the team, nor the place of its ticket', async () => {
    const { world, ada, agent, ticket } = await asked()
    world.passes(1_000)
    const later = await ada.opensTicket('Something else')
    await agent.replies(ticket, 'Try this')
    const before = await agent.sees(ticket)
    world.passes(60_000)
    await ada.client.tickets.markRead(ticket.ticket.id)
    expect(await agent.sees(ticket)).toEqual({ ...before, unread: 0 })
    for (const { client } of [ada, agent]) {
      const { items } = await client.tickets.list()
      expect(items.map(({ id }) => id)).toEqual([later.ticket.id, ticket.ticket.id])
    }
    const { id, version } = before
    expect(await agent.client.tickets.update(id, { priority: 'high' }, version)).toMatchObject({
      ...{ priority: 'high', unread: 0, version: version + 1 },
    })
  })

  it('leads whoever follows the event log to its ticket once it is read', async () => {
    const { world, ada, agent, ticket } = await asked()
    await agent.replies(ticket, 'Try this')
    await ada.client.tickets.markRead(ticket.ticket.id)
    await ada.client.tickets.markRead(ticket.ticket.id)
    const events = await world.world.storage.transaction((tx) => tx.events.listAfter(0, 100))
    expect(events.map(({ event }) => event.kind).filter((kind) => kind === 'ticket.read')).toEqual([
      'ticket.read',
    ])
  })

  it('stands in the export of its ticket with what is unread', async () => {
    const { world, agent, ticket } = await asked()
    await agent.replies(ticket, 'Try this')
    const lead = await world.agent('lead')
    const [exported] = (await lead.client.tickets.export()).items
    expect(exported).toMatchObject({ ticket: { unread: 1 }, messages: [{}, {}] })
  })
})

describe('marking as read', () => {
  it('is for the session, the customer and the token of the ticket', async () => {
    const config = { sites: [{ key: 'tidemark', identity }] }
    const world = await supportWorld({ config })
    const agent = await world.agent()
    const visitor = world.requester()
    const signed = world.requester({ getToken: () => sign('ada') })
    const phone = world.requester({ getToken: () => sign('ada') })
    await signed.client.session.start()
    await phone.client.session.start()
    for (const [asker, reader] of [
      [visitor, visitor],
      [signed, phone],
    ] as const) {
      const ticket = await asker.opensTicket('Mine')
      const { id } = ticket.ticket
      await agent.replies(ticket, 'One')
      expect(await reader.client.tickets.markRead(id)).toMatchObject({ unread: 0 })
      await agent.replies(ticket, 'Two')
      const access = { accessToken: ticket.accessToken }
      expect(await world.client().live(access)).toMatchObject({ unread: 1 })
      expect(await world.client().tickets.markRead(id, {}, access)).toMatchObject({ unread: 0 })
      expect(await reader.client.live()).toMatchObject({ unread: 0 })
    }
  })

  it('answers a foreign ticket and an absent one with the same bytes, and changes neither', async () => {
    const { world, ada, agent, ticket, marks, unread } = await asked()
    await agent.replies(ticket, 'Try this')
    const other = await ada.opensTicket('Another of hers')
    const { token } = await world.client().session.start()
    const absent = `tic_${'0'.repeat(26)}`
    const said = await Promise.all([
      marks({}, ticket.ticket.id, { Authorization: `Bearer ${token}` }),
      marks({}, absent, { Authorization: `Bearer ${token}` }),
      marks({}, other.ticket.id),
      marks({}, absent),
      marks({}, 'tic_..'),
    ])
    expect(said.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(new Set(await Promise.all(said.map((each) => each.text()))).size).toBe(1)
    expect(await unread()).toBe(1)
  })

  it('is not for strangers, nor for the team', async () => {
    const { world, agent, ticket, marks, unread } = await asked()
    await agent.replies(ticket, 'Try this')
    const { id } = ticket.ticket
    const bare = { method: 'PUT', body: '{}', headers: { 'Content-Type': 'application/json' } }
    expect((await world.fetch(`/v1/tickets/${id}/read`, bare)).status).toBe(401)
    const { token } = await world.world.agents.add({ email: 'a@tidemark.test', role: 'admin' })
    expect((await marks({}, id, { Authorization: `Bearer ${token}` })).status).toBe(403)
    expect(await unread()).toBe(1)
  })

  it('takes a message of the ticket and no other, and says nothing about those', async () => {
    const { ada, agent, ticket, marks, unread } = await asked()
    await agent.replies(ticket, 'Try this')
    const other = await ada.opensTicket('Another')
    const foreign = await agent.replies(other, 'Not yours to name')
    const answers = [
      await marks({ messageId: foreign.id }),
      await marks({ messageId: `msg_${'0'.repeat(26)}` }),
    ]
    const [first, second] = await Promise.all(answers.map((answer) => answer.text()))
    expect(first).toBe(second)
    expect(JSON.parse(first ?? '')).toMatchObject({
      ...{ status: 422, errors: [{ path: 'messageId', code: 'not_an_option' }] },
    })
    expect(await unread()).toBe(1)
  })

  it.each([
    ['{', 400, 'malformed_json'],
    ['', 400, 'malformed_json'],
    ['[]', 422, 'invalid_input'],
    ['null', 422, 'invalid_input'],
    ['{"messageId":7}', 422, 'invalid_input'],
    ['{"messageId":null}', 422, 'invalid_input'],
    ['{"messageId":""}', 422, 'invalid_input'],
    ['{"messageId":"tic_1"}', 422, 'invalid_input'],
  ])('refuses the body %s', async (body, status, code) => {
    const { agent, ticket, marks, unread } = await asked()
    await agent.replies(ticket, 'Try this')
    const answer = await marks(body)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
    expect(await unread()).toBe(1)
  })
})

describe('what waits', () => {
  it('counts the unread replies of all tickets, and nobody else’s', async () => {
    const { world, ada, agent, ticket } = await asked()
    const [second, ben] = [await ada.opensTicket('Second'), world.requester()]
    const his = await ben.opensTicket('His own')
    expect(await ada.client.live()).toMatchObject({ unread: 0 })
    await agent.replies(ticket, 'One')
    await agent.replies(ticket, 'Two')
    await agent.replies(second, 'Three')
    await agent.replies(his, 'Four')
    expect(await ada.client.live()).toEqual({
      ...{ unread: 3, incidents: [], announcements: [], due: [] },
    })
    expect(await ben.client.live()).toMatchObject({ unread: 1 })
    expect(await world.client().live({ accessToken: second.accessToken })).toMatchObject({
      unread: 1,
    })
    const { token } = await world.world.agents.add({ email: 'a@tidemark.test', role: 'admin' })
    const team = await world.fetch('/v1/live', { headers: { Authorization: `Bearer ${token}` } })
    expect(await team.json()).toMatchObject({ unread: 0 })
  })

  it('goes along when a customer takes over what they asked without a name', async () => {
    const config = { sites: [{ key: 'tidemark', identity }] }
    const { world, agent, ticket } = await asked({ config })
    await agent.replies(ticket, 'One')
    const signed = world.client({ getToken: () => sign('ada') })
    await signed.session.start()
    expect(await signed.live()).toMatchObject({ unread: 0 })
    await signed.tickets.claim([ticket.accessToken])
    expect(await signed.live()).toMatchObject({ unread: 1 })
  })

  it('is nothing for who has no token, and a 401 for one that opens nothing', async () => {
    const { world } = await asked()
    expect(await world.client().live()).toMatchObject({ unread: 0 })
    const ask = async (token: string) => {
      const headers = { Authorization: `Bearer ${token}` }
      const answer = await world.fetch('/v1/live', { headers })
      return [answer.status, ((await answer.json()) as { code: string }).code]
    }
    expect(await ask(`wps_${'A'.repeat(43)}`)).toEqual([401, 'session_expired'])
    expect(await ask('wpt_k1.x')).toEqual([401, 'unauthenticated'])
    expect(await ask('junk')).toEqual([401, 'unauthenticated'])
    expect((await world.fetch('/v1/live?site=nowhere')).status).toBe(404)
  })

  it('is nothing again for the client once its session has ended by itself', async () => {
    const tokens = createMemoryTokens()
    const world = await supportWorld()
    const ada = world.requester({ tokens })
    const ticket = await ada.opensTicket('Mine')
    await (await world.agent()).replies(ticket, 'One')
    expect(await ada.client.live()).toMatchObject({ unread: 1 })
    world.passes(31 * 24 * 3_600_000)
    expect(await ada.client.live()).toMatchObject({ unread: 0 })
    expect(tokens.get()).toBeNull()
  })

  it('is kept by no cache, and read by the pages of the site alone', async () => {
    const { world, ticket } = await asked()
    const ask = async (headers: Record<string, string>) =>
      (await world.fetch('/v1/live', { headers })).headers
    const Authorization = `Bearer ${ticket.accessToken}`
    const ours = await ask({ Authorization, Origin: 'http://localhost:5173' })
    expect(ours.get('cache-control')).toBe('private, no-store')
    expect(ours.get('access-control-allow-origin')).toBe('http://localhost:5173')
    const theirs = await ask({ Authorization, Origin: 'https://evil.example' })
    expect(theirs.get('access-control-allow-origin')).toBeNull()
    const nobody = await ask({})
    expect([nobody.get('cache-control'), nobody.get('vary')]).toEqual(['no-store', 'Origin'])
  })

  it('is counted by reading what is unread, not all that somebody ever asked', async () => {
    const { storage, handedOut } = counting(createMemoryStorage({ clock }))
    const { world, ada, agent, ticket } = await asked({ storage })
    await storage.transaction(async (tx) => {
      const { requesterId, site } = await tx.tickets.get(ticket.ticket.id)
      for (let n = 0; n < 5_000; n++) {
        tx.tickets.save(sampleTicket(`tic_${n}`, { requesterId, site }))
      }
    })
    await agent.replies(ticket, 'One')
    await agent.replies(ticket, 'Two')
    const before = handedOut()
    expect(await ada.client.live()).toMatchObject({ unread: 2 })
    expect(handedOut() - before).toBe(1)
    await world.close()
  })

  it('is counted to the end, however many tickets have something', async () => {
    const storage = createMemoryStorage({ clock })
    const { ada, ticket } = await asked({ storage })
    await storage.transaction(async (tx) => {
      const { requesterId, site } = await tx.tickets.get(ticket.ticket.id)
      for (let n = 0; n < 2_500; n++) {
        tx.tickets.save(sampleTicket(`tic_${n}`, { requesterId, site, unread: [2, 3] }))
      }
    })
    expect(await ada.client.live()).toMatchObject({ unread: 5_000 })
  })
})

describe('on disk', () => {
  const { open, newFolder, afterCrash } = lowdbWorld()

  it('the marks outlive a restart, and a crash', async () => {
    const folder = newFolder()
    const tokens = createMemoryTokens()
    const { world, ...first } = await asked({ storage: await open(folder) })
    const ada = world.requester({ tokens })
    const ticket = await ada.opensTicket('Kept')
    const { id: messageId } = await first.agent.replies(ticket, 'One')
    await first.agent.replies(ticket, 'Two')
    await ada.client.tickets.markRead(ticket.ticket.id, { messageId })
    const crashed = afterCrash(folder)
    await world.close()

    for (const kept of [folder, crashed]) {
      const again = await supportWorld({ storage: await open(kept) })
      const { client } = again.requester({ tokens })
      expect(await client.live()).toMatchObject({ unread: 1 })
      expect(await client.tickets.get(ticket.ticket.id)).toMatchObject({ unread: 1 })
      expect(await client.tickets.markRead(ticket.ticket.id)).toMatchObject({ unread: 0 })
      await again.close()
      const third = await supportWorld({ storage: await open(kept) })
      expect(await third.client({ tokens }).live()).toMatchObject({ unread: 0 })
      await third.close()
    }
  })

  it('a ticket from before marks were kept counts as read, up to the next reply', async () => {
    const folder = newFolder()
    const [id, createdAt] = [`tic_${'7'.repeat(26)}`, '2026-01-05T08:00:00.000Z']
    const author = { kind: 'agent', id: 'agt_1', name: 'Kim' } as const
    const older = await open(folder)
    await older.transaction(async (tx) => {
      tx.tickets.save(sampleTicket(id, { site: 'default', messageCount: 2, status: 'pending' }))
      tx.messages.save(sampleMessage('msg_1', { ticketId: id }))
      tx.messages.save(sampleMessage('msg_2', { ticketId: id, number: 2, author, createdAt }))
    })
    await older.close()

    const world = await supportWorld({ storage: await open(folder) })
    const access = { accessToken: world.world.ticketTokens.issue(id, 1) }
    const { tickets, live } = world.client()
    expect(await tickets.get(id, access)).toMatchObject({ unread: 0 })
    expect(await live(access)).toMatchObject({ unread: 0 })
    expect(await tickets.markRead(id, {}, access)).toMatchObject({ unread: 0 })
    await (await world.agent()).client.tickets.reply(id, { message: 'Still there?' })
    expect(await live(access)).toMatchObject({ unread: 1 })
    await world.close()
  })
})

/** A storage that counts the tickets which its lists hand out. */
function counting(storage: Storage) {
  let count = 0
  const counted: Storage = {
    ...storage,
    transaction: (work) =>
      storage.transaction((tx) =>
        work(
          Object.create(tx, {
            tickets: {
              value: Object.create(tx.tickets, {
                list: {
                  async value(...asked: Parameters<typeof tx.tickets.list>) {
                    const page = await tx.tickets.list(...asked)
                    count += page.items.length
                    return page
                  },
                },
              }),
            },
          }),
        ),
      ),
  }
  return { storage: counted, handedOut: () => count }
}
