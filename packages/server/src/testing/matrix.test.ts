import { signIdentity } from '@waypost/sdk/identity'
import { beforeAll, describe, expect, it } from 'vitest'
import type { openApiDocument } from '../http/openapi.js'
import type { OpenApi, Operation, Schema } from '../http/reference/open-api.js'
import { sampleOf } from '../http/reference/sample.js'
import { asWorks, sampleEducation } from './education.test.kit.js'
import { supportWorld } from './support-world.js'

/** Who calls, and whose things they call for. */
const people = ['visitorA', 'visitorB', 'signedA', 'signedB', 'colleague', 'elsewhere'] as const
type Person = (typeof people)[number]
const callers = [...people, 'ticketToken', 'agent', 'otherAgent', 'nobody'] as const
type Caller = (typeof callers)[number]

/** Whose things a caller may see; what is on this list and nothing else. */
const SEES: Readonly<Record<Caller, readonly Person[]>> = {
  visitorA: ['visitorA'],
  visitorB: ['visitorB'],
  // Ben is of the same company, and the host lets each of them see what it asks.
  signedA: ['signedA', 'colleague'],
  signedB: ['signedB'],
  colleague: ['colleague', 'signedA'],
  // Has the same name and company on another site.
  elsewhere: ['elsewhere'],
  ticketToken: ['visitorA'],
  agent: ['visitorA', 'visitorB', 'signedA', 'signedB', 'colleague'],
  otherAgent: ['elsewhere'],
  nobody: [],
}

/** What stands at a path, by how the path begins; a new kind of thing must be named here. */
const things = [
  [/^\/v1\/(agent\/)?tickets\/\{id\}/, 'ticket'],
  [/^\/v1\/attachments\/\{id\}/, 'attachment'],
  [/^\/v1\/agent\/customers\/\{id\}/, 'customer'],
  [/^\/v1\/(articles|courses|lessons|progress)\/\{(id|contentId)\}/, 'article'],
  [/^\/v1\/agent\/education\/manuscripts\/\{id\}/, 'article'],
] as const
type Thing = (typeof things)[number][1]

/** Whoever finds one of these words has read what a person of that name has written. */
const marker = (person: Person) => `marker-${person.toLowerCase()}-zq`

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

async function matrixWorld() {
  const world = await supportWorld({
    config: {
      sites: [
        { key: 'one', identity },
        { key: 'two', identity },
      ],
    },
    articles: [
      { id: 'open', locale: 'en', title: 'Open', body: 'For all.' },
      { id: 'members', locale: 'en', title: 'Members', body: 'Of members.', audience: 'customers' },
      { id: 'team', locale: 'en', title: 'Team', body: 'Of the team.', audience: 'team' },
    ],
  })
  for (const site of ['one', 'two'])
    await world.world.shelf.keep(site, 'team', asWorks(sampleEducation))
  const tokens = {} as Record<Caller, string>
  const ids = {} as Record<Person, Partial<Record<Thing, string>>>

  async function arrives(person: Person, claims?: { sub: string; group?: string }): Promise<void> {
    const site = person === 'elsewhere' ? 'two' : 'one'
    const client = world.client({ site })
    const identityToken =
      claims &&
      (await signIdentity(
        { name: marker(person), email: `${marker(person)}@example.com`, ...claims },
        { secret, siteKey: site, issuer: identity.issuer, clock },
      ))
    const started = await client.session.start(identityToken ? { identityToken } : {})
    tokens[person] = started.token
    const attachment = await upload(started.token, site, person)
    await answer(started.token, site, person)
    const { ticket, accessToken } = await client.tickets.create({
      subject: `Subject ${marker(person)}`,
      message: `Message ${marker(person)}`,
      email: `${marker(person)}@example.com`,
      fields: { plan: marker(person) },
      attachmentIds: [attachment],
    })
    const kept = await world.world.storage.transaction((tx) => tx.tickets.get(ticket.id))
    ids[person] = {
      ticket: ticket.id,
      customer: kept.requesterId,
      attachment,
    }
    if (person === 'visitorA') tokens.ticketToken = accessToken
  }

  /** What somebody writes into a quiz is theirs, and the team's to read. */
  async function answer(token: string, site: string, person: Person): Promise<void> {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ answers: { text: marker(person) } })
    const path = `/v1/lessons/course%2Fone/attempts?site=${site}`
    await world.fetch(path, { method: 'POST', headers, body })
  }

  async function upload(token: string, site: string, person: Person): Promise<string> {
    const form = new FormData()
    form.set('file', new File([`File ${marker(person)}`], `${marker(person)}.txt`))
    const headers = { Authorization: `Bearer ${token}` }
    const path = `/v1/attachments?site=${site}`
    const answer = await world.fetch(path, { method: 'POST', headers, body: form })
    return ((await answer.json()) as { id: string }).id
  }

  await arrives('visitorA')
  await arrives('visitorB')
  await arrives('signedA', { sub: 'ada', group: 'Fjord AS' })
  await arrives('signedB', { sub: 'eve', group: 'Other AS' })
  await arrives('colleague', { sub: 'ben', group: 'Fjord AS' })
  await arrives('elsewhere', { sub: 'ada', group: 'Fjord AS' })
  tokens.agent = (await world.agent('admin', 'one@tidemark.test', ['one'])).token
  tokens.otherAgent = (await world.agent('admin', 'two@tidemark.test', ['two'])).token
  const document = (await (await world.fetch('/v1/openapi.json')).json()) as ReturnType<
    typeof openApiDocument
  >
  return { ...world, tokens, ids, document: document as unknown as OpenApi }
}

type MatrixWorld = Awaited<ReturnType<typeof matrixWorld>>

interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: Schema | undefined
}

function routesOf(document: OpenApi): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
      const body = operation.requestBody?.content['application/json']?.schema
      return { name: operation.operationId, method: method.toUpperCase(), path, body }
    }),
  )
}

const thingAt = (path: string): Thing | undefined =>
  things.find(([pattern]) => pattern.test(path))?.[1]

/** What ends somebody's session, or their records: called for others alone. */
const ENDS = ['endSession', 'eraseCustomer']

describe('the matrix: every caller, every route, what is theirs, what is not, what is nowhere', () => {
  let world: MatrixWorld
  let routes: Route[]

  beforeAll(async () => {
    world = await matrixWorld()
    routes = routesOf(world.document)
  })

  async function call(caller: Caller, route: Route, id = '') {
    const { tokens, document, fetch } = world
    const site = caller === 'elsewhere' || caller === 'otherAgent' ? 'two' : 'one'
    const path = route.path.replace(/\{\w+\}/, encodeURIComponent(id))
    const answer = await fetch(`${path}?site=${site}`, {
      method: route.method,
      headers: {
        ...(tokens[caller] && { Authorization: `Bearer ${tokens[caller]}` }),
        ...(route.body && { 'Content-Type': 'application/json' }),
        ...(route.method === 'PATCH' && { 'If-Match': '"1"' }),
      },
      ...(route.body && { body: JSON.stringify(sampleOf(document, route.body)) }),
    })
    const headers = Object.fromEntries(answer.headers)
    // A stream never ends by itself, and its beginning is the same for all; what it tells to whom
    // stands in `streams.test.ts`.
    if (headers['content-type']?.startsWith('text/event-stream')) {
      await answer.body?.cancel()
      return { status: answer.status, headers, text: '' }
    }
    return { status: answer.status, headers, text: await answer.text() }
  }

  function leaks(caller: Caller, text: string): Person[] {
    return people.filter(
      (person) => !SEES[caller].includes(person) && text.includes(marker(person)),
    )
  }

  it('names what stands at every path', () => {
    const unnamed = routes.filter(({ path }) => path.includes('{') && !thingAt(path))
    expect(unnamed.map(({ path }) => path)).toEqual([])
    expect(routes.length).toBeGreaterThan(30)
  })

  it.each(callers)('shows %s nothing of others', async (caller) => {
    const faults: string[] = []
    let calls = 0
    for (const route of routes) {
      const thing = thingAt(route.path)
      if (!thing || thing === 'article') {
        if (ENDS.includes(route.name)) continue
        const { status, text } = await call(caller, route, 'members')
        calls += 1
        for (const person of leaks(caller, text)) faults.push(`${route.name}: tells of ${person}`)
        if (status >= 500) faults.push(`${route.name}: ${status}`)
        continue
      }
      const prefix = { ticket: 'tic', attachment: 'att', customer: 'cus' }[thing]
      const absent = await call(caller, route, `${prefix}_${'0'.repeat(26)}`)
      calls += 1
      if (absent.status < 400) faults.push(`${route.name}: ${absent.status} for what is nowhere`)
      for (const person of people) {
        const id = world.ids[person][thing]
        const isForeign = !SEES[caller].includes(person)
        if (id === undefined || (!isForeign && ENDS.includes(route.name))) continue
        const answer = await call(caller, route, id)
        calls += 1
        for (const other of leaks(caller, answer.text)) {
          faults.push(`${route.name} of ${person}: tells of ${other}`)
        }
        if (answer.status >= 500) faults.push(`${route.name} of ${person}: ${answer.status}`)
        if (isForeign && JSON.stringify(answer) !== JSON.stringify(absent)) {
          faults.push(`${route.name} of ${person}: ${answer.status} is not as of what is nowhere`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(calls).toBeGreaterThan(routes.length)
  })

  it('would see a leak: everybody finds what is theirs', async () => {
    const exported = routes.find(({ name }) => name === 'exportProgress') as Route
    for (const caller of ['agent', 'otherAgent'] as const) {
      const { text } = await call(caller, exported)
      expect(people.filter((person) => text.includes(marker(person)))).toEqual(SEES[caller])
    }
    const getTicket = routes.find(({ name }) => name === 'getTicket') as Route
    const ofTeam = routes.find(({ name }) => name === 'getAgentTicket') as Route
    for (const caller of callers) {
      const route = caller === 'agent' || caller === 'otherAgent' ? ofTeam : getTicket
      for (const person of SEES[caller]) {
        const { status, text } = await call(caller, route, world.ids[person].ticket)
        expect([caller, person, status, text.includes(marker(person))]).toEqual([
          ...[caller, person, 200, true],
        ])
      }
    }
  })
})
