import { EventEmitter, once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCustomers } from '@waypost/sdk/client'
import type { Person, PersonExport } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { openDiskFiles } from '../adapters/files/disk/disk-files.js'
import { createFileMailer } from '../adapters/mail/file-mailer.js'
import { keepRetention } from '../app/keep-retention.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import { ownLeases } from '../domain/leases/leases.js'
import type { Mailer } from '../domain/notifications/mailer.js'
import type { Storage } from '../domain/storage.js'
import { silentLogger } from '../foundation/logger.js'
import { attachingIn } from './attachments.test.kit.js'
import { filesWith, marks, personSites, personWorld } from './person.test.kit.js'
import { lowdbWorld } from './storage/lowdb-world.test.kit.js'
import { sampleTicket } from './storage/sample-records.js'

describe('a customer is found by the team', () => {
  it('by the address that they gave, however it is written', async () => {
    const world = await personWorld()
    await world.leavesTraces()
    await world.requester().opensTicket('Else', { email: 'else@example.com' })
    const { reads } = await world.team('agent')
    const { items } = await reads<{ items: Person[] }>('customers?email=Quill%40Zebrafinch.example')
    expect(items.sort((a, b) => b.ticketCount - a.ticketCount)).toMatchObject([
      { name: marks[0], subject: 'quill', verification: 'signed', ticketCount: 2 },
      { name: marks[0], subject: null, verification: 'none', ticketCount: 0 },
    ])
    expect((await reads<{ items: Person[] }>('customers')).items).toHaveLength(3)
  })
})

/** What an upload leaves that has not come whole. */
async function beginsUpload(storage: Storage, customerId: string, name: string): Promise<void> {
  await storage.transaction(async (tx) => {
    const session = await tx.sessions.findBy('customer', customerId)
    const createdAt = '2026-11-21T09:00:00.000Z'
    const id = 'att_00000000000000000000000000'
    const nothing = { type: 'text/plain', size: 0, width: null, height: null }
    tx.attachments.save({
      ...{ id, createdAt, site: 'tidemark', uploaderId: session?.id ?? '', isWhole: false },
      ...{ ticketId: null, messageId: null, endsAt: '2026-11-22T09:00:00.000Z', origin: null },
      file: { id, name, ...nothing, createdAt },
    })
  })
}

type OnDisk = Awaited<ReturnType<typeof personWorld>> & { folder: string }

/** The digits that are mailed to an address. */
async function mailedCode(world: OnDisk, email: string): Promise<string> {
  await world.mails()
  const before = new Set(lettersIn(world))
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ email })
  await world.fetch('/v1/sign-in-codes', { method: 'POST', headers, body })
  await world.mails()
  const fresh = lettersIn(world).find((letter) => !before.has(letter) && letter.includes(email))
  return /\b\d{6}\b/.exec(fresh ?? '')?.[0] ?? ''
}

/** A ticket of nobody in particular that is put aside as it is opened. */
function opensAside(world: OnDisk, email: string) {
  const nobody = { kind: 'none', site: 'tidemark' } as const
  const input = { subject: 'About gherkin', message: 'Pills', email, kind: 'question' } as const
  return world.world.tickets.open(nobody, input, null, 'api', 'trap')
}

function lettersIn(world: OnDisk): string[] {
  const folder = join(world.folder, 'mail')
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** All that stands in the mails of a folder. */
async function readLetters({ folder, mails }: { folder: string; mails(): Promise<unknown> }) {
  await mails()
  const letters = join(folder, 'mail')
  return readdirSync(letters)
    .map((name) => readFileSync(join(letters, name), 'utf8'))
    .join('\n')
}

describe('an export of a person', () => {
  it('holds all that is kept of them, also from before they had a name', async () => {
    const world = await personWorld()
    const { id } = await world.leavesTraces()
    const { reads } = await world.team('lead')
    const found = await reads<PersonExport>(`customers/${id}/export`)
    expect(found.about).toMatchObject({
      customers: [{ identity: { subject: 'quill' } }, { identity: null, email: marks[1] }],
      sessions: [{ signed: true }, { signed: false }],
    })
    expect(found.tickets.map(({ tickets }) => tickets?.[0]?.subject).sort()).toEqual([
      'About marmalade',
      'Also periwinkle',
    ])
    const texts = found.tickets.flatMap(({ messages = [] }) => messages.map(({ text }) => text))
    expect(texts).toContain('Dear Zebrafinch Quill, the gherkin is fine')
    expect(found.tickets.flatMap(({ notes = [] }) => notes)).toHaveLength(1)
    expect(found.about).not.toHaveProperty('messages')
    expect(JSON.stringify(found)).not.toMatch(/tokenHash|accessVersion|"origin"/)
  })

  it('is for leads and admins, each of their own site', async () => {
    const world = await personWorld({ config: { sites: [...personSites, { key: 'other' }] } })
    const { id } = await world.leavesTraces()
    const path = `customers/${id}/export`
    expect((await (await world.team('agent')).asks(path)).status).toBe(403)
    const { asks } = await world.team('lead')
    expect((await asks(`${path}?site=other`)).status).toBe(404)
    expect((await asks(path)).status).toBe(200)
  })
})

describe('an erase of a person', () => {
  const folders = lowdbWorld()

  /** A server on a folder, so that what is left of anything can be looked for in its bytes. */
  async function onDisk() {
    const folder = folders.newFolder()
    const storage = await folders.open(folder)
    const files = openDiskFiles({ folder: join(folder, 'files'), floor: 0 })
    const mailer = createFileMailer({ folder: join(folder, 'mail'), from: 'help@tidemark.test' })
    return { folder, storage, ...(await personWorld({ storage, files, mailer })) }
  }

  it('leaves not one byte of them in any file, while the server runs', async () => {
    const world = await onDisk()
    const { id, client, ticket } = await world.leavesTraces()
    // Some of it stands in pages, the rest in the journal.
    await world.storage.checkpoint()
    await client.tickets.create({ subject: 'Late gherkin', message: 'A last periwinkle' })
    await world.asksWithFile('quill')
    await world.mails()
    await beginsUpload(world.storage, id, 'nasturtium.part')
    await world.requester().opensTicket('A ticket of somebody else')
    for (const mark of marks) expect(filesWith(world.folder, mark), mark).not.toEqual([])

    const { reads, asks } = await world.team('admin')
    const { erased } = await reads<{ erased: object }>(`customers/${id}`, 'DELETE')
    expect(erased).toMatchObject({
      ...{ customers: 2, sessions: 3, tickets: 4, messages: 6, notes: 1, attachments: 1 },
    })
    for (const mark of marks) expect(filesWith(world.folder, mark), mark).toEqual([])

    expect((await asks(`customers/${id}`, 'DELETE')).status).toBe(404)
    await expect(client.tickets.list()).rejects.toMatchObject({ code: 'session_expired' })
    const { accessToken } = ticket
    await expect(
      world.client().tickets.get(ticket.ticket.id, { accessToken }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
    expect((await reads<{ items: object[] }>('tickets')).items).toMatchObject([
      { subject: 'A ticket of somebody else' },
    ])
    await world.close()
  })

  it('is for admins alone, each of their own site', async () => {
    const world = await personWorld({ config: { sites: [...personSites, { key: 'other' }] } })
    const { id } = await world.leavesTraces()
    expect((await (await world.team('lead')).asks(`customers/${id}`, 'DELETE')).status).toBe(403)
    const { asks } = await world.team('admin')
    expect((await asks(`customers/${id}?site=other`, 'DELETE')).status).toBe(404)
  })

  it('takes what was asked for their address, where they have proved it, and of nobody more', async () => {
    const world = await onDisk()
    const post = async (path: string, body: object) =>
      world.fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const email = marks[1] ?? ''
    await world.requester().opensTicket('Without a name: marmalade', { email })
    const eve = world.requester()
    await eve.opensTicket('Under the address of another', { email })
    const own = await eve.opensTicket('Under her own', { email: 'eve@example.com' })
    await post('/v1/sign-in-codes', { email })
    const code = (await readLetters(world)).match(/\b\d{6}\b/)?.[0]
    const { customer } = (await (await post('/v1/sessions', { email, code })).json()) as {
      customer: { id: string }
    }
    const { reads } = await world.team('admin')
    const found = await reads<PersonExport>(`customers/${customer.id}/export`)
    expect(found.tickets).toHaveLength(2)
    await reads(`customers/${customer.id}`, 'DELETE')
    for (const mark of marks) expect(filesWith(world.folder, mark), mark).toEqual([])
    expect(await eve.sees(own)).toMatchObject({ requester: { email: 'eve@example.com' } })
    await world.close()
  })

  it('takes who has proved their address elsewhere, what was put aside there, and old addresses', async () => {
    const world = await onDisk()
    const email = marks[1] ?? ''
    const first = world.requester()
    await first.opensTicket('Mine', { email: 'marmalade@example.com' })
    await mailedCode(world, 'marmalade@example.com')
    await opensAside(world, email)
    const code = await mailedCode(world, email)
    const { id } = await createCustomers(first.client).update({ email, code })
    const second = world.requester()
    await second.opensTicket('About gherkin', { email: 'periwinkle@example.com' })
    await second.opensTicket('Again', { email })
    await mailedCode(world, 'periwinkle@example.com')
    const again = await mailedCode(world, email)
    await createCustomers(second.client).update({ email, code: again })
    const left = ['quill@zebrafinch.example', 'marmalade', 'periwinkle', 'gherkin']
    for (const mark of left) expect(filesWith(world.folder, mark), mark).not.toEqual([])

    await (await world.team('admin')).asks(`customers/${id}`, 'DELETE')
    for (const mark of left) expect(filesWith(world.folder, mark), mark).toEqual([])
    await world.close()
  })

  it('takes a file that waits for a reply, and lets none begin for who is gone', async () => {
    const folder = folders.newFolder()
    const world = attachingIn(await personWorld({ files: openDiskFiles({ folder, floor: 0 }) }))
    const token = await world.session()
    const { ticket, accessToken } = await world.opensTicket(token)
    await world.attach(accessToken, 'a gherkin')
    expect(filesWith(folder, 'gherkin')).toHaveLength(1)
    const { people, attachments, storage } = world.world
    const stored = await storage.transaction((tx) => tx.tickets.get(ticket.id))
    await people.erase('operator', stored.requesterId)
    expect(filesWith(folder, 'gherkin')).toEqual([])
    // Let in before the erase, and late.
    const late = { kind: 'ticket', site: 'tidemark', ticketId: ticket.id } as const
    const bytes = (async function* () {
      yield Buffer.from('a late gherkin')
    })()
    const sent = attachments.upload(late, { name: 'late.txt', bytes }, null)
    await expect(sent).rejects.toMatchObject({ code: 'not_found' })
    expect(filesWith(folder, 'gherkin')).toEqual([])
  })

  it('takes what they wrote in tickets of their colleagues, and leaves those', async () => {
    const world = await onDisk()
    const company = { group: 'acme', group_access: 'write' }
    const sam = await world.signsIn('sam', { name: 'Sam', ...company })
    const quill = await world.signsIn('quill', { name: marks[0], ...company })
    const { ticket } = await sam.client.tickets.create({ subject: 'Ours', message: 'Help us' })
    await quill.client.tickets.reply(ticket.id, { message: 'Mind the periwinkle' })
    await (await world.team('admin')).asks(`customers/${quill.id}`, 'DELETE')
    for (const mark of marks) expect(filesWith(world.folder, mark), mark).toEqual([])
    expect((await sam.client.tickets.messages(ticket.id)).items).toHaveLength(1)
    await sam.client.tickets.reply(ticket.id, { message: 'And again' })
    expect((await sam.client.tickets.messages(ticket.id)).items).toHaveLength(2)
    await world.close()
  })

  it('takes a mail along that goes out at that very moment', async () => {
    const folder = folders.newFolder()
    const inner = createFileMailer({ folder, from: 'help@tidemark.test' })
    const gate = new EventEmitter()
    const [begun, released] = [once(gate, 'begun'), once(gate, 'released')]
    const mailer: Mailer = {
      ...inner,
      async send(letter) {
        gate.emit('begun')
        await released
        await inner.send(letter)
      },
    }
    const world = await personWorld({ mailer })
    const email = marks[1] ?? ''
    await world.requester().opensTicket('Late', { email })
    await begun
    const [person] = await world.world.people.find(email, ['tidemark'])
    await world.world.people.erase('operator', person?.id ?? '')
    gate.emit('released')
    await world.mails()
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes a file along that comes in at that very moment', async () => {
    const folder = folders.newFolder()
    const inner = openDiskFiles({ folder, floor: 0 })
    const gate = new EventEmitter()
    const [begun, released] = [once(gate, 'begun'), once(gate, 'released')]
    const files: FileStore = {
      ...inner,
      async write(name, bytes) {
        await inner.write(name, bytes)
        gate.emit('begun')
        await released
      },
    }
    const world = await personWorld({ files })
    const { id } = await world.signsIn('quill')
    const sending = world.asksWithFile('quill')
    await begun
    await world.world.people.erase('operator', id)
    gate.emit('released')
    await sending
    expect(filesWith(folder, 'nasturtium')).toEqual([])
    const left = await world.world.storage.transaction((tx) => tx.attachments.count('ending', ''))
    expect(left).toBe(0)
  })

  it('is finished by the next server, where one was killed in the middle', async () => {
    const world = await onDisk()
    const { id } = await world.leavesTraces()
    const { erasures } = world.world
    await world.storage.transaction(async (tx) => {
      tx.erasures.save(erasures.begin('tidemark', [id]))
    })
    await erasures.resume()
    await world.mails()
    for (const mark of marks) expect(filesWith(world.folder, mark), mark).toEqual([])
    const left = await world.storage.transaction((tx) => tx.erasures.count('all', ''))
    expect(left).toBe(0)
    await world.close()
  })
})

describe('retention', () => {
  const DAY = 86_400_000
  const config = { sites: [{ ...personSites[0], retention: { closedTickets: 90 } }] }
  const mayGoOn = () => true
  const nothing = () => {}

  it('deletes tickets that have been closed for so long, and who has asked nothing else', async () => {
    const world = await personWorld()
    const kim = await world.agent('agent', 'kim@tidemark.test')
    const [old, young, open] = [
      await world.requester().opensTicket('Old', { email: 'old@example.com' }),
      await world.requester().opensTicket('Young', { email: 'young@example.com' }),
      await world.requester().opensTicket('Open', { email: 'open@example.com' }),
    ]
    await kim.solves(old)
    world.passes(2 * DAY)
    await kim.solves(young)
    world.passes(89 * DAY)
    const { retention } = world.world
    const rule = { site: 'tidemark', closedTickets: 90 }
    expect(await retention.sweep(rule, { mayGoOn, onProgress: nothing })).toMatchObject({
      ...{ tickets: 1, messages: 1, customers: 1 },
    })
    expect(await retention.sweep(rule, { mayGoOn, onProgress: nothing })).toEqual({})
    const { reads } = await world.team('admin')
    const subjects = (await reads<{ items: { subject: string }[] }>('tickets')).items
    expect(subjects.map(({ subject }) => subject).sort()).toEqual(['Open', 'Young'])
    expect((await reads<{ items: Person[] }>('customers')).items).toHaveLength(2)
    expect(open.ticket.reference).toBe('WP-1003')
  })

  it('keeps a person whom a host has named, and one who asks something else', async () => {
    const world = await personWorld()
    const kim = await world.agent('agent', 'kim@tidemark.test')
    const named = await world.signsIn('quill')
    await kim.solves(await named.client.tickets.create({ subject: 'Done', message: 'Thanks' }))
    const anonymous = world.requester()
    await kim.solves(await anonymous.opensTicket('Done too'))
    await anonymous.opensTicket('Still open')
    world.passes(91 * DAY)
    const rule = { site: 'tidemark', closedTickets: 90 }
    const swept = await world.world.retention.sweep(rule, { mayGoOn, onProgress: nothing })
    expect(swept).toMatchObject({ tickets: 2 })
    expect(swept).not.toHaveProperty('customers')
  })

  it('forgets who somebody was before they had a name, with what they asked then', async () => {
    const world = await personWorld()
    const { ticket } = await world.leavesTraces()
    await (await world.agent()).solves(ticket)
    world.passes(91 * DAY)
    const rule = { site: 'tidemark', closedTickets: 90 }
    const swept = await world.world.retention.sweep(rule, { mayGoOn, onProgress: nothing })
    expect(swept).toMatchObject({ tickets: 1, customers: 1 })
    const { items } = await (await world.team('lead')).reads<{ items: Person[] }>('customers')
    expect(items).toMatchObject([{ subject: 'quill', ticketCount: 1 }])
  })

  it('deletes what was put aside in a time of its own, and who has asked nothing else', async () => {
    const world = await personWorld()
    const { asks, reads } = await world.team('admin')
    const kept = await world.requester().opensTicket('Kept')
    const aside = await world.requester().opensTicket('Pills', { email: 'victim@example.com' })
    await asks(`tickets/${aside.ticket.id}/quarantine`, 'PUT')
    const rule = { site: 'tidemark', quarantinedTickets: 30 }
    const sweep = () => world.world.retention.sweep(rule, { mayGoOn, onProgress: nothing })
    world.passes(29 * DAY)
    expect(await sweep()).toEqual({})
    world.passes(2 * DAY)
    expect(await sweep()).toMatchObject({ tickets: 1, customers: 1 })
    const { items } = await reads<{ items: { id: string }[] }>('tickets')
    expect(items).toMatchObject([{ id: kept.ticket.id }])
    expect((await reads<{ items: Person[] }>('customers')).items).toHaveLength(1)
  })

  it('goes in batches, can be stopped between them, and goes on later', async () => {
    const world = await personWorld()
    const solvedAt = '2026-01-05T08:00:00.000Z'
    const old = { site: 'tidemark', status: 'solved', solvedAt } as const
    await world.world.storage.transaction(async (tx) => {
      for (let n = 0; n < 60; n++) tx.tickets.save(sampleTicket(`tic_${n}`, old))
    })
    const rule = { site: 'tidemark', closedTickets: 90 }
    const heard: unknown[] = []
    const { retention } = world.world
    const first = await retention.sweep(rule, {
      mayGoOn: () => heard.length === 0,
      onProgress: (counts) => heard.push(counts.tickets),
    })
    expect([first.tickets, heard]).toEqual([50, [50]])
    const rest = await retention.sweep(rule, { mayGoOn, onProgress: nothing })
    expect(rest.tickets).toBe(10)
  })

  it('runs by itself where a site says so, and never else', async () => {
    for (const sites of [personSites, config.sites]) {
      const world = await personWorld({ config: { sites } })
      const kim = await world.agent('agent', 'kim@tidemark.test')
      await kim.solves(await world.requester().opensTicket('Done'))
      world.passes(91 * DAY)
      const { config: all, ...rooms } = world.world
      const parts = { ...rooms, config: all, leases: ownLeases, log: silentLogger }
      const keeping = await keepRetention(parts)
      await keeping.settled()
      await keeping.close()
      const { items } = await (await world.team('admin')).reads<{ items: object[] }>('tickets')
      expect(items).toHaveLength(sites === personSites ? 1 : 0)
    }
  })
})
