import { createCustomers } from '@waypost/sdk/client'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
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
