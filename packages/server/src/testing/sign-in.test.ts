import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { addressOf } from '../foundation/address-of.js'
import { supportWorld } from './support-world.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

async function world(config: object = { sites: [{ key: 'one' }, { key: 'two' }] }) {
  const support = await supportWorld({ config })
  const post = (path: string, body: object) =>
    support.fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const lastMail = async (to: string) => (await support.mails()).findLast((mail) => mail.to === to)
  return {
    ...support,
    post,
    /** Asks for a code, and reads it out of the mail. */
    async codeFor(email: string, site = 'one') {
      await post(`/v1/sign-in-codes?site=${site}`, { email })
      const mail = await lastMail(addressOf(email))
      return {
        code: /^(\d{6})$/m.exec(mail?.text ?? '')?.[1] ?? '',
        link: /(wpl_[\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '',
      }
    },
    enter: (body: object, site = 'one') => post(`/v1/sessions?site=${site}`, body),
    async list(token: string) {
      const answer = await support.fetch('/v1/tickets', {
        headers: { Authorization: `Bearer ${token}` },
      })
      const { items } = (await answer.json()) as { items: { subject: string }[] }
      return items.map(({ subject }) => subject)
    },
    asks: (subject: string, email: string) => support.requester().opensTicket(subject, { email }),
  }
}

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  it('signs in whoever reads the address, and shows what is answered there', async () => {
    const { asks, codeFor, enter, list } = await world()
    await asks('Mine', 'Maya@example.com')
    await asks('Of somebody else', 'noa@example.com')
    const { code } = await codeFor('maya@Example.com')
    const answer = await enter({ email: 'MAYA@example.com', code })
    expect(answer.status).toBe(201)
    const { token, customer } = (await answer.json()) as {
      token: string
      customer: { email: string; verification: string }
    }
    expect(customer).toMatchObject({ email: 'maya@example.com', verification: 'email' })
    expect(await list(token)).toEqual(['Mine'])
  })

  it('opens once, for ten minutes, on the site that it was asked for', async () => {
    const { codeFor, enter, passes } = await world()
    const email = 'maya@example.com'
    const first = await codeFor(email)
    expect((await enter({ email, code: first.code }, 'two')).status).toBe(422)
    expect((await enter({ email, code: first.code })).status).toBe(201)
    expect((await enter({ email, code: first.code })).status).toBe(422)
    const second = await codeFor(email)
    passes(10 * MINUTE)
    expect((await enter({ email, code: second.code })).status).toBe(422)
  })

  it('is worthless after five others have been tried', async () => {
    const { codeFor, enter } = await world()
    const email = 'maya@example.com'
    const { code } = await codeFor(email)
    for (let n = 0; n < 5; n++) await enter({ email, code: wrongOf(code) })
    expect((await enter({ email, code })).status).toBe(422)
  })

  it('opens nothing after fifteen wrong ones in a day; the link in its mail still does', async () => {
    const { codeFor, enter, passes } = await world()
    const email = 'maya@example.com'
    for (let n = 0; n < 15; n++) {
      const { code } = n % 4 === 0 ? await codeFor(email) : { code: '000000' }
      await enter({ email, code: wrongOf(code) })
      if (n % 4 === 0) passes(61 * MINUTE)
    }
    const { code, link } = await codeFor(email)
    expect((await enter({ email, code })).status).toBe(422)
    expect((await enter({ link })).status).toBe(201)
    passes(DAY)
    const tomorrow = await codeFor(email)
    expect((await enter({ email, code: tomorrow.code })).status).toBe(201)
  })

  it('stands nowhere in what is kept', async () => {
    const { world: server, codeFor } = await world()
    const { code, link } = await codeFor('maya@example.com')
    const kept = await server.storage.transaction(async (tx) => [
      await tx.signInCodes.list('address', 'one|maya@example.com', { limit: 10 }),
      await tx.mails.list('to', 'maya@example.com', { limit: 10 }),
    ])
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(JSON.stringify(kept)).not.toContain(link)
  })
})

describe('a link that was mailed', () => {
  it('signs in once, and not when it has been changed', async () => {
    const { codeFor, enter } = await world()
    const { link } = await codeFor('maya@example.com')
    const parts = link.split('.')
    const changed = [
      link.slice(0, -1),
      `${link}A`,
      [...parts.slice(0, 3), String(Number(parts[3]) + 60), parts[4]].join('.'),
      [...parts.slice(0, 2), '1', ...parts.slice(3)].join('.'),
      link.replace('cod_', 'tic_'),
      link.replace('wpl_', 'wpt_'),
    ]
    for (const other of changed) expect((await enter({ link: other })).status).toBe(422)
    expect((await enter({ link }, 'two')).status).toBe(422)
    expect((await enter({ link })).status).toBe(201)
    expect((await enter({ link })).status).toBe(422)
  })

  it('signs nobody in where it leads to a request: such links are handed on', async () => {
    const { asks, mails, enter } = await world()
    await asks('Mine', 'maya@example.com')
    const [mail] = await mails()
    const link = /(wpl_[\w.-]+)/.exec(mail?.text ?? '')?.[1]
    expect(link).toMatch(/^wpl_/)
    expect((await enter({ link })).status).toBe(422)
  })
})

describe('what somebody who has proved an address may read', () => {
  it('is nothing of who was signed in at the host with the same address', async () => {
    const secret = 'an identity secret of thirty-two characters or more'
    const issuer = 'https://tidemark.test'
    const { client, codeFor, enter, list } = await world({
      sites: [{ key: 'one', identity: { issuer, keys: [{ alg: 'HS256', secret }] } }],
    })
    const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
    const signed = client()
    const who = { sub: '7', email: 'maya@example.com' }
    const token = await signIdentity(who, { secret, issuer, siteKey: 'one', clock })
    await signed.session.start({ identityToken: token })
    await signed.tickets.create({ subject: 'Signed', message: 'Hi' })
    const { code } = await codeFor('maya@example.com')
    const answer = await enter({ email: 'maya@example.com', code })
    const session = (await answer.json()) as { token: string }
    expect(await list(session.token)).toEqual([])
  })

  it('counts with what waits for them, each reply once, until they have read it', async () => {
    const { asks, agent, client, codeFor, enter, fetch } = await world()
    const email = 'maya@example.com'
    const first = await asks('First', email)
    const { code } = await codeFor(email)
    const { token } = (await (await enter({ email, code })).json()) as { token: string }
    const Authorization = `Bearer ${token}`
    const unread = async () => {
      const answer = await fetch('/v1/live', { headers: { Authorization } })
      return ((await answer.json()) as { unread: number }).unread
    }
    expect(await unread()).toBe(0)
    const second = await fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization },
      body: JSON.stringify({ subject: 'Second', message: 'Hi' }),
    })
    const kim = await agent()
    await kim.replies(first, 'One')
    await kim.replies(first, 'Two')
    await kim.replies((await second.json()) as typeof first, 'Three')
    await kim.replies(await asks('Of somebody else', 'noa@example.com'), 'Four')
    expect(await unread()).toBe(3)
    await client().tickets.markRead(first.ticket.id, {}, { accessToken: first.accessToken })
    expect(await unread()).toBe(1)
  })

  it('ends with the session, after thirty days at the latest', async () => {
    const { asks, codeFor, enter, passes, fetch } = await world()
    await asks('Mine', 'maya@example.com')
    const { code } = await codeFor('maya@example.com')
    const { token } = (await (await enter({ email: 'maya@example.com', code })).json()) as {
      token: string
    }
    const status = async () =>
      (await fetch('/v1/tickets', { headers: { Authorization: `Bearer ${token}` } })).status
    passes(29 * DAY)
    expect(await status()).toBe(200)
    passes(2 * DAY)
    expect(await status()).toBe(401)
  })

  it('is not another mailbox whose name only folds to the same', async () => {
    const { asks, codeFor, enter, list } = await world()
    await asks('Of mike', 'mike@example.com')
    // U+212A, the sign for kelvin, is a k to Unicode, and another letter to a mail server.
    const kelvin = 'mi\u212Ae@example.com'
    const { code } = await codeFor(kelvin)
    expect(code).toMatch(/^\d{6}$/)
    const answer = await enter({ email: kelvin, code })
    const session = (await answer.json()) as { token: string }
    expect(await list(session.token)).toEqual([])
  })
})

describe('whoever asks about an address', () => {
  it('hears the same of one that is known and of one that is not', async () => {
    const { asks, post, enter } = await world()
    await asks('Mine', 'known@example.com')
    for (const path of ['/v1/sign-in-codes?site=one', '/v1/request-links?site=one']) {
      const [known, unknown] = await Promise.all(
        ['known@example.com', 'unknown@example.com'].map((email) => post(path, { email })),
      )
      expect(known?.status).toBe(204)
      expect([...(known?.headers ?? [])]).toEqual([...(unknown?.headers ?? [])])
      expect(unknown?.status).toBe(204)
    }
    const refusals = await Promise.all(
      ['known@example.com', 'unknown@example.com'].map(async (email) => {
        const answer = await enter({ email, code: '000000' })
        return [answer.status, await answer.text()]
      }),
    )
    expect(refusals[0]).toEqual(refusals[1])
  })

  it('is mailed the links of its requests, and nothing where there are none', async () => {
    const { asks, post, mails } = await world()
    await asks('Mine', 'maya@example.com')
    await post('/v1/request-links?site=one', { email: 'maya@example.com' })
    await post('/v1/request-links?site=one', { email: 'nobody@example.com' })
    const sent = await mails()
    expect(sent.map(({ to }) => to)).toEqual(['maya@example.com', 'maya@example.com'])
    expect(sent[1]?.text).toContain('WP-1001')
    expect(sent[1]?.text).not.toContain('Mine')
  })
})
