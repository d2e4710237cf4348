import { signIdentity } from '@waypost/sdk/identity'
import { afterEach, expect, it } from 'vitest'
import { type AttachingWorld, attachingWorld, png } from './attachments.test.kit.js'

let world: AttachingWorld
afterEach(() => world.close())

const NOBODY = 'att_00000000000000000000000000'

it('keeps a file until a ticket names it, and shows it in the conversation', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const picture = await world.attach(robin, png(1280, 720), {
    name: 'C:\\shots\\over\u202egnp.png',
  })
  expect(picture).toMatchObject({
    ...{ name: 'overgnp.png', type: 'image/png', size: 33, width: 1280, height: 720 },
  })
  const ticket = await world.opensTicket(robin, [picture.id])
  const [message] = await world.reads(robin, ticket)
  expect(message?.attachments).toMatchObject([{ id: picture.id, width: 1280 }])
  const file = await world.fetches(message?.attachments[0] ?? picture)
  expect(Buffer.from(await file.arrayBuffer())).toEqual(png(1280, 720))
})

it('takes files with a reply of the requester, of a ticket token and of the team', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const { ticket, accessToken } = await world.opensTicket(robin)
  const { token: kim } = await world.world.agents.add({ email: 'kim@a.test', role: 'agent' })
  const path = `/v1/tickets/${ticket.id}/messages`
  for (const [token, to] of [
    [robin, path],
    [accessToken, path],
    [kim, path.replace('/v1/', '/v1/agent/')],
  ] as const) {
    const { id } = await world.attach(token, 'words')
    const reply = await world.call(token, to, 'POST', { message: 'Here', attachmentIds: [id] })
    expect(await reply.json()).toMatchObject({ attachments: [{ id, type: 'text/plain' }] })
    expect((await world.call(robin, `/v1/attachments/${id}`)).status).toBe(200)
    expect((await world.call(kim, `/v1/attachments/${id}`)).status).toBe(200)
  }
})

it('answers for the file of somebody else as for one that does not exist', async () => {
  world = await attachingWorld()
  const [robin, eve] = [await world.session(), await world.session()]
  const { token: kim } = await world.world.agents.add({ email: 'kim@a.test', role: 'agent' })
  const { id } = await world.attach(robin, 'mine')
  for (const stranger of [eve, kim]) {
    for (const method of ['GET', 'DELETE']) {
      const foreign = await world.call(stranger, `/v1/attachments/${id}`, method)
      const absent = await world.call(stranger, `/v1/attachments/${NOBODY}`, method)
      expect(foreign.status).toBe(404)
      expect(await foreign.text()).toBe(await absent.text())
    }
  }
  const refusals = [id, NOBODY].map(async (named) => {
    const answer = await world.opens(eve, [named])
    expect(answer.status).toBe(422)
    return answer.text()
  })
  const [foreign, absent] = await Promise.all(refusals)
  expect(foreign).toBe(absent)
  expect((await world.upload(null, 'nobody')).status).toBe(401)
})

it('makes a file part of one message only', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const { id } = await world.attach(robin, 'once')
  expect((await world.opens(robin, [id])).status).toBe(201)
  const again = await world.opens(robin, [id])
  expect(await again.json()).toMatchObject({
    errors: [{ path: 'attachmentIds.0', code: 'not_an_option' }],
  })
})

it('gives the file of a request that was sent again', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const key = 'an-upload-that-was-sent-twice'
  const first = await world.attach(robin, 'words', { key })
  expect(await world.attach(robin, 'words', { key })).toMatchObject({ id: first.id })
})

it('takes an upload back, and lets the team take a file out of a message', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const mistaken = await world.attach(robin, 'wrong one')
  expect((await world.call(robin, `/v1/attachments/${mistaken.id}`, 'DELETE')).status).toBe(204)
  expect((await world.call(robin, `/v1/attachments/${mistaken.id}`)).status).toBe(404)
  expect((await world.fetches(mistaken)).status).toBe(404)

  const sent = await world.attach(robin, 'card number')
  const ticket = await world.opensTicket(robin, [sent.id])
  expect((await world.call(robin, `/v1/attachments/${sent.id}`, 'DELETE')).status).toBe(403)
  const { token: kim } = await world.world.agents.add({ email: 'kim@a.test', role: 'agent' })
  expect((await world.call(kim, `/v1/attachments/${sent.id}`, 'DELETE')).status).toBe(204)
  expect(await world.reads(robin, ticket)).toMatchObject([{ attachments: [] }])
  expect((await world.fetches(sent)).status).toBe(404)
})

it('says what may be attached, and refuses more', async () => {
  const attachments = { maxBytes: 1000, maxCount: 2, quota: 2500 }
  world = await attachingWorld({ config: { sites: [{ attachments }] } })
  const robin = await world.session()
  const { form } = await world.client().settings()
  expect(form.attachments).toEqual({ maxBytes: 1000, maxCount: 2 })

  expect((await world.upload(robin, 'x'.repeat(1001))).status).toBe(413)
  const files = [await world.attach(robin, 'x'.repeat(1000)), await world.attach(robin, '2')]
  const third = await world.attach(robin, '3')
  const attachmentIds = [...files, third].map(({ id }) => id)
  const many = await world.opens(robin, attachmentIds)
  expect(await many.json()).toMatchObject({ errors: [{ path: 'attachmentIds', code: 'too_long' }] })

  await world.attach(robin, 'x'.repeat(1000))
  const full = await world.upload(robin, 'x'.repeat(600))
  expect(await full.json()).toMatchObject({ code: 'storage_full' })
  await world.call(robin, `/v1/attachments/${files[0]?.id}`, 'DELETE')
  expect((await world.upload(robin, 'x'.repeat(600))).status).toBe(201)
})

it('lets nothing be attached where a site wants nothing', async () => {
  world = await attachingWorld({ config: { sites: [{ attachments: null }] } })
  const robin = await world.session()
  expect((await world.upload(robin, 'words')).status).toBe(403)
  expect((await world.client().settings()).form.attachments).toBeNull()
})

it('keeps twenty files waiting for one person, and no more', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  for (let count = 0; count < 20; count++) {
    expect((await world.upload(robin, `${count}`)).status).toBe(201)
  }
  expect((await world.upload(robin, 'one more')).status).toBe(409)
  expect((await world.upload(await world.session(), 'of another')).status).toBe(201)
})

it('sweeps away what nobody has named for a day, and lets nobody name it then', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const forgotten = await world.attach(robin, 'forgotten')
  world.passes(24 * 3_600_000)
  expect((await world.opens(robin, [forgotten.id])).status).toBe(422)
  world.passes(6 * 60_000)
  const kept = await world.attach(robin, 'kept')
  expect(await world.world.attachments.sweep()).toBe(1)
  expect(await world.world.attachments.read(forgotten.id)).toBeUndefined()
  expect(await world.world.attachments.read(kept.id)).toBeDefined()
})

it('lets an upload go with the session that alone could name it', async () => {
  const world = await attachingWorld()
  const token = await world.session()
  const named = await world.attach(token, 'sent')
  await world.opensTicket(token, [named.id])
  const left = await world.attach(token, 'left')
  await world.call(token, '/v1/sessions/current', 'DELETE')
  expect((await world.fetches(left)).status).toBe(404)
  expect((await world.fetches(named)).status).toBe(200)
  expect(await world.world.attachments.sweep()).toBe(1)
})

/** A world of a host that signs who is there. */
async function naming() {
  const secret = 'an identity secret of thirty-two characters or more'
  const issuer = 'https://tidemark.test'
  const identity = { issuer, keys: [{ alg: 'HS256' as const, secret }] }
  world = await attachingWorld({ config: { sites: [{ key: 'tidemark', identity }] } })
  return async (sub: string, visitorToken?: string) => {
    const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
    const identityToken = await signIdentity(
      { sub },
      { secret, siteKey: 'tidemark', issuer, clock },
    )
    const [headers, body] = [
      { 'content-type': 'application/json' },
      JSON.stringify({ identityToken, visitorToken }),
    ]
    const answer = await world.fetch('/v1/sessions', { method: 'POST', headers, body })
    return ((await answer.json()) as { token: string }).token
  }
}

it('keeps the uploads of a person whom the host names for every session of theirs', async () => {
  const named = await naming()
  const [before, after, other] = [await named('ada'), await named('ada'), await named('ben')]
  const { id } = await world.attach(before, 'mine')
  expect((await world.opens(other, [id])).status).toBe(422)
  expect((await world.call(after, `/v1/attachments/${id}`)).status).toBe(200)
  const ticket = await world.opensTicket(after, [id])
  expect((await world.reads(after, ticket))[0]?.attachments).toMatchObject([{ id }])
})

it('leaves a visitor who gets a name what they have uploaded without one', async () => {
  const named = await naming()
  const visitor = await world.session()
  const { id } = await world.attach(visitor, 'mine')
  const strangers = await named('ben')
  const ada = await named('ada', visitor)
  expect((await world.opens(strangers, [id])).status).toBe(422)
  const ticket = await world.opensTicket(ada, [id])
  expect((await world.reads(ada, ticket))[0]?.attachments).toMatchObject([{ id }])
})

it('leaves them also what was on its way when they got their name', async () => {
  const named = await naming()
  const visitor = await world.session()
  let end = () => {}
  const rest = new Promise<void>((resolve) => {
    end = resolve
  })
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf'
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(head))
      await rest
      controller.enqueue(new TextEncoder().encode(' and half\r\n--x--\r\n'))
      controller.close()
    },
  })
  const headers = {
    authorization: `Bearer ${visitor}`,
    'content-type': 'multipart/form-data; boundary=x',
  }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const sent = world.fetch('/v1/attachments', init)
  const { storage } = world.world
  await expect
    .poll(() =>
      storage.transaction(
        async (tx) => (await tx.attachments.list('ending', '', { limit: 9 })).items.length,
      ),
    )
    .toBe(1)
  const ada = await named('ada', visitor)
  end()
  const { id } = (await (await sent).json()) as { id: string }
  const ticket = await world.opensTicket(ada, [id])
  expect((await world.reads(ada, ticket))[0]?.attachments).toMatchObject([{ id }])
})

it('hands over no more than may wait for one person', async () => {
  const named = await naming()
  const before = await named('ada')
  for (let at = 0; at < 19; at++) await world.attach(before, `${at}`)
  const visitor = await world.session()
  const files = [await world.attach(visitor, 'one'), await world.attach(visitor, 'two')]
  const ada = await named('ada', visitor)
  const statuses = await Promise.all(
    files.map(async ({ id }) => (await world.opens(ada, [id])).status),
  )
  expect(statuses.sort()).toEqual([201, 422])
})

it('refuses a body that is no form with a file', async () => {
  world = await attachingWorld()
  const robin = await world.session()
  const send = (type: string, body: string) =>
    world.fetch('/v1/attachments', {
      method: 'POST',
      headers: { authorization: `Bearer ${robin}`, 'content-type': type },
      body,
    })
  const form = 'multipart/form-data; boundary=x'
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
  for (const [type, body, status] of [
    ['application/json', '{}', 415],
    ['multipart/form-data', 'x', 415],
    [form, '', 400],
    [form, '--x--\r\n', 422],
    [form, `${part.replace('"file"', '"other"')}words\r\n--x--\r\n`, 422],
    [form, `${part}words that never en`, 400],
    [form, `${part}words\r\n--x--\r\n`, 201],
  ] as const) {
    expect([body, (await send(type, body)).status]).toEqual([body, status])
  }
})
