import { type IdentityClaims, signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import type { ConfigInput } from '../app/config-schema.js'
import type { Storage } from '../domain/storage.js'
import { readStream } from './stream-reader.test.kit.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

/** A world in which one can listen: `await listens(token)`. */
async function listening(config: ConfigInput = {}, storage?: Storage) {
  const world = await supportWorld({
    ...(storage && { storage }),
    config: {
      sites: [
        { key: 'tidemark', identity },
        { key: 'other', identity },
      ],
      ...config,
    },
  })
  const asks = (token: string, headers: Record<string, string> = {}, query = '') =>
    world.fetch(`/v1/stream${query}`, { headers: { Authorization: `Bearer ${token}`, ...headers } })
  return {
    ...world,
    asks,
    /** Opens a stream and waits for the first that it says. */
    async listens(token: string, after?: number, query = '') {
      const headers = after === undefined ? undefined : { 'Last-Event-ID': `${after}` }
      const answer = await asks(token, headers, query)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        ...[200, 'text/event-stream; charset=utf-8'],
      ])
      const stream = readStream(answer)
      await stream.until(() => stream.comments.includes('hello'))
      return stream
    },
    /** Resolves when everybody has been told what has happened by now. */
    async told() {
      await world.world.streamsCaughtUp()
      await readStream(new Response('')).settled()
    },
    /** A person without a name, in a session. */
    async visits(site = 'tidemark') {
      const person = world.requester({ site })
      const { token } = await person.client.session.start()
      return { ...person, token }
    },
    async signsIn(sub: string, claims: Partial<IdentityClaims> = {}) {
      const options = { secret, siteKey: 'tidemark', issuer: identity.issuer, clock }
      const identityToken = await signIdentity({ sub, name: sub, ...claims }, options)
      const person = world.requester()
      const { token } = await person.client.session.start({ identityToken })
      return { ...person, token }
    },
    tells: (token: string, ticketId: string, side = '', what = 'typing') =>
      world.fetch(`/v1${side}/tickets/${ticketId}/${what}`, {
        method: what === 'typing' ? 'POST' : 'PUT',
        headers: { Authorization: `Bearer ${token}` },
      }),
  }
}

describe('a stream', () => {
  it('begins with where it stands, in an answer that nothing may hold back', async () => {
    const { visits, asks } = await listening()
    const answer = await asks((await visits()).token, { Origin: 'http://localhost:3000' })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3000',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    const stream = readStream(answer)
    await stream.until(() => stream.told.length > 0)
    expect([stream.retry(), stream.comments[0], stream.kinds()]).toEqual([3000, 'hello', ['ready']])
    expect(stream.told[0]?.id).toBeGreaterThan(0)
  })

  it('is for who has a token, and for no page of another origin', async () => {
    const { fetch, asks, visits } = await listening()
    expect((await fetch('/v1/stream')).status).toBe(401)
    expect((await asks('wps_unknown')).status).toBe(401)
    const { token } = await visits()
    expect((await asks(token, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('tells each of them what is theirs, and nobody else, and never a word', async () => {
    const { listens, visits, signsIn, agent, told } = await listening()
    const [ada, bo, agents] = [await visits(), await visits(), await agent()]
    const [cy, dee] = [
      await signsIn('cy', { group: 'Fjord' }),
      await signsIn('dee', { group: 'Fjord' }),
    ]
    const [ofAda, ofCy] = [await ada.opensTicket('Lamp'), await cy.opensTicket('Invoice')]
    const author = await agent('author')
    const elsewhere = await agent('lead', 'lead@other.test', ['other'])
    const streams = {
      ada: await listens(ada.token),
      adaTicket: await listens(ofAda.accessToken),
      bo: await listens(bo.token),
      cy: await listens(cy.token),
      dee: await listens(dee.token),
      agent: await listens(agents.token),
      author: await listens(author.token),
      elsewhere: await listens(elsewhere.token, undefined, '?site=other'),
    }
    await agents.replies(ofAda, 'A secret lamp')
    await agents.notes(ofAda, 'Called twice')
    await agents.changes(ofAda, { priority: 'high' })
    await ada.client.tickets.markRead(ofAda.ticket.id)
    await ada.solves(ofAda)
    await ada.reopens(ofAda)
    await agents.replies(ofCy, 'A secret invoice')
    await cy.client.tickets.markRead(ofCy.ticket.id)
    await told()

    const [a, c] = [ofAda.ticket.id, ofCy.ticket.id]
    const heard = Object.fromEntries(
      Object.entries(streams).map(([name, stream]) => [
        name,
        stream.events().map(({ event, data }) => `${event} ${data.ticketId}`),
      ]),
    )
    const ofRequester = ['replied', 'read', 'solved', 'reopened'].map(
      (what) => `ticket.${what} ${a}`,
    )
    expect(heard).toEqual({
      ada: ofRequester,
      adaTicket: ofRequester,
      bo: [],
      cy: [`ticket.replied ${c}`, `ticket.read ${c}`],
      // What Cy has read is Cy's affair.
      dee: [`ticket.replied ${c}`],
      agent: [
        ...['replied', 'noted', 'updated', 'read', 'solved', 'reopened'].map(
          (what) => `ticket.${what} ${a}`,
        ),
        ...[`ticket.replied ${c}`, `ticket.read ${c}`],
      ],
      author: [],
      elsewhere: [],
    })
    expect(JSON.stringify(streams.agent.told)).not.toMatch(/secret|Called/)
    const [first] = streams.ada.events()
    expect(first?.data).toEqual({
      ...{ kind: 'ticket.replied', ticketId: a, author: 'agent' },
      messageId: expect.stringMatching(/^msg_/),
    })
  })

  it('tells the first ticket of who was nobody until then, on their other device as well', async () => {
    const { listens, visits, told } = await listening()
    const [ada, bo] = [await visits(), await visits()]
    const streams = [await listens(ada.token), await listens(bo.token)]
    await ada.opensTicket('First')
    const second = await ada.opensTicket('Second')
    await ada.solves(second)
    await told()
    expect(streams.map((stream) => stream.kinds())).toEqual([
      ['ready', 'ticket.opened', 'ticket.opened', 'ticket.solved'],
      ['ready'],
    ])
  })

  it('tells the team what is put aside, and no more of it until it is released', async () => {
    const { listens, agent, visits, told } = await listening()
    const [ada, agents] = [await visits(), await agent()]
    const asked = await ada.opensTicket('Buy this')
    const stream = await listens(agents.token)
    await agents.client.tickets.quarantine(asked.ticket.id)
    await told()
    await ada.replies(asked, 'Buy more')
    await told()
    await agents.client.tickets.release(asked.ticket.id)
    await told()
    expect(stream.kinds()).toEqual(['ready', 'ticket.quarantined', 'ticket.released'])
  })

  it('tells a change of settings to everybody of the site', async () => {
    const storage = createMemoryStorage({ clock })
    const { world, listens, visits, told } = await listening({}, storage)
    const [here, there] = [await visits(), await visits('other')]
    const streams = [await listens(here.token), await listens(there.token)]
    const kinds = () => streams.map((stream) => stream.kinds().slice(1))
    const starts = (replyHours: number, origins: string[]) =>
      listening(
        {
          sites: [
            { key: 'tidemark', identity, origins },
            { key: 'other', replyHours },
          ],
        },
        storage,
      )
    await starts(4, ['loopback'])
    await told()
    expect(kinds(), 'another node with another configuration').toEqual([[], ['settings.changed']])
    await starts(4, ['https://tidemark.test'])
    await told()
    expect(kinds(), 'nothing that a page is told').toEqual([[], ['settings.changed']])
    const article = { locale: 'en', body: 'Words.' }
    await world.importArticles('tidemark', [{ ...article, id: 'a', title: 'A', locale: 'sv' }])
    await world.importArticles('tidemark', [{ ...article, id: 'b', title: 'B', locale: 'sv' }])
    await world.searchCaughtUp()
    await told()
    expect(kinds(), 'another language').toEqual([['settings.changed'], ['settings.changed']])
  })
})

describe('who may listen no more', () => {
  it('is told so when they end their session, and hears nothing after it', async () => {
    const { listens, visits, agent } = await listening()
    const ada = await visits()
    const asked = await ada.opensTicket('Lamp')
    const stream = await listens(ada.token)
    await ada.client.session.end()
    await stream.ended()
    await (await agent()).replies(asked, 'Too late')
    expect(stream.told.slice(1)).toEqual([
      { id: undefined, event: 'end', data: { code: 'session_expired' } },
    ])
  })

  it('is told so when the host or time ends their session', async () => {
    const { world, listens, signsIn, agent, passes } = await listening()
    const lead = await agent('lead')
    const [cy, dee] = [await signsIn('cy'), await signsIn('dee')]
    const [ofCy, ofDee] = [await listens(cy.token), await listens(dee.token)]
    await lead.client.sessions.revoke({ subject: 'cy' })
    await ofCy.ended()
    expect(ofCy.kinds()).toEqual(['ready', 'end'])

    await world.streams.beat()
    expect(ofDee.isOver()).toBe(false)
    passes(13 * 3_600_000)
    await world.streams.beat()
    await ofDee.ended()
    expect(ofDee.kinds()).toEqual(['ready', 'end'])
  })

  it('hears nothing more of a company that they have left, and begins anew', async () => {
    const { listens, signsIn, agent, told } = await listening()
    const agents = await agent()
    const [cy, dee] = [
      await signsIn('cy', { group: 'Fjord' }),
      await signsIn('dee', { group: 'Fjord' }),
    ]
    const asked = await cy.opensTicket('Invoice')
    const stream = await listens(dee.token)
    await signsIn('dee', { group: 'Harbour' })
    await agents.replies(asked, 'Which one?')
    await stream.ended()
    expect(stream.kinds()).toEqual(['ready', 'end'])
    const again = await listens(dee.token, 0)
    await (await signsIn('dee', { group: 'Harbour' })).opensTicket('Mine')
    await told()
    expect(again.events().map(({ event }) => event)).toEqual(['ticket.opened'])
  })

  it('is who was erased; and of what was erased nobody hears, from the log either', async () => {
    const { world, fetch, listens, signsIn, agent, visits, told } = await listening()
    const [admin, cy, bo] = [await agent('admin'), await signsIn('cy'), await visits()]
    const asked = await cy.opensTicket('Invoice')
    await admin.replies(asked, 'Which one?')
    const kept = await bo.opensTicket('Kept')
    const [ofCy, ofTicket] = [await listens(cy.token), await listens(asked.accessToken)]
    const { requesterId } = await world.storage.transaction((tx) => tx.tickets.get(asked.ticket.id))
    const erased = await fetch(`/v1/agent/customers/${requesterId}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${admin.token}` },
    })
    expect(erased.status).toBe(200)
    await ofCy.ended()
    expect(ofCy.kinds()).toEqual(['ready', 'end'])

    const ofTeam = await listens(admin.token, 0)
    await admin.solves(kept)
    await told()
    await ofTeam.until(() => ofTeam.kinds().includes('ticket.solved'))
    expect(new Set(ofTeam.events().map(({ data }) => data.ticketId))).toEqual(
      new Set([kept.ticket.id]),
    )
    expect(ofTicket.events()).toEqual([])
  })
})

describe('who comes back', () => {
  it('hears what they have missed, each once and in order, however often they were cut off', async () => {
    const { listens, visits, agent } = await listening()
    const [ada, agents] = [await visits(), await agent()]
    const asked = await ada.opensTicket('Lamp')
    let stream = await listens(ada.token)
    await stream.until(() => stream.lastId() !== undefined)
    const heard: unknown[] = []
    const sent: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const writing = (async () => {
        for (let n = 0; n < 3; n += 1) sent.push((await agents.replies(asked, 'And')).id)
      })()
      // Sometimes before anything was read, sometimes in the middle of what is written.
      if (round % 3 > 0) await stream.until(() => stream.events().length >= round % 3)
      await stream.close()
      heard.push(...stream.events().map(({ data }) => data.messageId))
      stream = await listens(ada.token, stream.lastId())
      await writing
    }
    const { id } = await agents.replies(asked, 'Last')
    await stream.until(() => stream.events().at(-1)?.data.messageId === id)
    heard.push(...stream.events().map(({ data }) => data.messageId))
    expect(heard).toEqual([...sent, id])
  })

  it('goes on from a heartbeat as from an event, and is told nothing that is over', async () => {
    const { world, listens, visits, agent, tells, passes, told } = await listening()
    const [ada, agents] = [await visits(), await agent()]
    const asked = await ada.opensTicket('Lamp')
    const stream = await listens(ada.token)
    const { id } = asked.ticket
    await (await visits()).opensTicket('Of somebody else')
    await told()
    await world.streams.beat()
    await stream.until(() => stream.comments.length > 1)
    const last = stream.lastId() ?? 0
    expect(last).toBeGreaterThan(stream.told[0]?.id ?? 0)
    await stream.close()
    expect((await tells(agents.token, id, '/agent')).status).toBe(204)
    await agents.replies(asked, 'Here')
    passes(7_000)
    const again = await listens(ada.token, last)
    await again.until(() => again.told.length > 0)
    expect(again.kinds()).toEqual(['ticket.replied'])
  })

  it('reads all again where their number is too old, too new or none', async () => {
    const { asks, listens, visits, passes, told, world } = await listening()
    const ada = await visits()
    const asked = await ada.opensTicket('Lamp')
    passes(25 * 3_600_000)
    // The log lets go of what is old when something new comes.
    await ada.solves(asked)
    const first = await world.storage.transaction((tx) => tx.events.first())
    expect(first).toBeGreaterThan(1)
    for (const number of ['0', '999999', '-1', 'x']) {
      const stream = readStream(await asks(ada.token, { 'Last-Event-ID': number }))
      await stream.until(() => stream.told.length > 0)
      expect([number, stream.kinds()]).toEqual([number, ['reset']])
      await ada.reopens(asked)
      await ada.solves(asked)
      await told()
      expect(stream.kinds()).toEqual(['reset', 'ticket.reopened', 'ticket.solved'])
      await stream.close()
    }
    const stream = await listens(ada.token, first - 1)
    await stream.until(() => stream.told.length > 0)
    expect(stream.kinds()[0]).toBe('ticket.solved')
  })
})

describe('who writes, or reads', () => {
  it('is shown to the other side, once in four seconds, and never to themselves', async () => {
    const { listens, visits, agent, tells, passes, told } = await listening()
    const [ada, kim, lee] = [await visits(), await agent(), await agent('lead')]
    const { ticket } = await ada.opensTicket('Lamp')
    const streams = {
      ada: await listens(ada.token),
      kim: await listens(kim.token),
      lee: await listens(lee.token),
    }
    for (let n = 0; n < 3; n += 1) await tells(ada.token, ticket.id)
    for (let n = 0; n < 3; n += 1) await tells(kim.token, ticket.id, '/agent')
    passes(4_000)
    await tells(ada.token, ticket.id)
    await told()
    const heard = (name: keyof typeof streams) => streams[name].events().map(({ data }) => data)
    const kind = 'ticket.typing'
    const ofAda = { kind, ticketId: ticket.id, author: 'requester' }
    const ofKim = { kind, ticketId: ticket.id, author: 'agent', name: 'Kim (agent)' }
    expect(heard('ada')).toEqual([ofKim])
    expect(heard('kim')).toEqual([ofAda, ofAda])
    expect(heard('lee')).toEqual([ofAda, ofKim, ofAda])
  })

  it('sees who else of the team has the ticket open; no requester does', async () => {
    const { listens, visits, agent, tells, passes, told } = await listening()
    const [ada, kim, lee] = [await visits(), await agent(), await agent('lead')]
    const { ticket } = await ada.opensTicket('Lamp')
    const streams = [ada, kim, lee].map(({ token }) => listens(token))
    const [ofAda, ofKim, ofLee] = await Promise.all(streams)
    for (let n = 0; n < 3; n += 1) {
      expect((await tells(kim.token, ticket.id, '/agent', 'read')).status).toBe(204)
      passes(10_000)
    }
    await told()
    const seen = { kind: 'ticket.viewed', ticketId: ticket.id, name: 'Kim (agent)' }
    expect(ofLee?.events().map(({ data }) => data)).toEqual([seen, seen])
    expect([ofAda?.events(), ofKim?.events()]).toEqual([[], []])
    // It changes nothing: the requester's mark of what they have read is theirs.
    expect(await lee.sees({ ticket, accessToken: '' })).toMatchObject({ version: 1 })
  })

  it('is told of by who may write there, and by nobody else', async () => {
    const { visits, signsIn, agent, tells, listens, told } = await listening()
    const [ada, bo, kim] = [await visits(), await visits(), await agent()]
    const { ticket } = await ada.opensTicket('Lamp')
    const stream = await listens(kim.token)
    expect((await tells(bo.token, ticket.id)).status).toBe(404)
    expect((await tells(kim.token, ticket.id)).status).toBe(403)
    expect((await tells(ada.token, ticket.id, '/agent')).status).toBe(403)
    const [cy, dee] = [
      await signsIn('cy', { group: 'Fjord' }),
      await signsIn('dee', { group: 'Fjord' }),
    ]
    const ofCy = await cy.opensTicket('Invoice')
    expect((await tells(dee.token, ofCy.ticket.id)).status).toBe(403)
    await told()
    expect(stream.kinds()).not.toContain('ticket.typing')
  })
})

describe('there are no more streams than there may be', () => {
  const streams = { perCaller: 2, perAddress: 3, perNode: 5 }

  it('of one session, of one address, of a server; a place is given back', async () => {
    const { asks, visits, signsIn, agent, world } = await listening({ unlimited: false, streams })
    const refused = async (token: string) => {
      const answer = await asks(token)
      if (answer.status === 200) return readStream(answer)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
      expect(await answer.json()).toMatchObject({ code: 'unavailable' })
      return undefined
    }
    const [ada, bo] = [await visits(), await visits()]
    const [cy, kim] = [await signsIn('cy'), await agent()]
    const first = await refused(ada.token)
    expect(await refused(ada.token)).toBeDefined()
    expect(await refused(ada.token)).toBeUndefined()
    expect(await refused(bo.token)).toBeDefined()
    // Three of the address. Those for whom somebody vouches do not count there.
    expect(await refused(bo.token)).toBeUndefined()
    expect(await refused(cy.token)).toBeDefined()
    expect(await refused(kim.token)).toBeDefined()
    expect(world.streams.count()).toBe(5)
    expect(await refused(cy.token)).toBeUndefined()
    await first?.close()
    expect(world.streams.count()).toBe(4)
    expect(await refused(bo.token)).toBeDefined()
  })

  it('and who asks for the headers alone takes none', async () => {
    const { fetch, visits, world } = await listening()
    const headers = { Authorization: `Bearer ${(await visits()).token}` }
    const answer = await fetch('/v1/stream', { method: 'HEAD', headers })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      ...[200, 'text/event-stream; charset=utf-8'],
    ])
    expect(world.streams.count()).toBe(0)
  })
})

it('says when to come back where the server goes, and takes no more', async () => {
  const { world, asks, listens, visits } = await listening()
  const { token } = await visits()
  const stream = await listens(token)
  world.streams.end()
  await stream.ended()
  expect(stream.kinds()).toEqual(['ready'])
  expect(stream.retry()).toBeGreaterThanOrEqual(500)
  expect(stream.retry()).toBeLessThanOrEqual(5_000)
  expect((await asks(token)).status).toBe(503)
})
