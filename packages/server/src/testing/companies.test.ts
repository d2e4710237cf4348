import { createCustomers } from '@waypost/sdk/client'
import { type IdentityClaims, signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

/** A world in which people sign in as a host says: `await signedIn('ada', { group: 'Fjord' })`. */
async function companies() {
  const world = await supportWorld({
    config: {
      sites: [
        { key: 'tidemark', identity },
        { key: 'other', identity },
      ],
    },
  })
  return {
    ...world,
    async signedIn(sub: string, claims: Partial<IdentityClaims> = {}, siteKey = 'tidemark') {
      const options = { secret, siteKey, issuer: identity.issuer, clock }
      const identityToken = await signIdentity({ sub, name: sub, ...claims }, options)
      const person = world.requester({ site: siteKey })
      await person.client.session.start({ identityToken })
      return person
    },
  }
}

describe('a colleague of the same company', () => {
  it('finds what the other has asked beside their own, and reads it', async () => {
    const { signedIn } = await companies()
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const ben = await signedIn('ben', { group: 'Fjord AS' })
    const asked = await ada.opensTicket('Our invoice')
    expect((await ben.client.tickets.list()).items).toEqual([])
    expect((await ben.client.tickets.list({ scope: 'group' })).items).toMatchObject([
      { subject: 'Our invoice', isOwn: false, canReply: false, requester: { name: 'ada' } },
    ])
    expect((await ada.client.tickets.list({ scope: 'group' })).items).toMatchObject([
      { subject: 'Our invoice', isOwn: true, canReply: true },
    ])
    expect(await ben.sees(asked)).toMatchObject({ isOwn: false })
    expect(await ben.reads(asked)).toMatchObject([{ author: { name: 'ada' }, isOwn: false }])
  })

  it('may answer where the host lets them write, and is known by name', async () => {
    const world = await companies()
    const ada = await world.signedIn('ada', { group: 'Fjord AS' })
    const ben = await world.signedIn('ben', { group: 'Fjord AS', group_access: 'write' })
    const agent = await world.agent()
    const asked = await ada.opensTicket('Our invoice')
    await agent.replies(asked, 'Which one?')
    expect(await ben.sees(asked)).toMatchObject({ canReply: true, unread: 0 })
    expect(await ben.replies(asked, 'Number 7')).toMatchObject({ isOwn: true })
    expect(await ada.reads(asked)).toMatchObject([
      { author: { name: 'ada' }, isOwn: true },
      { author: { kind: 'agent' }, isOwn: false },
      { author: { kind: 'requester', name: 'ben' }, isOwn: false },
    ])
    // What Ben has seen, Ada has not.
    expect(await ada.sees(asked)).toMatchObject({ unread: 1, status: 'open' })
    expect(await agent.sees(asked)).toMatchObject({ group: 'Fjord AS', requester: { name: 'ada' } })
  })

  it('is known by name in the help centre as well', async () => {
    const { signedIn, fetch } = await companies()
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const ben = await signedIn('ben', { group: 'Fjord AS', group_access: 'write' })
    const asked = await ada.opensTicket('Our invoice')
    await ben.replies(asked, 'Number 7')
    const page = await (await fetch(`/help/en/requests/${asked.accessToken}`)).text()
    const authors = [...page.matchAll(/class="who"><strong>([^<]*)/g)].map(([, name]) => name)
    expect(authors).toEqual(['You', 'ben'])
  })

  it('does not speak for the one who asked: neither settles it nor marks it read', async () => {
    const { signedIn } = await companies()
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const ben = await signedIn('ben', { group: 'Fjord AS', group_access: 'write' })
    const cleo = await signedIn('cleo', { group: 'Fjord AS' })
    const asked = await ada.opensTicket('Our invoice')
    const forbidden = { code: 'forbidden' }
    await expect(ben.solves(asked)).rejects.toMatchObject(forbidden)
    await expect(ben.reopens(asked)).rejects.toMatchObject(forbidden)
    await expect(ben.client.tickets.markRead(asked.ticket.id)).rejects.toMatchObject(forbidden)
    await expect(cleo.replies(asked, 'Let me in')).rejects.toMatchObject(forbidden)
  })

  it('keeps what they asked with the company when they leave it, and sees no more of it', async () => {
    const { signedIn } = await companies()
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const ben = await signedIn('ben', { group: 'Fjord AS' })
    const [adas, bens] = [await ada.opensTicket('Of Ada'), await ben.opensTicket('Of Ben')]
    await signedIn('ben')
    // The session from before knows at once, too.
    await expect(ben.sees(adas)).rejects.toMatchObject({ code: 'not_found' })
    expect((await ben.client.tickets.list({ scope: 'group' })).items).toEqual([])
    expect(await ben.sees(bens)).toMatchObject({ isOwn: true })
    expect(await ada.sees(bens)).toMatchObject({ isOwn: false })
  })
})

it('is written to in the language that the host knows, where the page says none', async () => {
  const { signedIn, mails } = await companies()
  const address = { email: 'asa@example.com', email_verified: true }
  const asa = await signedIn('asa', { ...address, locale: 'sv-FI' })
  await asa.opensTicket('Faktura')
  expect((await mails()).at(-1)?.subject).toContain('Vi har fått ditt ärende')
})

it('brings along what else the host knows of them, for the team alone', async () => {
  const { signedIn, fetch, agent } = await companies()
  const { token } = await agent('lead')
  const long = 'x'.repeat(300)
  const odd = { nested: { a: 1 }, list: [1], ['__proto__']: 'x' } as unknown as { odd: string }
  const attributes = { plan: 'Pro', seats: 3, trial: false, left: null, long, ...odd }
  const ada = await signedIn('ada', { group: 'Fjord AS', email: 'ada@example.com', attributes })
  const headers = { Authorization: `Bearer ${token}` }
  const found = await fetch('/v1/agent/customers?email=ada%40example.com', { headers })
  expect(await found.json()).toMatchObject({
    items: [
      {
        group: 'Fjord AS',
        attributes: { plan: 'Pro', seats: 3, trial: false, left: null, long: long.slice(0, 200) },
      },
    ],
  })
  expect(await createCustomers(ada.client).current()).not.toHaveProperty('attributes')
})

it('is told apart by what the host calls them, whatever address they bring', async () => {
  const { signedIn, requester } = await companies()
  const address = { email: 'ada@example.com', email_verified: true }
  const asked = await (await signedIn('ada', address)).opensTicket('Mine')
  const visitors = await requester({ site: 'tidemark' }).opensTicket('Typed', address)
  const eve = await signedIn('eve', address)
  for (const foreign of [asked, visitors]) {
    await expect(eve.sees(foreign)).rejects.toMatchObject({ code: 'not_found' })
  }
  expect((await eve.client.tickets.list()).items).toEqual([])
})

describe('what a company has asked', () => {
  it.each<[string, Partial<IdentityClaims>, string]>([
    ['of another company', { group: 'Fjord', group_access: 'write' }, 'tidemark'],
    ['of none', { group_access: 'write' }, 'tidemark'],
    ['whom the host shows nothing of it', { group: 'Fjord AS', group_access: 'none' }, 'tidemark'],
    ['of its like on another site', { group: 'Fjord AS', group_access: 'write' }, 'other'],
  ])('is nothing to a customer %s', async (_, claims, site) => {
    const { signedIn } = await companies()
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const stranger = await signedIn('eve', claims, site)
    const asked = await ada.opensTicket('Our invoice')
    expect((await stranger.client.tickets.list({ scope: 'group' })).items).toEqual([])
    await expect(stranger.sees(asked)).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.reads(asked)).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.replies(asked, 'Hello')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not what one of them asked before they had a name', async () => {
    const { signedIn, requester } = await companies()
    const visitor = requester({ site: 'tidemark' })
    const before = await visitor.opensTicket('About my divorce')
    const ada = await signedIn('ada', { group: 'Fjord AS' })
    const ben = await signedIn('ben', { group: 'Fjord AS' })
    await ada.client.tickets.claim([before.accessToken])
    expect(await ada.reads(before)).toMatchObject([{ isOwn: true }])
    expect((await ben.client.tickets.list({ scope: 'group' })).items).toEqual([])
    await expect(ben.sees(before)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('opens by a claim alone that says who they are', async () => {
    const { signedIn } = await companies()
    const wrong = { code: 'identity_token_invalid' }
    for (const group of ['', ' ', 'x'.repeat(201)]) {
      await expect(signedIn('eve', { group })).rejects.toMatchObject(wrong)
    }
    const access = { group: 'Fjord AS', group_access: 'admin' as 'read' }
    await expect(signedIn('eve', access)).rejects.toMatchObject(wrong)
  })
})
