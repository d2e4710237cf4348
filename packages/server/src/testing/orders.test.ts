import { type Client, createOrders } from '@waypost/sdk/client'
import { signIdentity } from '@waypost/sdk/identity'
import { afterEach, describe, expect, it } from 'vitest'
import type { Logger } from '../foundation/logger.js'
import { type Heard, openShop, type ShopAnswer, shopSecret } from './shop.test.kit.js'
import { supportWorld } from './support-world.js'

const identitySecret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://shop.test'
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
const lamp = {
  ...{ id: 'TM-1042', title: 'Desk lamp', status: 'Shipped', total: '349,00 kr' },
  ...{ placedAt: '2026-11-18T10:00:00.000Z', url: 'https://shop.test/orders/1042' },
  items: ['Desk lamp, teal'],
}
const chair = { id: 'TM-1043', title: 'Chair' }
const ticket = { subject: 'It came broken', message: 'In two', kind: 'order' as const }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Each customer's own orders. */
const honest = ({ data }: Heard): ShopAnswer => {
  const all = { 'maya-7': [lamp, chair] }[(data.customer as { subject: string }).subject] ?? []
  const orders = data.orderId === null ? all : all.filter(({ id }) => id === data.orderId)
  return { body: JSON.stringify({ orders }) }
}

async function shopWorld(answer: (heard: Heard) => ShopAnswer = honest) {
  const host = await openShop(clock, answer)
  closing.push(host.close)
  const troubles: unknown[] = []
  const log = { info() {}, warn: (...said: unknown[]) => troubles.push(said), error() {} } as Logger
  const identity = { issuer, keys: [{ alg: 'HS256' as const, secret: identitySecret }] }
  const orders = { url: host.url, secret: shopSecret }
  const world = await supportWorld({
    log,
    config: {
      sites: [
        { key: 'shop', identity, orders },
        { key: 'plain', identity },
      ],
    },
  })
  closing.push(world.close)
  const customer = (sub = 'maya-7', site = 'shop') =>
    world.client({
      site,
      sleep: async () => {},
      getToken: () =>
        signIdentity({ sub }, { secret: identitySecret, siteKey: site, issuer, clock }),
    })
  return { ...world, host, troubles, customer }
}

/** Asked for once there is a session: that of who the host has signed, or of nobody. */
async function ordersOf(client: Client) {
  await client.session.start()
  return createOrders(client).list({ locale: 'sv' })
}

describe('the orders of a customer', () => {
  it('come from the host’s server, which is told who asks and in which language', async () => {
    const { customer, host, client } = await shopWorld()
    expect((await client().settings({ locale: 'en' })).form.orders).toBe(true)
    expect(await ordersOf(customer())).toEqual({ items: [lamp, chair], nextCursor: null })
    expect(host.asked).toEqual(['POST /waypost/orders'])
    expect(host.heard).toEqual([
      {
        type: 'orders.lookup',
        timestamp: '2026-11-21T09:00:00.000Z',
        data: {
          ...{ site: 'shop', locale: 'sv', orderId: null },
          customer: { issuer, subject: 'maya-7' },
        },
      },
    ])
    expect(await ordersOf(customer('olle-9'))).toEqual({ items: [], nextCursor: null })
  })

  it('are told to nobody whom the host has not signed, and by no site that has none', async () => {
    const { customer, host, client } = await shopWorld()
    await expect(ordersOf(client({ site: 'shop' }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ordersOf(customer('maya-7', 'plain'))).rejects.toMatchObject({ code: 'not_found' })
    expect(host.asked).toEqual([])
    expect((await client({ site: 'plain' }).settings()).form.orders).toBe(false)
  })

  it.each<[string, ShopAnswer, string]>([
    ['refuses', { status: 500 }, 'it answered 500'],
    ['sends us elsewhere', { status: 302, headers: { Location: '/other' } }, 'it answered 302'],
    ['answers no JSON', { body: '<html>' }, 'its answer is no JSON'],
    [
      'answers other fields',
      { body: '{"orders":[{"id":"1"}]}' },
      'its answer is wrong at orders.0.title',
    ],
    [
      'answers a link that runs',
      { body: JSON.stringify({ orders: [{ ...chair, url: 'javascript:alert(1)' }] }) },
      'its answer is wrong at orders.0.url',
    ],
    [
      'answers without end',
      { body: Buffer.alloc(300 * 1024, 32) },
      'it answered more than 262144 bytes',
    ],
  ])(
    'are missing while the host’s server %s, and the operator reads why',
    async (_, answer, reason) => {
      const { customer, host, troubles } = await shopWorld(() => answer)
      const asking = customer()
      await asking.session.start()
      const response = await ordersOf(asking).catch((error: unknown) => error)
      expect(response).toMatchObject({ code: 'unavailable', status: 503 })
      expect(troubles[0]).toEqual(['orders', { site: 'shop', reason }])
      expect(new Set(host.asked)).toEqual(new Set(['POST /waypost/orders']))
    },
  )
})

describe('the order of a ticket', () => {
  it('is what the host’s server says of it, whatever the page has sent', async () => {
    const { customer, agent, host } = await shopWorld()
    const lead = await agent('lead')
    const order = { ...lamp, title: 'A yacht', total: '9 000 000 kr' }
    const opened = await customer().tickets.create({ ...ticket, order, context: { locale: 'da' } })
    expect((await lead.sees(opened)).order).toEqual({ ...lamp, verified: true })
    expect(host.heard[0]?.data).toMatchObject({ orderId: 'TM-1042', locale: 'da' })
    const [exported] = (await lead.client.tickets.export()).items
    expect(exported?.ticket.order).toEqual({ ...lamp, verified: true })
  })

  it('is refused where the host’s server knows none like it of this customer', async () => {
    const { customer } = await shopWorld()
    const opening = customer('olle-9').tickets.create({ ...ticket, order: lamp })
    await expect(opening).rejects.toMatchObject({
      ...{ code: 'invalid_input', errors: [{ path: 'order', code: 'not_an_option' }] },
    })
  })

  it('asks the host’s server once, however often the same request is sent', async () => {
    const { customer, host } = await shopWorld()
    const { tickets } = customer()
    const send = () =>
      tickets.create({ ...ticket, order: lamp }, { idempotencyKey: 'one-of-many-tries' })
    const opened = [await send(), await send(), await send()].map((it) => it.ticket.id)
    expect([new Set(opened).size, host.asked]).toEqual([1, ['POST /waypost/orders']])
  })

  it('is kept as it came, and marked so, where nobody can vouch for it', async () => {
    const { agent, client, host } = await shopWorld()
    const kim = await agent()
    const anonymous = client({ site: 'shop' }).tickets.create({ ...ticket, order: chair })
    expect((await kim.sees(await anonymous)).order).toEqual({ ...chair, verified: false })
    expect(host.asked).toEqual([])
  })

  it('does not keep anybody from asking while the host’s server is away', async () => {
    const { customer, agent, troubles } = await shopWorld(() => ({ status: 503 }))
    const opened = await customer().tickets.create({ ...ticket, order: chair })
    expect((await (await agent()).sees(opened)).order).toEqual({ ...chair, verified: false })
    expect(troubles).toEqual([['orders', { site: 'shop', reason: 'it answered 503' }]])
  })
})
