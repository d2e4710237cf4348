import { createAgentClient, paginate } from '@waypost/sdk/client'
import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

async function deskWithTickets() {
  const world = await supportWorld({ config: { sites: [{ key: 'main' }, { key: 'other' }] } })
  const { token } = await world.world.agents.add({ email: 'kim@tidemark.test', role: 'agent' })
  const fetch: typeof globalThis.fetch = async (input, init) =>
    world.world.app.fetch(new Request(input, init))
  const open = (site?: string) =>
    createAgentClient({ baseUrl: 'http://waypost.test', token, fetch, ...(site && { site }) })
  const kim = open()
  const ada = world.client()
  const opens = (subject: string, message: string, locale = 'en') => {
    world.passes(1000)
    return ada.tickets.create({
      ...{ subject, message, name: 'Ada', email: 'ada@example.com' },
      context: { locale },
    })
  }
  const found = async (q: string, more: Parameters<typeof kim.tickets.list>[0] = {}) =>
    (await kim.tickets.list({ q, ...more })).items.map(({ subject }) => subject)
  const raw = (query: string) =>
    world.fetch(`/v1/agent/tickets?${query}`, { headers: { Authorization: `Bearer ${token}` } })
  return { world, token, kim, open, opens, found, raw }
}

describe('the team finds tickets by their words', () => {
  it('by subject, requester, replies of either side and notes', async () => {
    const { kim, opens, found, world } = await deskWithTickets()
    const glaze = await opens('Cracked glaze', 'It came like that.')
    const order = await opens('My order', 'Where is the porcelain?')
    await kim.tickets.reply(order.ticket.id, { message: 'It waits in the **kiln**.' })
    await kim.tickets.note(glaze.ticket.id, { message: 'Ask the workshop about celadon.' })
    await world
      .client()
      .tickets.reply(
        order.ticket.id,
        { message: 'Is it stoneware?' },
        { accessToken: order.accessToken },
      )
    expect(await found('glaze')).toEqual(['Cracked glaze'])
    expect(await found('porcelain')).toEqual(['My order'])
    expect(await found('kiln')).toEqual(['My order'])
    expect(await found('stoneware')).toEqual(['My order'])
    expect(await found('celadon')).toEqual(['Cracked glaze'])
    expect(await found('ada@example.com')).toHaveLength(2)
    expect(await found(order.ticket.reference)).toEqual(['My order'])
    expect(await found('earthenware')).toEqual([])
  })

  it('in the forms of the language in which the requester wrote', async () => {
    const { kim, opens, found } = await deskWithTickets()
    const { ticket } = await opens('Moms', 'Alla fakturorna saknar moms.', 'sv')
    await kim.tickets.reply(ticket.id, { message: 'Det gäller flera tallrikar.' })
    expect(await found('fakturor')).toEqual(['Moms'])
    expect(await found('tallrikarna')).toEqual(['Moms'])
  })

  it('together with status and assignee', async () => {
    const { kim, opens, found } = await deskWithTickets()
    const first = await opens('Glaze one', 'Hello')
    await opens('Glaze two', 'Hello')
    const [agent] = (await kim.agents.list()).items
    await kim.tickets.update(first.ticket.id, { status: 'open', assigneeId: agent?.id }, 1)
    expect(await found('glaze')).toEqual(['Glaze two', 'Glaze one'])
    expect(await found('glaze', { status: 'open' })).toEqual(['Glaze one'])
    expect(await found('glaze', { assignee: agent?.id ?? '' })).toEqual(['Glaze one'])
    expect(await found('glaze', { status: 'solved' })).toEqual([])
  })

  it('page by page, the best first', async () => {
    const { kim, opens } = await deskWithTickets()
    for (let n = 0; n < 7; n += 1) await opens(`Glaze ${n}`, n === 3 ? 'A blue bowl' : 'A bowl')
    const subjects: string[] = []
    const page = (at: { cursor?: string }) => kim.tickets.list({ q: 'blue glaze', limit: 3, ...at })
    for await (const { subject } of paginate(page)) subjects.push(subject)
    expect(subjects).toEqual(['Glaze 3', ...[6, 5, 4, 2, 1, 0].map((n) => `Glaze ${n}`)])
  })

  it('in their own site alone', async () => {
    const { open, opens, found } = await deskWithTickets()
    await opens('Glaze', 'Hello')
    expect(await found('glaze')).toEqual(['Glaze'])
    expect((await open('other').tickets.list({ q: 'glaze' })).items).toEqual([])
  })

  it('and nobody else does', async () => {
    const { world, opens } = await deskWithTickets()
    const { accessToken } = await opens('Glaze', 'Hello')
    const author = await world.world.agents.add({ email: 'author@tidemark.test', role: 'author' })
    const { token: session } = await world.client().session.start()
    const asked = async (token?: string) => {
      const init = token ? { headers: { Authorization: `Bearer ${token}` } } : {}
      return (await world.fetch('/v1/agent/tickets?q=glaze', init)).status
    }
    expect(await asked()).toBe(401)
    expect(await asked(session)).toBe(403)
    expect(await asked(accessToken)).toBe(403)
    expect(await asked(author.token)).toBe(403)
  })

  it('lists all of them where nothing was typed, and none where nothing is left of it', async () => {
    const { opens, found } = await deskWithTickets()
    await opens('Glaze', 'Hello')
    expect(await found('')).toEqual(['Glaze'])
    expect(await found('  ')).toEqual(['Glaze'])
    expect(await found('?!')).toEqual([])
  })

  it.each([
    ['what is too long', 'x'.repeat(10_000), 422],
    ['a thousand letters', 'x'.repeat(1_000), 200],
    ['signs alone', `!?&|:*()<->'"\\%_;--/*@.+-~^$#{}[]`, 200],
    ['signs of a query language', `'glaze':* & !( | "bowl" NEAR/2 OR 1=1;--`, 200],
    ['many signs between', 'a-'.repeat(500), 200],
    ['marks without letters', '\u0301'.repeat(300), 200],
    ['zero and half a pair', 'gl\u0000aze \ufffd \u202e', 200],
  ])('answers to %s', async (_, q, status) => {
    const { opens, raw } = await deskWithTickets()
    await opens('Glaze', 'Hello')
    expect((await raw(`q=${encodeURIComponent(q)}`)).status).toBe(status)
  })

  it('refuses a cursor that no page ended with', async () => {
    const { raw } = await deskWithTickets()
    expect((await raw('q=glaze&cursor=nonsense')).status).toBe(422)
  })
})
