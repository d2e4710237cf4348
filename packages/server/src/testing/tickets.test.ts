import { describe, expect, it } from 'vitest'
import { supportWorld } from './support-world.js'

describe('a ticket', () => {
  it('waits for the requester once an agent has replied, and is with us again when they answer', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Cannot sign in')
    expect(ticket.ticket).toMatchObject({ reference: 'WP-1001', status: 'new' })

    await agent.replies(ticket, 'Try **this** first.')
    expect(await requester.sees(ticket)).toMatchObject({ status: 'pending' })

    await requester.replies(ticket, 'It did not help')
    expect(await agent.sees(ticket)).toMatchObject({ status: 'open' })
    const said = await requester.reads(ticket)
    expect(said.map(({ author }) => author.kind)).toEqual(['requester', 'agent', 'requester'])
  })

  it('reopens when the requester replies to a solved one', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Cannot sign in')
    await agent.solves(ticket)
    expect(await requester.sees(ticket)).toMatchObject({ status: 'solved' })
    expect((await requester.sees(ticket)).solvedAt).not.toBeNull()

    await requester.replies(ticket, 'It is back')
    expect(await agent.sees(ticket)).toMatchObject({ status: 'open', solvedAt: null })
  })

  it('can be solved twice and reopened twice without harm', async () => {
    const { requester: openRequester } = await supportWorld()
    const requester = openRequester()
    const ticket = await requester.opensTicket('Which VAT rate?')
    const first = await requester.solves(ticket)
    expect(await requester.solves(ticket)).toEqual(first)
    await requester.reopens(ticket)
    expect(await requester.reopens(ticket)).toMatchObject({ status: 'open' })
  })

  it('says that a closed one takes no more', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Old matter')
    await agent.changes(ticket, { status: 'closed' })
    await expect(requester.replies(ticket, 'Hello?')).rejects.toMatchObject({
      code: 'ticket_closed',
    })
    await expect(requester.reopens(ticket)).rejects.toMatchObject({ code: 'ticket_closed' })
  })

  it('reads open to the requester while the team has it on hold', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Refund')
    await agent.changes(ticket, { status: 'on-hold', priority: 'high' })
    expect(await requester.sees(ticket)).toMatchObject({ status: 'open' })
    expect(await agent.sees(ticket)).toMatchObject({ status: 'on-hold', priority: 'high' })
  })

  it('is opened once, however often the request is repeated', async () => {
    const world = await supportWorld()
    const client = world.client()
    const idempotencyKey = 'one-and-the-same-key'
    const input = { subject: 'Once', message: 'Only once', email: 'ada@example.com' }
    const [first, second] = await Promise.all([
      client.tickets.create(input, { idempotencyKey, session: false }),
      client.tickets.create(input, { idempotencyKey, session: false }),
    ])
    expect(second).toEqual(first)
    const third = await client.tickets.create(input, { idempotencyKey, session: false })
    expect(third).toEqual(first)
    const changed = { ...input, message: 'Something else' }
    await expect(
      client.tickets.create(changed, { idempotencyKey, session: false }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 422 })
  })

  it('takes a reply once that is tried by the session first, and then by the token of the ticket', async () => {
    const world = await supportWorld()
    const client = world.client()
    const words = { subject: 'Once', message: 'Only once', email: 'ada@example.com' }
    const { ticket, accessToken } = await client.tickets.create(words)
    const idempotencyKey = 'the-same-reply-by-both'
    const reply = { message: 'Are you there?' }
    const first = await client.tickets.reply(ticket.id, reply, { idempotencyKey })
    const second = await client.tickets.reply(ticket.id, reply, { idempotencyKey, accessToken })
    expect(second).toEqual(first)
  })

  it('takes a repeated reply once', async () => {
    const world = await supportWorld()
    const requester = world.requester()
    const { ticket } = await requester.opensTicket('Once')
    const idempotencyKey = 'the-same-reply-twice'
    const reply = { message: 'Are you there?' }
    const first = await requester.client.tickets.reply(ticket.id, reply, { idempotencyKey })
    const second = await requester.client.tickets.reply(ticket.id, reply, { idempotencyKey })
    expect(second).toEqual(first)
    expect((await requester.client.tickets.messages(ticket.id)).items).toHaveLength(2)
  })

  it('shows internal notes to the team alone', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Refund')
    await agent.notes(ticket, 'The customer is *right*.')
    expect(await requester.reads(ticket)).toHaveLength(1)
    const notes = await agent.client.tickets.notes(ticket.ticket.id)
    expect(notes.items).toMatchObject([{ author: { name: 'Kim (agent)' } }])
  })

  it('is changed by the agent who saw it last, not over somebody', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Refund')
    const { version } = await agent.sees(ticket)
    await requester.replies(ticket, 'One more thing')
    await expect(
      agent.client.tickets.update(ticket.ticket.id, { priority: 'urgent' }, version),
    ).rejects.toMatchObject({ code: 'ticket_changed', status: 409 })
  })

  it('is assigned to an agent that exists, and found in their queue', async () => {
    const world = await supportWorld()
    const [requester, agent] = [world.requester(), await world.agent()]
    const ticket = await requester.opensTicket('Refund')
    const [someone] = (await agent.client.agents.list()).items
    await agent.changes(ticket, { assigneeId: someone?.id ?? '' })
    const mine = await agent.client.tickets.list({ assignee: someone?.id ?? '' })
    expect(mine.items.map(({ id }) => id)).toEqual([ticket.ticket.id])
    expect((await agent.client.tickets.list({ status: 'solved' })).items).toEqual([])
    await expect(
      agent.changes(ticket, { assigneeId: `agt_${'0'.repeat(26)}` }),
    ).rejects.toMatchObject({ errors: [{ path: 'assigneeId', code: 'not_an_option' }] })
  })

  it('is assigned to nobody who works for other sites alone, and they are not listed', async () => {
    const world = await supportWorld({ config: { sites: [{ key: 'one' }, { key: 'two' }] } })
    const ticket = await world.requester().opensTicket('Refund')
    const kim = await world.agent('agent', 'kim@tidemark.test', ['one'])
    const { agent: other } = await world.world.agents.add({
      ...{ email: 'other@tidemark.test', role: 'agent', sites: ['two'] },
    })
    const emails = (await kim.client.agents.list()).items.map(({ email }) => email)
    expect(emails).toEqual(['kim@tidemark.test'])
    await expect(kim.changes(ticket, { assigneeId: other.id })).rejects.toMatchObject({
      errors: [{ path: 'assigneeId', code: 'not_an_option' }],
    })
  })

  it('needs an e-mail address where no session says whom to answer', async () => {
    const { client } = await supportWorld()
    await expect(
      client().tickets.create({ subject: 'Hello', message: 'Hi' }, { session: false }),
    ).rejects.toMatchObject({ status: 422, errors: [{ path: 'email', code: 'required' }] })
  })
})
