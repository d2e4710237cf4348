import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CreatedTicket, EducationSchema, WaypostError } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryFiles } from '../adapters/files/memory/memory-files.js'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { openPostgresStorage } from '../adapters/storage/postgres/postgres-storage.js'
import { type Config, type ConfigInput, ConfigSchema } from '../app/config-schema.js'
import { joinNodes } from '../app/join-nodes.js'
import type { Storage } from '../domain/storage.js'
import { systemClock } from '../foundation/clock.js'
import { type Facts, type Logger, silentLogger } from '../foundation/logger.js'
import { attachingIn } from './attachments.test.kit.js'
import { until } from './command-line.js'
import { asWorks, sampleEducation } from './education.test.kit.js'
import { type PostgresWorld, postgresWorld } from './storage/postgres-world.test.kit.js'
import { readStream } from './stream-reader.test.kit.js'
import { type SupportWorldOptions, supportWorld } from './support-world.js'

type World = Awaited<ReturnType<typeof supportWorld>>

let postgres: PostgresWorld
beforeAll(async () => {
  postgres = await postgresWorld()
}, 60_000)
afterAll(() => postgres.end())

/** Two servers over one database, as nodes behind a proxy are. */
async function twoNodes(options: Omit<SupportWorldOptions, 'storage'> = {}) {
  const url = await postgres.database()
  // The time of a support world stands still.
  const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
  const open = () => openPostgresStorage({ url, clock })
  const one = await supportWorld({ ...options, storage: await open() })
  const other = await supportWorld({ ...options, storage: await open() })
  onTestFinished(async () => {
    await one.close()
    await other.close()
  })
  return { one, other, url }
}

const harbours = { id: 'harbours', locale: 'en', title: 'Finding a harbour', body: 'Look left.' }

const titlesFor = async (world: World, text: string) =>
  (await world.client().search(text)).items.map(({ title }) => title)

const save = ({ world }: World, article: Record<string, unknown>) =>
  world.importArticles(world.sites.main.key, [article])

const opens = (world: World, key: string, subject = 'Cannot sign in') =>
  world.fetch('/v1/tickets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ subject, message: 'Can you help?', email: 'kim@example.com' }),
  })

describe('what one node writes', () => {
  it('is read on the other at once: a ticket, and what is written in it', async () => {
    const { one, other } = await twoNodes()
    const [ada, agent] = [one.requester(), await other.agent()]
    const ticket = await ada.opensTicket('Cannot sign in')
    expect(await agent.sees(ticket)).toMatchObject({ subject: 'Cannot sign in' })
    await agent.replies(ticket, 'Try this')
    expect(await ada.reads(ticket)).toHaveLength(2)
    expect(await ada.sees(ticket)).toMatchObject({ unread: 1 })
  })

  it('is opened on the other: a file that a ticket names there', async () => {
    const { one, other } = await twoNodes({ files: createMemoryFiles() })
    const [here, there] = [attachingIn(one), attachingIn(other)]
    const robin = await here.session()
    const { id } = await here.attach(robin, 'what I saw')
    const ticket = await there.opensTicket(robin, [id])
    const [message] = await here.reads(robin, ticket)
    const [file] = message?.attachments ?? []
    expect(await (await there.fetches(file ?? { url: '' })).text()).toBe('what I saw')
    expect((await here.opens(robin, [id])).status).toBe(422)
    expect(await there.world.attachments.sweep()).toBe(0)
  })

  it('is found on the other as soon as its search has read the log', async () => {
    const { one, other } = await twoNodes({ articles: [harbours] })
    const get = async () => (await other.fetch('/v1/articles/harbours?locale=en')).text()
    expect(await titlesFor(other, 'harbour')).toEqual(['Finding a harbour'])
    expect(await get()).toContain('Look left.')

    await save(one, { ...harbours, title: 'Finding a port', body: 'Look right.' })
    await until(async () => (await titlesFor(other, 'port')).length === 1)
    expect(await titlesFor(other, 'harbour')).toEqual([])
    expect(await get()).toContain('Look right.')
  })

  it('says on the other, too, in which languages there is help', async () => {
    const { one, other } = await twoNodes({ articles: [harbours] })
    const locales = async () => (await other.client().settings()).locales.map(({ tag }) => tag)
    expect(await locales()).toEqual(['en'])
    await save(one, { ...harbours, locale: 'sv', title: 'Hitta hamn' })
    await until(async () => (await locales()).includes('sv'))
  })

  it('is offered on the other, too, as long as it is there', async () => {
    const { one, other } = await twoNodes()
    const offered = async () => {
      const { education } = await other.client().settings()
      const { tours } = v.parse(EducationSchema, await (await other.fetch('/v1/education')).json())
      return [education, tours.length]
    }
    expect(await offered()).toEqual([false, 0])
    const { shelf, sites } = one.world
    await shelf.keep(sites.main.key, 'folder', asWorks(sampleEducation))
    await until(async () => (await offered()).join() === 'true,1')
    await shelf.removeMissing(sites.main.key, [])
    await until(async () => (await offered()).join() === 'false,0')
  })

  it('teaches on the other, too: what an author writes is found and offered there', async () => {
    const { one, other } = await twoNodes({ articles: [harbours] })
    const { token } = await one.agent('author')
    const write = (revision: number | undefined, content: object) =>
      one.fetch('/v1/agent/education/manuscripts/mooring?locale=en', {
        method: 'PUT',
        headers: {
          ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
        },
        body: JSON.stringify({ kind: 'course', content }),
      })
    const read = async (path: string) => (await other.fetch(`/v1/${path}`)).text()
    expect(await read('education')).toContain('"courses":[]')
    const course = {
      title: 'Mooring',
      lessons: [{ id: 'knots', title: 'Knots', body: 'A bowline.' }],
    }
    expect((await write(undefined, course)).status).toBe(200)
    await until(async () => (await read('settings')).includes('"education":true'))
    expect(await read('education')).toContain('"title":"Mooring"')
    await until(async () => (await read('search?q=bowline&locale=en')).includes('mooring/knots'))
    expect((await write(1, { ...course, status: 'archived' })).status).toBe(200)
    await until(async () => (await read('settings')).includes('"education":false'))
    expect(await read('education')).toContain('"courses":[]')
  })

  it('adds to what the other has counted', async () => {
    const { one, other } = await twoNodes({ articles: [harbours] })
    for (const world of [one, other]) await world.fetch('/v1/articles/harbours?locale=en')
    for (const { world } of [one, other]) await world.insights.flush()
    const admin = {
      kind: 'agent',
      site: one.world.sites.main.key,
      agentId: 'a',
      name: 'Kim',
    } as const
    const { items } = await one.world.reports.articles({ ...admin, role: 'admin' }, {}, 'reads', {
      limit: 10,
    })
    expect(items).toMatchObject([{ articleId: 'harbours', reads: 2 }])
  })
})

describe('what is known of people', () => {
  it('is erased on one node, whichever has written it, from every table of the database', async () => {
    const { one, other, url } = await twoNodes()
    const robin = one.requester()
    const ticket = await robin.opensTicket('About marmalade', { email: 'quill@marmalade.example' })
    await (await other.agent()).replies(ticket, 'More marmalade')
    const rowsWith = async (word: string) => {
      const tables = await postgres.sql(
        `select tablename as name from pg_tables where schemaname = 'waypost'`,
        url,
      )
      const asked = tables.map(({ name }) =>
        postgres.sql(`select from waypost."${name}" t where t::text ilike '%${word}%'`, url),
      )
      return (await Promise.all(asked)).flat()
    }
    expect(await rowsWith('marmalad')).not.toEqual([])
    const { people } = other.world
    const [quill] = await people.find('quill@marmalade.example', ['default'])
    await people.erase('operator', quill?.id ?? '')
    expect(await rowsWith('marmalad')).toEqual([])
    await expect(robin.sees(ticket)).rejects.toMatchObject({ code: 'session_expired' })
  })

  it('stands in one chain with what the team does on either', async () => {
    const { one, other } = await twoNodes()
    const ticket = await one.requester().opensTicket('Cannot sign in')
    const team = [await one.agent('agent'), await other.agent('lead')]
    const said = Array.from({ length: 12 }, (_, n) => team[n % 2]?.notes(ticket, `Note ${n}`))
    await Promise.all(said)
    expect(await one.world.audit.verify()).toMatchObject({ entries: 14, broken: null })
  })
})

describe('whoever comes to another node', () => {
  it('keeps their session, until it ends on any of them', async () => {
    const { one, other } = await twoNodes()
    const started = await one.fetch('/v1/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    const { token } = (await started.json()) as { token: string }
    const live = (world: World) =>
      world.fetch('/v1/live', { headers: { Authorization: `Bearer ${token}` } })
    expect((await live(other)).status).toBe(200)
    await other.fetch('/v1/sessions/current', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${token}` },
    })
    expect((await live(one)).status).toBe(401)
  })

  it('opens one ticket when both get the same request at the same moment', async () => {
    const { one, other } = await twoNodes()
    const key = 'the-same-request-on-two-nodes'
    const answers = await Promise.all([one, other, one, other].map((world) => opens(world, key)))
    const created = await Promise.all(
      answers.map((answer) => answer.json() as Promise<CreatedTicket>),
    )
    expect(new Set(created.map(({ ticket }) => ticket.id)).size).toBe(1)
    const agent = await one.agent()
    expect((await agent.client.tickets.list()).items).toHaveLength(1)
  })

  it('may open five tickets a minute on all of them together', async () => {
    const { one, other } = await twoNodes({ config: { unlimited: false } })
    const turns = [one, other, one, other, one, other, one]
    const statuses: number[] = []
    for (const [n, world] of turns.entries()) {
      statuses.push((await opens(world, `request-number-${n}-of-many`)).status)
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429])
  })
})

describe('a stream', () => {
  const listens = async ({ fetch }: World, token: string, after?: number) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      ...(after !== undefined && { 'Last-Event-ID': `${after}` }),
    }
    return readStream(await fetch('/v1/stream', { headers }))
  }

  it('tells what is written on the other node, and goes on there from its last number', async () => {
    const { one, other } = await twoNodes()
    const ada = one.requester()
    const { token } = await ada.client.session.start()
    const [ticket, agent] = [await ada.opensTicket('Cannot sign in'), await other.agent()]
    const first = await listens(one, token)
    await first.until(() => first.kinds().includes('ready'))
    await other.fetch(`/v1/agent/tickets/${ticket.ticket.id}/typing`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${agent.token}` },
    })
    await agent.replies(ticket, 'Try this')
    await first.until(() => first.kinds().includes('ticket.replied'))
    // Where the log was not read as far when the stream began, it tells of the ticket as well.
    const told = first.kinds().filter((kind) => kind !== 'ticket.opened')
    expect(told).toEqual(['ready', 'ticket.typing', 'ticket.replied'])
    await first.close()

    await agent.replies(ticket, 'Or that')
    const second = await listens(other, token, first.lastId())
    await ada.solves(ticket)
    await second.until(() => second.events().length === 2)
    expect(second.kinds()).toEqual(['ticket.replied', 'ticket.solved'])
    await ada.client.session.end()
    await second.ended()
    expect(second.kinds().at(-1)).toBe('end')
  })
})

describe('the content folder', () => {
  /** A folder in which articles can be written. */
  function contentFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-nodes-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const shelf = join(folder, 'en/articles/basics')
    mkdirSync(shelf, { recursive: true })
    const write = (slug: string, title: string) =>
      writeFileSync(join(shelf, `${slug}.md`), `---\ntitle: ${title}\n---\n\n${title}.\n`)
    return { folder, write }
  }

  it('is synced by one node, and by the next one when that stops', async () => {
    const { folder, write } = contentFolder()
    write('harbours', 'Finding a harbour')
    const { one, other } = await twoNodes({ config: { content: folder } })
    expect(one.world.synced).toMatchObject({ articles: 1 })
    expect(other.world.synced).toBeUndefined()
    expect(await titlesFor(other, 'harbour')).toEqual(['Finding a harbour'])
    write('tides', 'Reading the tides')
    await until(async () => (await titlesFor(other, 'tides')).length === 1, 20)

    await one.close()
    write('winds', 'Knowing the winds')
    await until(async () => (await titlesFor(other, 'winds')).length === 1, 20)
  }, 60_000)
})

describe('a node whose storage is away', () => {
  /** A server whose storage can be taken away and brought back. */
  async function fragile() {
    const storage = createMemoryStorage({ clock: systemClock })
    let isAway = false
    const world = await supportWorld({
      articles: [harbours],
      storage: {
        ...storage,
        transaction: (work) =>
          isAway ? Promise.reject(new WaypostError('unavailable')) : storage.transaction(work),
      },
    })
    onTestFinished(() => world.close())
    return {
      world,
      takeAway() {
        isAway = true
      },
      bringBack() {
        isAway = false
      },
    }
  }

  it('says so, refuses for a moment, and serves again without a new start', async () => {
    const { world, takeAway, bringBack } = await fragile()
    takeAway()
    const ready = await world.fetch('/readyz')
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await ready.json()).toMatchObject({ detail: 'The storage does not answer.' })
    const refused = await opens(world, 'while-the-storage-is-away')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await refused.json()).toMatchObject({ code: 'unavailable' })
    const page = await world.fetch('/help/en/articles/harbours')
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2'])
    expect((await world.fetch('/healthz')).status).toBe(200)

    bringBack()
    expect((await world.fetch('/readyz')).status).toBe(200)
    expect((await opens(world, 'while-the-storage-is-away')).status).toBe(201)
  })

  it('still searches, which it does in its own memory', async () => {
    const { world, takeAway } = await fragile()
    takeAway()
    expect(await titlesFor(world, 'harbour')).toEqual(['Finding a harbour'])
  })

  it('still answers what was asked for before, as nothing is known to have changed', async () => {
    const { world, takeAway } = await fragile()
    const get = (path: string) => world.fetch(`/v1/${path}?locale=en`)
    expect((await get('articles/harbours')).status).toBe(200)
    world.passes(10 * 60_000)
    takeAway()
    const again = await get('articles/harbours')
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('Look left.')])
    expect((await get('articles')).status).toBe(503)
  })
})

describe('a node that begins', () => {
  const keys = (...ids: string[]) => ({
    ticketTokens: ids.map((id) => ({ id, secret: `secret of ${id}`.padEnd(43, '.') })),
  })

  /** Joins a storage with these keys, and leaves it at the end of the test. */
  function joins(
    storage: Storage,
    id: string,
    own: ReturnType<typeof keys>,
    {
      config = {},
      log = silentLogger,
      files,
    }: { config?: ConfigInput; log?: Logger; files?: string } = {},
  ) {
    const said = v.parse(ConfigSchema, config) as Config
    return joinNodes({ storage, id, keys: own, config: said, files, clock: systemClock, log })
  }

  it('is refused where another one has other keys, unless that has stopped', async () => {
    const storage = createMemoryStorage({ clock: systemClock })
    const one = await joins(storage, 'nod_1', keys('a'))
    await expect(joins(storage, 'nod_2', keys('b'))).rejects.toThrow('WAYPOST_KEYS')
    await (await joins(storage, 'nod_2', keys('a'))).leave()
    await one.leave()
    await (await joins(storage, 'nod_2', keys('b'))).leave()
  })

  it('may have a key more, as long as each opens what the other signs', async () => {
    const storage = createMemoryStorage({ clock: systemClock })
    const nodes = [
      await joins(storage, 'nod_1', keys('a')),
      await joins(storage, 'nod_2', keys('a', 'b')),
      await joins(storage, 'nod_3', keys('a', 'b')),
    ]
    await nodes[0]?.leave()
    nodes.push(await joins(storage, 'nod_4', keys('b', 'a')))
    await expect(joins(storage, 'nod_5', keys('a'))).rejects.toThrow('WAYPOST_KEYS')
    for (const node of nodes) await node.leave()
  })

  it('says where another one has another configuration, and runs', async () => {
    const storage = createMemoryStorage({ clock: systemClock })
    const said: unknown[] = []
    const log = { ...silentLogger, warn: (_: string, facts?: Facts) => void said.push(facts) }
    const harbour = { sites: [{ name: 'Harbour' }] }
    const nodes = [await joins(storage, 'nod_1', keys('a'), { config: { ...harbour, port: 1 } })]
    nodes.push(await joins(storage, 'nod_2', keys('a'), { config: { ...harbour, port: 2 }, log }))
    expect(said).toEqual([])
    nodes.push(await joins(storage, 'nod_3', keys('a'), { log }))
    expect(said).toMatchObject([{ problem: 'has another configuration' }])
    for (const node of nodes) await node.leave()
  })

  it('says where another one keeps its files elsewhere', async () => {
    const storage = createMemoryStorage({ clock: systemClock })
    const said: unknown[] = []
    const log = { ...silentLogger, warn: (_: string, facts?: Facts) => void said.push(facts) }
    const nodes = [await joins(storage, 'nod_1', keys('a'), { files: 'one bucket' })]
    nodes.push(await joins(storage, 'nod_2', keys('a'), { files: 'one bucket', log }))
    expect(said).toEqual([])
    nodes.push(await joins(storage, 'nod_3', keys('a'), { files: 'a folder', log }))
    expect(said).toMatchObject([{ problem: expect.stringContaining('keeps files elsewhere') }])
    for (const node of nodes) await node.leave()
  })
})
