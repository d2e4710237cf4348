import { createCustomers } from '@waypost/sdk/client'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import type { Letter, Mailer } from '../domain/notifications/mailer.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://tidemark.test'
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

describe('a customer', () => {
  it('is nobody before the first ticket, and then who they said they are', async () => {
    const { requester } = await supportWorld()
    const ada = requester()
    const me = createCustomers(ada.client)
    await expect(me.current()).rejects.toMatchObject({ code: 'unauthenticated' })
    await ada.client.session.start()
    await expect(me.current()).rejects.toMatchObject({ code: 'not_found' })
    await ada.opensTicket('Mine', { email: 'ada@example.com' })
    expect(await me.current()).toMatchObject({
      ...{ name: null, email: 'ada@example.com', verification: 'none', group: null },
    })
  })

  it('puts their name right, also in what they have asked', async () => {
    const world = await supportWorld()
    const [ada, ben, agent] = [world.requester(), world.requester(), await world.agent()]
    const mine = await ada.opensTicket('Mine')
    const his = await ben.opensTicket('His')
    const me = createCustomers(ada.client)
    expect(await me.update({ name: ' Ada  Lovelace\n' })).toMatchObject({ name: 'Ada  Lovelace' })
    expect(await me.current()).toMatchObject({ name: 'Ada  Lovelace' })
    expect(await agent.sees(mine)).toMatchObject({
      requester: { name: 'Ada  Lovelace', verification: 'none' },
      updatedAt: mine.ticket.updatedAt,
    })
    expect(await agent.sees(his)).toMatchObject({ requester: { name: null } })
  })

  it('is corrected by the host where the host says who it is', async () => {
    const identity = { issuer, keys: [{ alg: 'HS256' as const, secret }] }
    const world = await supportWorld({ config: { sites: [{ key: 'tidemark', identity }] } })
    const claims = { sub: 'ada', name: 'Ada', email: 'ada@example.com', group: 'Fjord AS' }
    const options = { secret, siteKey: 'tidemark', issuer, clock }
    const client = world.client()
    await client.session.start({ identityToken: await signIdentity(claims, options) })
    const me = createCustomers(client)
    const known = { name: 'Ada', email: 'ada@example.com', verification: 'signed' }
    expect(await me.current()).toMatchObject({ ...known, group: 'Fjord AS', groupAccess: 'read' })
    await expect(me.update({ name: 'Eve' })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await me.current()).toMatchObject(known)
  })

  it('is not what a ticket token speaks for', async () => {
    const world = await supportWorld()
    const { accessToken } = await world.requester().opensTicket('Mine')
    const headers = { Authorization: `Bearer ${accessToken}` }
    expect((await world.fetch('/v1/customers/current', { headers })).status).toBe(403)
  })
})

describe('another e-mail address of a customer', () => {
  /** Somebody who has asked, and what gets the digits that were mailed to an address. */
  async function asked(options: Parameters<typeof supportWorld>[0] = {}) {
    const world = await supportWorld(options)
    const ada = world.requester()
    const mine = await ada.opensTicket('Mine', { email: 'old@example.com' })
    const codeFor = async (email: string) => {
      const body = JSON.stringify({ email })
      const headers = { 'Content-Type': 'application/json' }
      await world.fetch('/v1/sign-in-codes', { method: 'POST', headers, body })
      const mail = (await world.mails()).findLast(({ to }) => to === email)
      return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? ''
    }
    /** What the link of a mail answers in the end. */
    const opened = async (mail: Letter | undefined) => {
      const link = /\/help\/\S*wpl_\S+/.exec(mail?.text ?? '')?.[0] ?? ''
      const { headers } = await world.fetch(link, { redirect: 'manual' })
      return (await world.fetch(new URL(headers.get('location') ?? '', 'http://a').pathname)).status
    }
    return { world, ada, mine, me: createCustomers(ada.client), codeFor, opened }
  }

  it('counts once the code that was mailed there is told, and then all is answered there', async () => {
    const { world, mine, me, codeFor } = await asked()
    const agent = await world.agent()
    const code = await codeFor('New@Example.com'.toLowerCase())
    const right = { email: 'new@example.com', verification: 'email' }
    expect(await me.update({ name: 'Ada', email: 'New@Example.com', code })).toMatchObject(right)
    expect(await agent.sees(mine)).toMatchObject({ requester: { name: 'Ada', ...right } })
    await agent.replies(mine, 'Try again.')
    expect((await world.mails()).at(-1)).toMatchObject({ to: 'new@example.com' })
  })

  it('is where mails go that have not gone yet, and none goes to the one before', async () => {
    const { world, mine, me, codeFor, opened } = await asked()
    const code = await codeFor('new@example.com')
    await (await world.agent()).replies(mine, 'Try again.')
    await me.update({ email: 'new@example.com', code })
    world.passes(60_000)
    const mails = await world.mails()
    const [reply, ...more] = mails.filter(({ subject }) => subject.includes('A reply'))
    expect(more).toEqual([])
    expect(reply).toMatchObject({ to: 'new@example.com' })
    expect(reply?.text).toContain('Try again.')
    expect(await opened(reply)).toBe(200)
  })

  it('gets also what goes to the one before at that moment, which opens nothing there', async () => {
    const letters: Letter[] = []
    let correct = async () => {}
    const mailer: Mailer = {
      async send(letter) {
        letters.push(letter)
        if (letter.to === 'old@example.com') await correct()
      },
    }
    const { world, mine, me, opened } = await asked({ mailer })
    await world.mails()
    const body = JSON.stringify({ email: 'new@example.com' })
    const headers = { 'Content-Type': 'application/json' }
    await world.fetch('/v1/sign-in-codes', { method: 'POST', headers, body })
    await world.mails()
    const code = /\b\d{6}\b/.exec(letters.at(-1)?.text ?? '')?.[0] ?? ''
    correct = async () => void (await me.update({ email: 'new@example.com', code }))
    await (await world.agent()).replies(mine, 'Try again.')
    world.passes(60_000)
    await world.mails()
    const replies = letters.filter(({ subject }) => subject.includes('A reply'))
    expect(replies.map(({ to }) => to)).toEqual(['old@example.com', 'new@example.com'])
    expect(await Promise.all(replies.map(opened))).toEqual([404, 200])
    // A service that has taken the one takes the other one, too.
    expect(new Set(replies.map(({ id }) => id)).size).toBe(2)
  })

  it('ends the links that were mailed to the one before, and leaves the session what is theirs', async () => {
    const { world, ada, mine, me, codeFor, opened } = await asked()
    const [mail] = await world.mails()
    const open = () => opened(mail)
    expect(await open()).toBe(200)
    await me.update({ name: 'Ada' })
    expect(await open()).toBe(200)
    await me.update({ email: 'new@example.com', code: await codeFor('new@example.com') })
    expect(await open()).toBe(404)
    const { accessToken } = mine
    await expect(world.client().tickets.get(mine.ticket.id, { accessToken })).rejects.toMatchObject(
      { code: 'unauthenticated' },
    )
    expect(await ada.sees(mine)).toMatchObject({ isOwn: true })
  })

  it('is nothing without the code, with a wrong one, or with one that was used', async () => {
    const { me, codeFor } = await asked()
    const email = 'victim@example.com'
    await expect(me.update({ email })).rejects.toMatchObject({
      errors: [{ path: 'code', code: 'required' }],
    })
    const code = await codeFor(email)
    const wrong = code === '000000' ? '000001' : '000000'
    const invalid = { errors: [{ path: 'code', code: 'invalid' }] }
    await expect(me.update({ email, code: wrong })).rejects.toMatchObject(invalid)
    await expect(me.update({ email: 'other@example.com', code })).rejects.toMatchObject(invalid)
    expect(await me.current()).toMatchObject({ email: 'old@example.com', verification: 'none' })
    await me.update({ email, code })
    await expect(me.update({ email, code })).rejects.toMatchObject(invalid)
  })

  it('takes nobody else’s tickets along, nor any that another has opened for the address', async () => {
    const { world, ada, me, codeFor } = await asked()
    const ben = world.requester()
    const his = await ben.opensTicket('His', { email: 'new@example.com' })
    await me.update({ email: 'new@example.com', code: await codeFor('new@example.com') })
    await expect(ada.sees(his)).rejects.toMatchObject({ code: 'not_found' })
    expect((await ada.client.tickets.list()).items).toHaveLength(1)
    expect(await ben.sees(his)).toMatchObject({ isOwn: true })
  })
})
