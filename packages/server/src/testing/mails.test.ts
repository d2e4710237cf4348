import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createFileMailer } from '../adapters/mail/file-mailer.js'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import type { Mail } from '../domain/notifications/mail.js'
import type { Letter } from '../domain/notifications/mailer.js'
import { createOutbox } from '../domain/notifications/outbox.js'
import { supportWorld } from './support-world.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MARK = 'cheap-pills.example'

const tidemark = { sites: [{ key: 'tidemark', name: 'Tidemark' }] }

/** A world, somebody who has asked in it, and the team. */
async function asked(email = 'maya@example.com', config: object = tidemark) {
  const world = await supportWorld({ config })
  const maya = world.requester()
  const ticket = await maya.opensTicket('Card payment taken twice', { email })
  return { world, maya, ticket, kim: await world.agent() }
}

/** The address of the first link of ours in a mail. */
const linkIn = ({ text }: Letter) => /http:\/\/waypost\.test(\/help\/\S+)/.exec(text)?.[1] ?? ''

describe('when somebody asks', () => {
  it('mails that we have it: the reference and a link, and nothing that they wrote', async () => {
    const { world, ticket } = await asked()
    const [mail, ...others] = await world.mails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      to: 'maya@example.com',
      from: 'Tidemark',
      subject: `We have your request ${ticket.ticket.reference}`,
    })
    expect(mail?.text).not.toContain('Card payment')
    expect(mail?.html).not.toContain('Card payment')
    expect(mail && linkIn(mail)).toMatch(/^\/help\/en\/mail\/wpl_/)
  })

  it('leads to the request for thirty days, and hands out no link that lasts longer', async () => {
    const world = await supportWorld({ config: tidemark })
    await world.requester().opensTicket('Card payment', { email: 'maya@example.com' })
    const [mail] = await world.mails()
    const path = mail ? linkIn(mail) : ''
    const led = await world.fetch(path, { redirect: 'manual' })
    const { pathname } = new URL(led.headers.get('location') ?? '', 'http://waypost.test')
    expect(pathname).toContain('/requests/wpl_')
    const page = await world.fetch(pathname)
    const text = await page.text()
    expect([page.status, text.includes('Card payment')]).toEqual([200, true])
    expect(text).not.toContain('wpt_')
    world.passes(30 * 86_400_000)
    expect((await world.fetch(pathname)).status).toBe(404)
    expect((await world.fetch(path, { redirect: 'manual' })).status).not.toBe(302)
  })

  it('writes in the language that they asked in', async () => {
    const world = await supportWorld({ config: tidemark })
    await world.client().tickets.create({
      ...{ subject: 'Faktura', message: 'Var är den?', email: 'asa@example.com' },
      context: { locale: 'sv' },
    })
    const [mail] = await world.mails()
    expect(mail?.subject).toContain('Vi har fått ditt ärende')
    expect(mail?.html).toContain('<html lang="sv" dir="ltr">')
  })

  it('mails nobody for a ticket that was put aside, until the team takes it up', async () => {
    const world = await supportWorld()
    const site = 'default'
    const input = {
      subject: 'Hi',
      message: 'Hi',
      email: 'maya@example.com',
      kind: 'question',
    } as const
    const nobody = { kind: 'none', site } as const
    const { tickets, queue } = world.world
    const { id } = await tickets.open(nobody, input, null, 'api', 'trap')
    expect(await world.mails()).toEqual([])
    const kim = { kind: 'agent', site, agentId: 'agt_1', name: null, role: 'agent' } as const
    await queue.release(kim, id)
    expect(await world.mails()).toHaveLength(1)
    // Once: what was told is not told again when the team changes its mind.
    await queue.quarantine(kim, id)
    await queue.release(kim, id)
    expect(await world.mails()).toHaveLength(1)
  })

  it('mails nothing where no address was given', async () => {
    const world = await supportWorld()
    await world.requester().opensTicket('Hello')
    expect(await world.mails()).toEqual([])
  })
})

describe('when the team replies', () => {
  it('mails that there is a reply, and to an address that nobody has proved not its words', async () => {
    const { world, ticket, kim } = await asked()
    await kim.replies(ticket, 'We have **paid** it back.')
    world.passes(MINUTE)
    const mail = (await world.mails())[1]
    expect(mail?.subject).toBe(`A reply to your request ${ticket.ticket.reference}`)
    expect(mail?.text).toContain('Kim (agent) has replied')
    expect(mail?.text).not.toContain('paid')
    expect(mail?.text).not.toContain('Card payment')
  })

  it('mails the words, and what they are about, to who had proved the address when they asked', async () => {
    const world = await supportWorld({ config: tidemark })
    const email = 'maya@example.com'
    await world.fetch('/v1/sign-in-codes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    })
    const code = /^(\d{6})$/m.exec((await world.mails())[0]?.text ?? '')?.[1]
    const started = await world.fetch('/v1/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, code }),
    })
    const { token } = (await started.json()) as { token: string }
    const opened = await world.fetch('/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      // An address that they have not proved counts for nothing beside the one that they have.
      body: JSON.stringify({
        subject: 'Card <taken> twice',
        message: 'Hi',
        email: 'b@example.com',
      }),
    })
    const ticket = (await opened.json()) as Awaited<ReturnType<typeof asked>>['ticket']
    expect(ticket.ticket.requester).toMatchObject({ email, verification: 'email' })
    await (await world.agent()).replies(ticket, 'We have **paid** it [back](https://bank.example).')
    world.passes(MINUTE)
    const mail = (await world.mails()).at(-1)
    expect(mail?.to).toBe(email)
    expect(mail?.text).toContain('> We have **paid** it [back](https://bank.example)')
    expect(mail?.html).toContain('Card &lt;taken&gt; twice')
    expect(mail?.html).toContain('<strong>paid</strong>')
  })

  it('writes one mail for replies in a row', async () => {
    const { world, ticket, kim } = await asked()
    await kim.replies(ticket, 'One')
    await kim.replies(ticket, 'Two')
    world.passes(MINUTE)
    expect(await world.mails()).toHaveLength(2)
  })

  it('mails also the reply that is committed while the notice of another is on its way', async () => {
    const letters: Letter[] = []
    let onNotice = async () => {}
    const world = await supportWorld({
      mailer: {
        async send(letter) {
          letters.push(letter)
          if (letter.subject.includes('A reply')) await onNotice()
        },
      },
    })
    const maya = world.requester()
    const ticket = await maya.opensTicket('Hello', { email: 'maya@example.com' })
    const kim = await world.agent()
    await kim.replies(ticket, 'One')
    onNotice = async () => {
      onNotice = async () => {}
      await kim.replies(ticket, 'Two')
      await kim.replies(ticket, 'Three')
    }
    world.passes(MINUTE)
    await world.mails()
    world.passes(MINUTE)
    await world.mails()
    expect(letters).toHaveLength(3)
    // What was told is told no more, and the next one finds nothing that waits.
    world.passes(HOUR)
    await world.mails()
    expect(letters).toHaveLength(3)
    await kim.replies(ticket, 'Four')
    world.passes(MINUTE)
    await world.mails()
    expect(letters).toHaveLength(4)
  })

  it('mails the reply that is committed when a notice had been found to have nothing to say', async () => {
    const { world, maya, ticket, kim } = await asked()
    const { storage } = world.world
    const outbox = createOutbox({ storage, clock: { now: () => new Date('2026-11-21T09:00:00Z') } })
    await kim.replies(ticket, 'One')
    await maya.client.tickets.markRead(ticket.ticket.id)
    const waiting = await storage.transaction((tx) => tx.mails.findBy('notice', ticket.ticket.id))
    await kim.replies(ticket, 'Two')
    await outbox.settle(waiting as Mail, undefined)
    world.passes(MINUTE)
    expect((await world.mails()).map(({ subject }) => subject).slice(1)).toHaveLength(1)
  })

  it('writes none to who has read it meanwhile', async () => {
    const { world, maya, ticket, kim } = await asked()
    await kim.replies(ticket, 'Done')
    await maya.client.tickets.markRead(ticket.ticket.id)
    world.passes(MINUTE)
    expect(await world.mails()).toHaveLength(1)
  })
})

describe('to an address that nobody has proved', () => {
  it('go two mails an hour for tickets, whoever opens them, none in their words, and a code after them', async () => {
    const world = await supportWorld({ config: tidemark })
    for (let n = 0; n < 40; n++) {
      await world.requester().opensTicket(`Win at ${MARK}`, {
        message: `Buy at https://${MARK}/${n}`,
        // The same mailbox, however it is written.
        email: n % 2 ? 'Victim@Example.com' : 'victim@example.com',
      })
    }
    const mails = await world.mails()
    expect(mails).toHaveLength(2)
    for (const mail of mails) expect(JSON.stringify(mail)).not.toContain(MARK)
    // And none later: what was not written does not wait.
    // Nobody else's tickets keep its owner from signing in.
    await world.fetch('/v1/sign-in-codes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'victim@example.com' }),
    })
    expect(await world.mails()).toHaveLength(3)
    world.passes(2 * HOUR)
    expect(await world.mails()).toHaveLength(3)
  })

  it('counts codes and links with the rest, over all sites', async () => {
    const world = await supportWorld({ config: { sites: [{ key: 'one' }, { key: 'two' }] } })
    const post = (path: string) =>
      world.fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: 'victim@example.com' }),
      })
    for (let n = 0; n < 4; n++) {
      for (const site of ['one', 'two']) {
        expect((await post(`/v1/sign-in-codes?site=${site}`)).status).toBe(204)
        expect((await post(`/v1/request-links?site=${site}`)).status).toBe(204)
      }
    }
    expect((await world.mails()).length).toBeLessThanOrEqual(3)
    world.passes(HOUR)
    await post('/v1/sign-in-codes?site=one')
    expect((await world.mails()).length).toBeLessThanOrEqual(4)
  })

  it('lets a reply wait for its turn instead of being lost', async () => {
    const { world, ticket, kim } = await asked('victim@example.com')
    for (let n = 0; n < 3; n++) {
      await world.requester().opensTicket('Again', { email: 'victim@example.com' })
    }
    await kim.replies(ticket, 'Hello')
    world.passes(MINUTE)
    expect(await world.mails()).toHaveLength(3)
    world.passes(HOUR)
    expect((await world.mails()).at(-1)?.subject).toContain('A reply to your request')
  })
})

describe('a mail that cannot go', () => {
  it('is tried again later, and not forever', async () => {
    let tries = 0
    const world = await supportWorld({
      mailer: {
        async send() {
          tries++
          throw new Error('The server is away')
        },
      },
    })
    await world.requester().opensTicket('Hello', { email: 'maya@example.com' })
    await world.mails()
    expect(tries).toBe(1)
    await world.mails()
    expect(tries).toBe(1)
    world.passes(MINUTE)
    await world.mails()
    expect(tries).toBe(2)
    for (let hours = 0; hours < 200; hours += 5) {
      world.passes(5 * HOUR)
      await world.mails()
    }
    expect(tries).toBeLessThan(25)
    const after = tries
    world.passes(48 * HOUR)
    await world.mails()
    expect(tries).toBe(after)
  })
})

describe('a notice that is given up', () => {
  it('takes no later reply with it', async () => {
    const letters: Letter[] = []
    let isAway = true
    const world = await supportWorld({
      mailer: {
        async send(letter) {
          if (isAway) throw new Error('The server is away')
          letters.push(letter)
        },
      },
    })
    const ticket = await world.requester().opensTicket('Hello', { email: 'maya@example.com' })
    const kim = await world.agent()
    await kim.replies(ticket, 'One')
    for (let hours = 0; hours < 90; hours += 5) {
      world.passes(5 * HOUR)
      if (hours === 60) await kim.replies(ticket, 'Two')
      await world.mails()
    }
    isAway = false
    world.passes(5 * HOUR)
    await world.mails()
    expect(letters.map(({ subject }) => subject)).toEqual([
      `A reply to your request ${ticket.ticket.reference}`,
    ])
    await kim.replies(ticket, 'Three')
    world.passes(MINUTE)
    await world.mails()
    expect(letters).toHaveLength(2)
  })
})

describe('a mailer that hangs', () => {
  it('holds up no stop, and no other mail for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const tried: string[] = []
      const world = await supportWorld({
        mailer: {
          send(letter) {
            tried.push(letter.to)
            return letter.to === 'hangs@example.com' ? new Promise(() => {}) : Promise.resolve()
          },
        },
      })
      await world.requester().opensTicket('Hello', { email: 'hangs@example.com' })
      const waiting = world.mails()
      await vi.waitUntil(() => tried.length === 1)
      await world.requester().opensTicket('Hello', { email: 'maya@example.com' })
      await vi.advanceTimersByTimeAsync(30_000)
      await waiting
      await world.mails()
      expect(tried).toEqual(['hangs@example.com', 'maya@example.com'])
      world.passes(HOUR)
      await world.requester().opensTicket('Hello', { email: 'noa@example.com' })
      await vi.waitUntil(() => tried.filter((to) => to === 'hangs@example.com').length === 2)
      const closed = world.close()
      await vi.advanceTimersByTimeAsync(5_000)
      await closed
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('what is kept of a mail', () => {
  it('goes with its reader, from the outbox and from the folder of files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waypost-mails-'))
    const world = await supportWorld({ mailer: createFileMailer({ folder, from: 'a@b.example' }) })
    const { ticket } = await world.requester().opensTicket('Hello', { email: 'maya@example.com' })
    await world.requester().opensTicket('Hello', { email: 'noa@example.com' })
    await world.mails()
    expect(await readdir(folder)).toHaveLength(2)
    const { people, storage } = world.world
    const requesterId = await storage.transaction(
      async (tx) => (await tx.tickets.get(ticket.id)).requesterId,
    )
    const told = await people.export('operator', requesterId)
    expect(JSON.stringify(told)).toContain('ticket-opened')
    await people.erase('operator', requesterId)
    const [left = '', ...more] = await readdir(folder)
    expect(more).toEqual([])
    expect(await readFile(join(folder, left), 'utf8')).toContain('To: <noa@example.com>')
    await rm(folder, { recursive: true })
  })

  it('is sent by one of many nodes', async () => {
    const storage = createMemoryStorage({ clock: { now: () => new Date('2026-11-21T09:00:00Z') } })
    const nodes = [await supportWorld({ storage }), await supportWorld({ storage })]
    for (const node of nodes) {
      await node.requester().opensTicket('Hello', { email: `${nodes.indexOf(node)}@example.com` })
    }
    const sent = await Promise.all(nodes.map((node) => node.mails()))
    expect(
      sent
        .flat()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['0@example.com', '1@example.com'])
    expect(sent.filter(({ length }) => length > 0)).toHaveLength(1)
  })
})
