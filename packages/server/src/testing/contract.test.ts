import {
  createAgentClient,
  createClient,
  createCustomers,
  createOrders,
  paginate,
} from '@waypost/sdk/client'
import { type Operation, operations, type RouteName, routes } from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorks, sampleEducation } from './education.test.kit.js'
import { openShop, shopSecret } from './shop.test.kit.js'
import { supportWorld } from './support-world.js'

type SupportWorld = Awaited<ReturnType<typeof supportWorld>>

const secret = 'an identity secret of thirty-two characters or more'
const issuer = 'https://tidemark.test'
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }

/**
 * Walks every route with the real client and holds each answer against the contract: nothing
 * missing, and nothing more than the schema says, because what is more may be somebody's secret.
 */
describe('the contract', () => {
  const walked = new Set<RouteName>()
  let world: SupportWorld
  let shop: Awaited<ReturnType<typeof openShop>>
  let fetch: typeof globalThis.fetch

  beforeAll(async () => {
    shop = await openShop(clock, () => ({ body: '{"orders":[{"id":"1","title":"Lamp"}]}' }))
    world = await supportWorld({
      config: {
        sites: [
          {
            key: 'tidemark',
            replyHours: 4,
            theme: { radius: '4px', logo: '/files/logo.svg' },
            identity: { issuer, keys: [{ alg: 'HS256', secret }] },
            orders: { url: shop.url, secret: shopSecret },
          },
        ],
      },
      articles: [
        article(
          't:billing/vat?',
          'en',
          'Invoice without VAT',
          'Leave the VAT out. See [terms](article:terms).',
        ),
        article('t:billing/vat?', 'sv', 'Fakturera utan moms', 'Lämna momsen tom.'),
        article('terms', 'en', 'Terms', '# Terms\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] done'),
      ],
    })
    fetch = async (input, init) => {
      const request = new Request(input, init)
      const response = await world.fetch(request.url.replace('http://waypost.test', ''), request)
      const name = routeOf(request)
      walked.add(name)
      // A stream never ends by itself: its test reads it.
      if ('streams' in operations[name]) expect(response.status).toBe(operations[name].status)
      else await holdAgainstContract(name, response.clone())
      return response
    }
  })
  afterAll(() => {
    shop.close()
    return world.close()
  })

  it('is kept by settings, sessions and health', async () => {
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    expect(await client.settings({ locale: 'sv-SE' })).toMatchObject({
      locale: 'sv',
      replyHours: 4,
      theme: {
        accent: null,
        font: null,
        radius: '4px',
        logo: 'http://waypost.test/files/logo.svg',
      },
    })
    expect(await client.session.start()).toMatchObject({ customer: null })
    await client.session.end()
    for (const path of ['/v1/sign-in-codes', '/v1/request-links']) {
      const answer = await fetch(`http://waypost.test${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: 'ada@example.com', locale: 'sv' }),
      })
      expect(answer.status).toBe(204)
    }
    for (const path of ['/healthz', '/readyz', '/v1/openapi.json']) {
      expect((await fetch(`http://waypost.test${path}`)).status).toBe(200)
    }
  })

  it('is kept by search, suggestions, collections, articles and votes', async () => {
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    const found = await client.search('utan moms', { locale: 'sv' })
    expect(found.items[0]).toMatchObject({ articleId: 't:billing/vat?', locale: 'sv' })
    const page = await client.suggestions({ url: 'https://tidemark.test/invoices/1' })
    expect(page.items).toHaveLength(2)
    expect((await client.suggestions({ url: 'https://tidemark.test/about' })).items).toEqual([])
    const nowhere = await client.suggestions()
    expect(nowhere.items).toMatchObject([{ collection: 'billing' }])
    await client.suggestions({ text: 'How do I leave out the VAT on an invoice?', locale: 'en' })
    expect((await client.collections.list({ locale: 'en' })).items).toMatchObject([
      { id: 'billing', icon: null, articleCount: 2 },
    ])
    expect(
      (await client.articles.list({ locale: 'en', collection: 'billing' })).items,
    ).toHaveLength(2)
    const shown = await client.articles.get('t:billing/vat?', { locale: 'en' })
    expect(shown.translations).toMatchObject([{ locale: 'sv', title: 'Fakturera utan moms' }])
    const vote = await client.articles.vote('t:billing/vat?', { helpful: false })
    const again = await client.articles.vote('t:billing/vat?', {
      helpful: false,
      reason: 'incomplete',
      voteId: vote.id,
    })
    expect(again).toMatchObject({ id: vote.id, reason: 'incomplete' })
    const idempotencyKey = 'a-vote-that-was-sent-twice'
    const yes = { helpful: true }
    const once = await client.articles.vote('terms', yes, { idempotencyKey })
    expect(await client.articles.vote('terms', yes, { idempotencyKey })).toEqual(once)
  })

  it('is kept by tickets and messages', async () => {
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    const { ticket, accessToken } = await client.tickets.create({
      subject: 'Cannot sign in',
      message: 'See https://example.com/help',
      name: 'Ada',
      email: 'ada@example.com',
      fields: { plan: 'solo', seats: 2, trial: true },
      context: { url: 'https://tidemark.test/invoices' },
    })
    const access = { accessToken }
    await client.tickets.reply(ticket.id, { message: 'Still not' }, access)
    expect((await client.tickets.messages(ticket.id)).items).toHaveLength(2)
    await client.tickets.solve(ticket.id, access)
    await client.tickets.reopen(ticket.id)
    expect(await client.tickets.get(ticket.id)).toMatchObject({ status: 'open' })
    expect((await client.tickets.list()).items).toHaveLength(1)
  })

  it('is kept by the team side', async () => {
    const { token } = await world.world.agents.add({ email: 'lead@tidemark.test', role: 'lead' })
    const team = createAgentClient({ baseUrl: 'http://waypost.test', token, fetch })
    const [ticket] = (await team.tickets.list()).items
    const id = ticket?.id ?? ''
    expect((await team.agents.list()).items).toHaveLength(1)
    await team.tickets.reply(id, { message: 'Try **this**' })
    await team.tickets.note(id, { message: 'Called twice' })
    expect((await team.tickets.notes(id)).items).toHaveLength(1)
    expect((await team.tickets.messages(id)).items).toHaveLength(3)
    expect(await team.tickets.get(id)).toMatchObject({ unread: 1 })
    const { version } = await team.tickets.get(id)
    await team.tickets.update(id, { priority: 'high', status: 'solved' }, version)
    expect((await team.tickets.export()).items).toMatchObject([{ ticket: { status: 'solved' } }])
  })

  it('is kept by what waits, and by reading it', async () => {
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    const { ticket } = await client.tickets.create({ subject: 'Refund', message: 'When?' })
    expect(await client.live()).toEqual({ unread: 0, incidents: [], announcements: [], due: [] })
    await (await world.agent()).replies({ ticket, accessToken: '' }, 'Today.')
    expect(await client.live()).toMatchObject({ unread: 1 })
    expect(await client.tickets.markRead(ticket.id)).toMatchObject({ unread: 0 })
    expect(await client.live()).toMatchObject({ unread: 0 })
  })

  it('is kept by streams, and by who is writing', async () => {
    const { ticket, accessToken } = await world.requester().opensTicket('Refund')
    const team = await world.agent('coordinator')
    const tell = (path: string, token: string, method = 'POST') =>
      fetch(`http://waypost.test${path}`, { method, headers: { Authorization: `Bearer ${token}` } })
    await tell(`/v1/tickets/${ticket.id}/typing`, accessToken)
    await tell(`/v1/agent/tickets/${ticket.id}/typing`, team.token)
    await tell(`/v1/agent/tickets/${ticket.id}/read`, team.token, 'PUT')
    await (await tell('/v1/stream', accessToken, 'GET')).body?.cancel()
  })

  it('is kept by what pages tell, and by what the team learns from it', async () => {
    const page = createClient({ baseUrl: 'http://waypost.test', fetch })
    const { searchId } = await page.search('moms', { locale: 'sv' })
    const events = [
      { kind: 'search.chosen', searchId, articleId: 't:billing/vat?', position: 1 },
      { kind: 'article.read', articleId: 't:billing/vat?', locale: 'sv' },
      { kind: 'ticket.deflected', searchId, articleId: 't:billing/vat?' },
    ]
    await fetch('http://waypost.test/v1/outcomes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ events }),
    })
    const { token } = await world.world.agents.add({ email: 'author@a.test', role: 'author' })
    const headers = { Authorization: `Bearer ${token}` }
    for (const about of ['searches', 'articles', 'deflections']) {
      const path = `http://waypost.test/v1/agent/insights/${about}`
      const { items } = (await (await fetch(path, { headers })).json()) as { items: unknown[] }
      expect(items, about).not.toEqual([])
    }
  })

  it('is kept by attachments', async () => {
    const session = await createClient({ baseUrl: 'http://waypost.test', fetch }).session.start()
    const headers = { Authorization: `Bearer ${session.token}` }
    const body = new FormData()
    body.set('file', new File(['what I saw'], 'log.txt'))
    const path = 'http://waypost.test/v1/attachments'
    const { id } = (await (await fetch(path, { method: 'POST', headers, body })).json()) as {
      id: string
    }
    await fetch(`${path}/${id}`, { headers })
    await fetch(`${path}/${id}`, { method: 'DELETE', headers })
  })

  it('is kept by what is known of people, and by who did what', async () => {
    const { token } = await world.world.agents.add({ email: 'admin@a.test', role: 'admin' })
    const init = { headers: { Authorization: `Bearer ${token}` } }
    const team = 'http://waypost.test/v1/agent'
    await world.requester().opensTicket('Forget me', { email: 'gone@example.com' })
    const found = await fetch(`${team}/customers?email=gone%40example.com`, init)
    const { items } = (await found.json()) as { items: { id: string }[] }
    await fetch(`${team}/customers/${items[0]?.id}/export`, init)
    await fetch(`${team}/customers/${items[0]?.id}`, { ...init, method: 'DELETE' })
    const audit = await fetch(`${team}/audit?limit=1`, init)
    expect(await audit.json()).toMatchObject({ items: [{ deed: 'customer.erased' }] })
  })

  it('is kept by who somebody is known as, and by the end of their sessions', async () => {
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    await client.tickets.create({ subject: 'Mine', message: 'Once' })
    const me = createCustomers(client)
    expect(await me.update({ name: 'Ada' })).toEqual(await me.current())
    const { token } = await world.world.agents.add({ email: 'lead@a.test', role: 'lead' })
    const team = createAgentClient({ baseUrl: 'http://waypost.test', token, fetch })
    expect(await team.sessions.revoke({ subject: 'nobody' })).toMatchObject({ ended: 0 })
  })

  it('is kept by work that is asked of strangers, and by what is put aside', async () => {
    await fetch('http://waypost.test/v1/challenges')
    const { ticket } = await world.requester().opensTicket('Buy this')
    const { token } = await world.world.agents.add({ email: 'guard@a.test', role: 'agent' })
    const team = createAgentClient({ baseUrl: 'http://waypost.test', token, fetch })
    expect((await team.tickets.quarantine(ticket.id)).quarantine).not.toBeNull()
    expect((await team.tickets.release(ticket.id)).quarantine).toBeNull()
  })

  it('is kept by claims of tickets', async () => {
    const { ticket, accessToken } = await world.requester().opensTicket('Without a name')
    const identityToken = await signIdentity(
      { sub: 'ada' },
      { secret, siteKey: 'tidemark', issuer, clock },
    )
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    await client.session.start({ identityToken })
    expect((await client.tickets.claim([accessToken])).items).toMatchObject([{ id: ticket.id }])
  })

  it('is kept by orders, and by a ticket about one', async () => {
    const identityToken = await signIdentity(
      { sub: 'ada' },
      { secret, siteKey: 'tidemark', issuer, clock },
    )
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    await client.session.start({ identityToken })
    const { items } = await createOrders(client).list()
    const [order] = items
    await client.tickets.create({ subject: 'Broken', message: 'In two', ...(order && { order }) })
  })

  it('is kept by courses, their lessons, and all that stands on the page', async () => {
    await world.world.shelf.keep('tidemark', 'team', asWorks(sampleEducation))
    const read = async (path: string) => (await fetch(`http://waypost.test/v1/${path}`)).json()
    expect(await read('education?locale=sv-FI')).toMatchObject({
      ...{ tours: [{ id: 'tour' }], tips: [{ id: 'tip' }], checklists: [{ id: 'list' }] },
      courses: [{ id: 'course', lessons: [{ id: 'course/one' }] }],
    })
    expect(await read('courses/course')).toMatchObject({ locale: 'en' })
    expect(await read('lessons/course%2Fone')).toMatchObject({ courseId: 'course', questions: 5 })
    expect(await read('settings')).toMatchObject({ education: true })
  })

  it('is kept by progress, attempts, and what the team learns from them', async () => {
    await world.world.shelf.keep('tidemark', 'team', asWorks(sampleEducation))
    const client = createClient({ baseUrl: 'http://waypost.test', fetch })
    const { token: visitor } = await client.session.start()
    const send = async (method: string, path: string, body?: object) => {
      const headers = { Authorization: `Bearer ${visitor}`, 'Content-Type': 'application/json' }
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      return (await fetch(`http://waypost.test/v1/${path}`, init)).json()
    }
    const shown = await send('PUT', 'progress/tour', { kind: 'tour', state: 'shown' })
    expect(shown).toMatchObject({ shown: 1 })
    const skipped = { kind: 'checklist', state: 'skipped' }
    await send('PUT', 'progress/list/steps/send', skipped)
    const answers = { one: 'a', several: ['a'], ordering: ['a', 'b'], text: 'a', number: 8 }
    expect(await send('POST', 'lessons/course%2Fone/attempts', { answers })).toMatchObject({
      ...{ right: 5, passed: true },
    })
    expect(await send('GET', 'progress')).toMatchObject({
      items: [
        { contentId: 'course', state: 'completed', score: { right: 5, of: 5 } },
        { contentId: 'list', state: 'completed' },
        { contentId: 'tour', state: 'started' },
      ],
    })
    const due = [...(await client.live()).due].map(({ kind, id }) => `${kind} ${id}`)
    expect(due.sort()).toEqual(['tip tip', 'tour tour'])
    const { token } = await world.world.agents.add({ email: 'tutor@a.test', role: 'lead' })
    const init = { headers: { Authorization: `Bearer ${token}` } }
    for (const path of ['agent/education/progress', 'exports/progress']) {
      const answer = await fetch(`http://waypost.test/v1/${path}`, init)
      const { items } = (await answer.json()) as { items: object[] }
      expect(items.length).toBeGreaterThan(2)
    }
  })

  it('is kept by what authors write', async () => {
    const { token } = await world.world.agents.add({ email: 'writer@a.test', role: 'author' })
    const at = 'http://waypost.test/v1/agent/education/manuscripts'
    const send = (method: string, path: string, content?: object, revision?: number) =>
      fetch(at + path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(content && { 'Content-Type': 'application/json' }),
          ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
        },
        ...(content && { body: JSON.stringify({ kind: 'tip', content }) }),
      })
    const tip = { title: { en: 'Due', sv: 'Dag' }, anchor: { testId: 'due' }, body: { en: 'B' } }
    expect(await (await send('PUT', '/due', tip)).json()).toMatchObject({ warnings: [{}] })
    expect((await send('GET', '/due')).status).toBe(200)
    expect((await send('GET', '?kind=tip')).status).toBe(200)
    expect((await send('DELETE', '/due', undefined, 1)).status).toBe(204)
  })

  it('lists page by page without losing or repeating any', async () => {
    const requester = world.requester()
    for (let n = 0; n < 7; n++) await requester.opensTicket(`Number ${n}`)
    const subjects: string[] = []
    const page = (at: { cursor?: string }) => requester.client.tickets.list({ limit: 3, ...at })
    for await (const { subject } of paginate(page)) subjects.push(subject)
    expect(subjects.sort()).toEqual(Array.from({ length: 7 }, (_, n) => `Number ${n}`))
  })

  it('has been walked whole', () => {
    expect([...walked].sort()).toEqual(Object.keys(routes).sort())
  })
})

function article(id: string, locale: string, title: string, body: string) {
  return { id, locale, title, body, collection: 'billing', pages: ['/invoices/*'] }
}

function routeOf(request: Request): RouteName {
  const { pathname } = new URL(request.url)
  const found = (Object.keys(routes) as RouteName[]).find((name) => {
    const { method, path } = routes[name]
    const pattern = new RegExp(`^${path.replace('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
    return method === request.method && pattern.test(pathname)
  })
  if (!found) throw new Error(`No route takes ${request.method} ${pathname}`)
  return found
}

async function holdAgainstContract(name: RouteName, response: Response): Promise<void> {
  const operation: Operation = operations[name]
  expect([name, response.status]).toEqual([name, operation.status])
  if (!operation.reply) {
    expect(await response.text()).toBe('')
    return
  }
  const reply: unknown = await response.json()
  expect([name, v.parse(operation.reply, reply)]).toEqual([name, reply])
}
