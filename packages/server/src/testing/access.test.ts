import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { lowdbWorld, troubledDisk } from './storage/lowdb-world.test.kit.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
const sites = [
  { key: 'tidemark', identity },
  { key: 'other', identity },
]

const sign = (sub: string) =>
  signIdentity({ sub, name: sub }, { secret, siteKey: 'tidemark', issuer: identity.issuer, clock })

describe('nobody reads what is not theirs', () => {
  it('shows a ticket to its session, its token and the team, and nobody else', async () => {
    const world = await supportWorld()
    const [ada, ben, agent] = [world.requester(), world.requester(), await world.agent()]
    const created = await ada.opensTicket('Mine')
    const { ticket, accessToken } = created
    await ben.opensTicket('His own')

    expect(await ada.sees(created)).toMatchObject({ id: ticket.id })
    expect(await agent.sees(created)).toMatchObject({ id: ticket.id })
    expect(await world.client().tickets.get(ticket.id, { accessToken })).toMatchObject({
      subject: 'Mine',
    })
    await expect(ben.sees(created)).rejects.toMatchObject({ code: 'not_found' })
    await expect(ben.replies(created, 'Let me in')).rejects.toMatchObject({ code: 'not_found' })
    await expect(ben.solves(created)).rejects.toMatchObject({ code: 'not_found' })
    expect((await ben.client.tickets.list()).items.map(({ subject }) => subject)).toEqual([
      'His own',
    ])
  })

  it('answers a foreign ticket and an absent one with the same bytes', async () => {
    const world = await supportWorld()
    const [ada, ben] = [world.requester(), world.client()]
    const { ticket } = await ada.opensTicket('Mine')
    const { token } = await ben.session.start()
    const headers = { Authorization: `Bearer ${token}` }
    const absent = `tic_${'0'.repeat(26)}`
    for (const tail of ['', '/messages']) {
      const foreign = await world.fetch(`/v1/tickets/${ticket.id}${tail}`, { headers })
      const nothing = await world.fetch(`/v1/tickets/${absent}${tail}`, { headers })
      expect(foreign.status).toBe(404)
      expect(await foreign.text()).toBe(await nothing.text())
    }
  })

  it('opens one ticket with its token, and only that one', async () => {
    const world = await supportWorld()
    const ada = world.requester()
    const first = await ada.opensTicket('First')
    const second = await ada.opensTicket('Second')
    const { tickets } = world.client()
    const { accessToken } = first
    expect((await tickets.list({ accessToken })).items).toHaveLength(1)
    await expect(tickets.get(second.ticket.id, { accessToken })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('refuses tokens that were changed, cut, or made up', async () => {
    const world = await supportWorld()
    const { ticket, accessToken } = await world.requester().opensTicket('Mine')
    const last = accessToken.at(-1) === 'A' ? 'Q' : 'A'
    const forged = [
      accessToken.slice(0, -1) + last,
      accessToken.slice(0, -4),
      accessToken.replace(/\.1\./, '.2.'),
      accessToken.replace('wpt_k1', 'wpt_k2'),
      `wps_${'A'.repeat(43)}`,
      `wpa_${'A'.repeat(43)}`,
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
      'Basic',
    ]
    for (const token of forged) {
      const headers = { Authorization: `Bearer ${token}` }
      const response = await world.fetch(`/v1/tickets/${ticket.id}`, { headers })
      expect([token.slice(0, 4), response.status]).toEqual([token.slice(0, 4), 401])
    }
    expect((await world.fetch(`/v1/tickets/${ticket.id}`)).status).toBe(401)
  })

  it('keeps the team side closed to requesters, and exports to leads alone', async () => {
    const world = await supportWorld()
    const client = world.client()
    const { token } = await client.session.start()
    const headers = { Authorization: `Bearer ${token}` }
    expect((await world.fetch('/v1/agent/tickets', { headers })).status).toBe(403)
    expect((await world.fetch('/v1/agent/tickets')).status).toBe(401)
    const [agent, lead, author] = [
      await world.agent('agent'),
      await world.agent('lead'),
      await world.agent('author'),
    ]
    await expect(agent.client.tickets.export()).rejects.toMatchObject({ code: 'forbidden' })
    expect((await lead.client.tickets.export()).items).toEqual([])
    await expect(author.client.tickets.list()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('gives a signed customer their tickets in every browser, and another person none of them', async () => {
    const world = await supportWorld({ config: { sites } })
    const laptop = world.requester({ getToken: () => sign('ada') })
    const phone = world.client({ getToken: () => sign('ada') })
    const ben = world.client({ getToken: () => sign('ben') })
    await laptop.opensTicket('Mine')
    await phone.session.start()
    await ben.session.start()
    expect((await phone.tickets.list()).items).toMatchObject([
      { subject: 'Mine', requester: { name: 'ada', verification: 'signed' } },
    ])
    expect((await ben.tickets.list()).items).toEqual([])
  })

  it('gives a customer what they opened before they had a name, in every browser', async () => {
    const world = await supportWorld({ config: { sites } })
    const signIn = (sub: string) => world.client({ getToken: () => sign(sub) })
    const visitor = world.requester()
    const first = await visitor.opensTicket('Before', { email: 'typed@example.com' })
    world.passes(1_000)
    const second = await visitor.opensTicket('Before, too')
    const [laptop, phone, ben] = [signIn('ada'), signIn('ada'), signIn('ben')]
    for (const client of [laptop, phone, ben]) await client.session.start()

    const tokens = [first.accessToken, second.accessToken, first.accessToken]
    const claimed = await laptop.tickets.claim(tokens)
    expect(claimed.items.map(({ id }) => id)).toEqual([first.ticket.id, second.ticket.id])
    expect((await phone.tickets.list()).items).toMatchObject([
      { subject: 'Before, too', updatedAt: second.ticket.updatedAt },
      // Nobody vouches afterwards for what was written without a name.
      { subject: 'Before', requester: { email: 'typed@example.com', verification: 'none' } },
    ])
    expect((await laptop.tickets.claim(tokens)).items).toHaveLength(2)
    expect((await ben.tickets.claim(tokens)).items).toEqual([])
    expect((await ben.tickets.list()).items).toEqual([])
    const agent = await world.agent()
    expect(await agent.sees(first)).toMatchObject({ version: 2, subject: 'Before' })
    await laptop.tickets.reply(first.ticket.id, { message: 'It is me' })
  })

  it('lets nobody claim what a customer opened, nor by a token that opens nothing', async () => {
    const world = await supportWorld({ config: { sites } })
    const ada = world.requester({ getToken: () => sign('ada') })
    const ben = world.client({ getToken: () => sign('ben') })
    const elsewhere = world.requester({ site: 'other' })
    const mine = await ada.opensTicket('Mine')
    const foreign = await elsewhere.opensTicket('On another site')
    const visitor = world.requester()
    const open = await visitor.opensTicket('Of a visitor')
    await ben.session.start()
    const forged = open.accessToken.replace(/\.1\./, '.2.')
    const tokens = [mine.accessToken, foreign.accessToken, forged, 'wpt_']
    expect((await ben.tickets.claim(tokens)).items).toEqual([])
    expect((await ben.tickets.list()).items).toEqual([])
    await expect(visitor.client.tickets.claim([open.accessToken])).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await visitor.sees(open)).toMatchObject({ subject: 'Of a visitor' })
  })

  it('refuses identity tokens of another site, key, algorithm or time', async () => {
    const world = await supportWorld({ config: { sites } })
    const options = { secret, siteKey: 'tidemark', issuer: identity.issuer, clock }
    const tokens = [
      await signIdentity({ sub: 'ada' }, { ...options, siteKey: 'other' }),
      await signIdentity({ sub: 'ada' }, { ...options, issuer: 'https://evil.test' }),
      await signIdentity({ sub: 'ada' }, { ...options, secret: secret.toUpperCase() }),
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.',
      'not a token',
    ]
    for (const identityToken of tokens) {
      await expect(world.client().session.start({ identityToken })).rejects.toMatchObject({
        code: 'identity_token_invalid',
      })
    }
    const good = await signIdentity({ sub: 'ada' }, options)
    world.passes(2 * 3_600_000)
    await expect(world.client().session.start({ identityToken: good })).rejects.toMatchObject({
      code: 'identity_token_invalid',
    })
  })

  it('keeps one site from the other', async () => {
    const world = await supportWorld({ config: { sites } })
    const ada = world.requester({ site: 'tidemark' })
    const created = await ada.opensTicket('Mine')
    const agent = await world.agent()
    const response = await world.fetch('/v1/agent/tickets?site=other', {
      headers: { Authorization: 'Bearer none-of-these-tokens' },
    })
    expect(response.status).toBe(401)
    expect(await agent.sees(created)).toMatchObject({ subject: 'Mine' })
    expect((await world.fetch('/v1/settings?site=nowhere')).status).toBe(404)
  })

  it('forgets an ended session, and one whose days have passed', async () => {
    const world = await supportWorld()
    const client = world.client()
    const { token } = await client.session.start()
    const headers = { Authorization: `Bearer ${token}` }
    expect((await world.fetch('/v1/tickets', { headers })).status).toBe(200)
    world.passes(31 * 86_400_000)
    const late = await world.fetch('/v1/tickets', { headers })
    const problem = (await late.json()) as { code: string }
    expect([late.status, problem.code]).toEqual([401, 'session_expired'])
  })
})

describe('on a disk that is nearly full', () => {
  const { open, newFolder } = lowdbWorld()

  it('a session reads on, and lives on from its first read when there is room again', async () => {
    const disk = troubledDisk()
    // So little that it is looked at before every write.
    disk.free = 3_999
    const storage = await open(newFolder(), { disk: disk.calls, minFreeBytes: 1_000, clock })
    const { world, requester, passes } = await supportWorld({ storage })
    const ada = requester()
    const mine = await ada.opensTicket('Mine')
    passes(20 * 86_400_000)
    disk.free = 999
    expect((await ada.client.tickets.list()).items).toHaveLength(1)
    expect(await ada.sees(mine)).toMatchObject({ subject: 'Mine' })
    await expect(ada.replies(mine, 'Hello?')).rejects.toMatchObject({ code: 'storage_full' })
    disk.free = 3_999
    await ada.sees(mine)
    passes(20 * 86_400_000)
    expect(await ada.sees(mine)).toMatchObject({ subject: 'Mine' })
    await world.close()
  })
})
