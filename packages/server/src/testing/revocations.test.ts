import { signIdentity } from '@waypost/sdk/identity'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://tidemark.test'
const identity = { issuer, keys: [{ alg: 'HS256' as const, secret }] }
const BEGIN = Date.parse('2026-11-21T09:00:00Z')

async function signedWorld() {
  const world = await supportWorld({
    config: {
      sites: [
        { key: 'tidemark', identity },
        { key: 'other', identity },
      ],
    },
  })
  /** As the host signs it, so many milliseconds after the world began. */
  const sign = (sub: string, after = 0, siteKey = 'tidemark') => {
    const clock = { now: () => new Date(BEGIN + after) }
    return signIdentity({ sub }, { secret, siteKey, issuer, clock })
  }
  const start = async (identityToken: string, site = 'tidemark') => {
    const person = world.requester({ site })
    await person.client.session.start({ identityToken })
    return person
  }
  return { ...world, sign, start }
}

describe('the end of every session of a person', () => {
  it('ends them at once, and takes no token that was signed before', async () => {
    const world = await signedWorld()
    const lead = await world.agent('lead')
    const stolen = await world.sign('ada')
    const [laptop, phone] = [await world.start(stolen), await world.start(stolen)]
    const ben = await world.start(await world.sign('ben'))
    const mine = await laptop.opensTicket('Mine')
    world.passes(30_000)

    const told = await lead.client.sessions.revoke({ subject: 'ada' })
    const before = new Date(BEGIN + 30_000).toISOString()
    expect(told).toEqual({ subject: 'ada', issuer, before, ended: 2 })
    for (const person of [laptop, phone]) {
      await expect(person.sees(mine)).rejects.toMatchObject({ code: 'session_expired' })
    }
    await expect(world.start(stolen)).rejects.toMatchObject({
      code: 'identity_token_invalid',
      detail: expect.stringContaining('sessions of this person were ended'),
    })
    expect((await ben.client.tickets.list()).items).toEqual([])
  })

  it('is no end of the person: the host signs them in again, with all that is theirs', async () => {
    const world = await signedWorld()
    const lead = await world.agent('lead')
    const mine = await (await world.start(await world.sign('ada'))).opensTicket('Mine')
    await lead.client.sessions.revoke({ subject: 'ada' })
    world.passes(2_000)
    const again = await world.start(await world.sign('ada', 2_000))
    expect(await again.sees(mine)).toMatchObject({ isOwn: true })
    await lead.client.sessions.revoke({ subject: 'ada' })
    await expect(world.start(await world.sign('ada', 2_000))).rejects.toMatchObject({
      code: 'identity_token_invalid',
    })
  })

  it('holds for a person whom nobody has seen yet, of the issuer and site that are meant', async () => {
    const world = await signedWorld()
    const lead = await world.agent('lead')
    expect(await lead.client.sessions.revoke({ subject: 'ada' })).toMatchObject({ ended: 0 })
    await lead.client.sessions.revoke({ subject: 'ben', issuer: 'https://elsewhere.test' })
    await expect(world.start(await world.sign('ada'))).rejects.toMatchObject({ status: 401 })
    await world.start(await world.sign('ben'))
    await world.start(await world.sign('ada', 0, 'other'), 'other')
  })

  it('takes a token without the time of its making for as old as it may be', async () => {
    const world = await signedWorld()
    const lead = await world.agent('lead')
    await lead.client.sessions.revoke({ subject: 'ada' })
    const withoutIat = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('tidemark')
      .setIssuer(issuer)
      .setExpirationTime(new Date(BEGIN + 300_000))
      .sign(new TextEncoder().encode(secret))
    await expect(world.start(withoutIat)).rejects.toMatchObject({ status: 401 })
  })

  it('is for leads and admins, on a site that knows identity', async () => {
    const world = await signedWorld()
    for (const role of ['agent', 'coordinator', 'author'] as const) {
      const { client } = await world.agent(role)
      await expect(client.sessions.revoke({ subject: 'ada' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    const plain = await supportWorld()
    const lead = await plain.agent('admin')
    await expect(lead.client.sessions.revoke({ subject: 'ada' })).rejects.toMatchObject({
      errors: [{ path: 'issuer', code: 'required' }],
    })
  })
})
