import type {
  Attempt,
  ContentInsight,
  List,
  Live,
  Progress,
  ProgressExport,
} from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import type { ContentDraft } from '../domain/education/content.js'
import type { Storage } from '../domain/storage.js'
import { asWorks, sampleEducation } from './education.test.kit.js'
import { filesWith } from './person.test.kit.js'
import { lowdbWorld } from './storage/lowdb-world.test.kit.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
const MINUTE = 60_000

interface Problem {
  code: string
  errors?: { path: string }[]
}

/** A site with one content of each kind, and people who learn. */
async function school(storage?: Storage, unlimited = true) {
  const world = await supportWorld({
    config: { unlimited, sites: [{ key: 'tidemark', identity }, { key: 'other' }] },
    ...(storage && { storage }),
  })
  const { shelf, agents } = world.world
  const keep = (drafts: readonly ContentDraft[]) => shelf.keep('tidemark', 'team', asWorks(drafts))
  await keep(sampleEducation)

  async function ask<T>(token: string, method: string, path: string, body?: object, key?: string) {
    const answer = await world.fetch(`/v1/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(key && { 'Idempotency-Key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, text, reply: (text ? JSON.parse(text) : {}) as T & Problem }
  }

  /** Somebody with a session; by a name that the host gives, or none. */
  async function learner(
    claims?: { sub: string; segments?: string[] },
    more: { visitorToken?: string } = {},
  ) {
    const identityToken =
      claims &&
      (await signIdentity(claims, { secret, siteKey: 'tidemark', issuer: identity.issuer, clock }))
    const begun = await world.fetch('/v1/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ identityToken, ...more }),
    })
    const { token, customer } = (await begun.json()) as {
      token: string
      customer: { id: string } | null
    }
    return { id: customer?.id ?? '', ...speaking(token) }
  }

  const speaking = (token: string) => ({
    token,
    ask: <T>(method: string, path: string, body?: object, key?: string) =>
      ask<T>(token, method, path, body, key),
    says: async (contentId: string, body: object, key?: string) =>
      (await ask<Progress>(token, 'PUT', `progress/${contentId}`, body, key)).reply,
    does: async (contentId: string, stepId: string, body: object) => {
      const path = `progress/${contentId}/steps/${encodeURIComponent(stepId)}`
      return (await ask<Progress>(token, 'PUT', path, body)).reply
    },
    answers: async (body: object, key?: string) =>
      (await ask<Attempt>(token, 'POST', 'lessons/course%2Fone/attempts', body, key)).reply,
    knows: async () => (await ask<List<Progress>>(token, 'GET', 'progress')).reply.items,
    due: async () =>
      (await ask<Live>(token, 'GET', 'live')).reply.due.map(({ kind }) => kind).sort(),
  })

  return {
    ...world,
    keep,
    learner,
    speaking,
    async team(role: 'agent' | 'lead' | 'author') {
      return speaking((await agents.add({ email: `${role}@tidemark.test`, role })).token)
    },
  }
}

const right = { one: 'a', several: ['a'], ordering: ['a', 'b'], text: 'A', number: 8.5 }

describe('progress', () => {
  it('is what somebody has said, once however often, in the order in which it was begun', async () => {
    const { learner, passes } = await school()
    const { says, does, knows } = await learner()
    await says('tour', { kind: 'tour', state: 'started' })
    passes(MINUTE)
    const done = await does('tour', 'first', { kind: 'tour', state: 'completed' })
    expect(done).toMatchObject({
      ...{ contentId: 'tour', kind: 'tour', version: 1, state: 'started', score: null },
      steps: [{ id: 'first', state: 'completed', at: '2026-11-21T09:01:00.000Z' }],
      ...{ startedAt: '2026-11-21T09:00:00.000Z', completedAt: null },
    })
    passes(MINUTE)
    for (const state of ['completed', 'started', 'skipped']) {
      expect(await does('tour', 'first', { kind: 'tour', state })).toEqual(done)
    }
    await says('list', { kind: 'checklist', state: 'dismissed' })
    expect((await knows()).map(({ contentId, state }) => [contentId, state])).toEqual([
      ['tour', 'started'],
      ['list', 'dismissed'],
    ])
  })

  it('of a checklist is complete with its last task, of a tour when that is said', async () => {
    const { learner } = await school()
    const { says, does } = await learner()
    const list = await does('list', 'send', { kind: 'checklist', state: 'completed' })
    expect(list).toMatchObject({ state: 'completed', completedAt: '2026-11-21T09:00:00.000Z' })
    const tour = await does('tour', 'first', { kind: 'tour', state: 'completed' })
    expect(tour).toMatchObject({ state: 'started' })
    expect(await says('tour', { kind: 'tour', state: 'completed' })).toMatchObject({
      state: 'completed',
    })
  })

  it('of a lesson is a step of its course', async () => {
    const { learner } = await school()
    const { says } = await learner()
    expect(await says('course%2Fone', { kind: 'lesson', state: 'completed' })).toMatchObject({
      ...{ contentId: 'course', kind: 'course', state: 'completed' },
      steps: [{ id: 'course/one', state: 'completed' }],
    })
    const refused = await says('course%2Fone', { kind: 'lesson', state: 'dismissed' })
    expect(refused).toMatchObject({ code: 'invalid_input', errors: [{ path: 'state' }] })
  })

  it('counts a showing once, however often it is sent, and refuses another body under its key', async () => {
    const { learner } = await school()
    const { says } = await learner()
    const shown = { kind: 'tour', state: 'shown' }
    for (let n = 0; n < 3; n++) {
      expect(await says('tour', shown, 'a-showing-sent-again')).toMatchObject({ shown: 1 })
    }
    expect(await says('tour', shown)).toMatchObject({ shown: 2 })
    expect(
      await says('tour', { kind: 'tour', state: 'restarted' }, 'a-showing-sent-again'),
    ).toMatchObject({ code: 'idempotency_key_reused' })
  })

  it('of an older version counts no more, and comes back where the version is taken back', async () => {
    const { learner, keep, passes } = await school()
    const { says, does, knows, due } = await learner()
    const raised = (version: number) =>
      keep(sampleEducation.map((one) => (one.contentId === 'list' ? { ...one, version } : one)))
    await does('list', 'send', { kind: 'checklist', state: 'completed' })
    expect(await due()).toEqual(['tip', 'tour'])
    await raised(2)
    expect(await knows()).toMatchObject([{ version: 1, state: 'completed' }])
    expect(await due()).toEqual(['checklist', 'tip', 'tour'])
    // A page that was open before tells of what it had shown.
    await does('list', 'send', { kind: 'checklist', state: 'skipped', version: 1 })
    expect(await due()).toEqual(['checklist', 'tip', 'tour'])
    passes(MINUTE)
    expect(await says('list', { kind: 'checklist', state: 'started' })).toMatchObject({
      ...{ version: 2, state: 'started', steps: [], completedAt: null },
      startedAt: '2026-11-21T09:01:00.000Z',
    })
    await says('list', { kind: 'checklist', state: 'completed', version: 99 })
    await raised(1)
    expect(await knows()).toMatchObject([{ version: 2, state: 'completed' }])
    expect(await says('list', { kind: 'checklist', state: 'restarted' })).toMatchObject({
      ...{ version: 2, state: 'started' },
    })
  })

  it('of what is not for them, or not there, is refused by the same bytes', async () => {
    const { learner, keep } = await school()
    const [tour] = sampleEducation.filter(({ kind }) => kind === 'tour')
    const hidden = [
      { ...tour, contentId: 'for-members', audience: 'customers' },
      { ...tour, contentId: 'for-team', audience: 'team' },
      { ...tour, contentId: 'for-pro', when: { segment: 'pro' } },
      { ...tour, contentId: 'a-draft', status: 'draft' },
    ] as ContentDraft[]
    await keep([...sampleEducation, ...hidden])
    const [visitor, pro] = [await learner(), await learner({ sub: 'ada', segments: ['pro'] })]
    const body = { kind: 'tour', state: 'completed' }
    const nowhere = await visitor.ask('PUT', 'progress/nowhere', body)
    const noStep = await visitor.ask('PUT', 'progress/nowhere/steps/first', body)
    expect([nowhere.status, nowhere.reply.code]).toEqual([404, 'not_found'])
    expect(noStep.text).toBe(nowhere.text)
    for (const { contentId } of hidden) {
      expect(await visitor.ask('PUT', `progress/${contentId}`, body)).toEqual(nowhere)
      expect(await visitor.ask('PUT', `progress/${contentId}/steps/first`, body)).toEqual(noStep)
    }
    expect(await visitor.ask('PUT', 'progress/tour/steps/none', body)).toEqual(nowhere)
    expect(await visitor.ask('PUT', 'progress/list', body)).toEqual(nowhere)
    expect(await visitor.knows()).toEqual([])
    expect((await pro.ask('PUT', 'progress/for-pro', body)).status).toBe(200)
    expect((await pro.ask('PUT', 'progress/for-team', body)).status).toBe(404)
  })

  it('is nobody else’s, of one person the same everywhere, and not for a ticket token', async () => {
    const { learner, team, requester, speaking } = await school()
    const here = await learner({ sub: 'ada' })
    await here.says('tour', { kind: 'tour', state: 'completed' })
    expect(await (await learner({ sub: 'ada' })).knows()).toMatchObject([{ state: 'completed' }])
    expect(await (await learner({ sub: 'ben' })).knows()).toEqual([])
    expect(await (await learner()).knows()).toEqual([])
    const { accessToken } = await requester().opensTicket('How do I learn?')
    expect((await speaking(accessToken).ask('GET', 'progress')).status).toBe(403)
    const kim = await team('agent')
    await kim.says('list', { kind: 'checklist', state: 'started' })
    expect(await kim.knows()).toMatchObject([{ contentId: 'list' }])
  })
})

describe('what is due', () => {
  it('is to nobody in particular what anybody may see, as the content is now', async () => {
    const { fetch, keep, learner } = await school()
    const due = async () => {
      const { due } = (await (await fetch('/v1/live')).json()) as Live
      return due.map(({ id }) => id).sort()
    }
    for (const _ of [1, 2]) expect(await due()).toEqual(['list', 'tip', 'tour'])
    const [tour] = sampleEducation.filter(({ kind }) => kind === 'tour')
    const [asked, hidden] = [
      { ...tour, contentId: 'asked-for', auto: false },
      { ...tour, contentId: 'for-members', audience: 'customers' },
    ] as [ContentDraft, ContentDraft]
    await keep([asked, hidden, { ...tour, contentId: 'another' } as ContentDraft])
    expect(await due()).toEqual(['another', 'list', 'tip', 'tour'])
    expect((await (await learner({ sub: 'ada' })).due()).length).toBe(5)
  })

  it('comes back after it was left, as often as its author says', async () => {
    const { learner } = await school()
    const { says, due } = await learner()
    for (const state of ['shown', 'skipped']) await says('tour', { kind: 'tour', state })
    expect(await due()).toContain('tour')
    await says('tour', { kind: 'tour', state: 'shown' })
    expect(await due()).not.toContain('tour')
    await says('tip', { kind: 'tip', state: 'dismissed' })
    await says('list', { kind: 'checklist', state: 'dismissed' })
    expect(await due()).toEqual([])
  })
})

it('has a budget of its own: a tour keeps nobody from asking', async () => {
  const { learner, speaking } = await school(undefined, false)
  const { token, ask } = await learner()
  const states: number[] = []
  for (let n = 0; n < 241; n++) {
    states.push((await ask('PUT', 'progress/tip', { kind: 'tip', state: 'started' })).status)
  }
  expect([states.filter((status) => status === 200).length, states.at(-1)]).toEqual([240, 429])
  const asked = { subject: 'Help', message: 'Where am I?' }
  expect((await speaking(token).ask('POST', 'tickets', asked)).status).toBe(201)
})

describe('a visitor who gets a name', () => {
  it('keeps what was done before: the further state, the earliest moment', async () => {
    const { learner, passes } = await school()
    const visitor = await learner()
    await visitor.does('tour', 'first', { kind: 'tour', state: 'completed' })
    await visitor.answers({ answers: right })
    passes(MINUTE)
    const before = await learner({ sub: 'ada' })
    await before.says('tour', { kind: 'tour', state: 'skipped' })
    await before.says('list', { kind: 'checklist', state: 'started' })

    const named = await learner({ sub: 'ada' }, { visitorToken: visitor.token })
    const known = new Map((await named.knows()).map((one) => [one.contentId, one]))
    expect(known.get('tour')).toMatchObject({
      ...{ state: 'skipped', startedAt: '2026-11-21T09:00:00.000Z' },
      steps: [{ id: 'first', state: 'completed' }],
    })
    expect(known.get('course')).toMatchObject({ state: 'completed', score: { right: 5, of: 5 } })
    expect([...known.keys()].sort()).toEqual(['course', 'list', 'tour'])
    expect(await visitor.knows()).toEqual([])
    expect(await (await learner({ sub: 'ada' })).knows()).toHaveLength(3)
  })

  it('gets nothing of somebody with a name, of another site, or of no session', async () => {
    const { learner, fetch } = await school()
    const ada = await learner({ sub: 'ada' })
    await ada.says('tour', { kind: 'tour', state: 'completed' })
    const elsewhere = await fetch('/v1/sessions?site=other', { method: 'POST', body: '{}' })
    const { token } = (await elsewhere.json()) as { token: string }
    for (const visitorToken of [ada.token, token, 'wps_nothing']) {
      const ben = await learner({ sub: 'ben' }, { visitorToken })
      expect(await ben.knows()).toEqual([])
    }
    expect(await ada.knows()).toHaveLength(1)
  })
})

describe('a quiz', () => {
  it('says of an answer what is right and why, and of nothing else', async () => {
    const { learner } = await school()
    const { answers, knows } = await learner()
    const first = await answers({ answers: { one: 'b' } })
    expect(first).toMatchObject({
      results: [{ questionId: 'one', isRight: false, given: 'b', right: 'a', anchor: 'there' }],
      ...{ right: 0, of: 5, passed: null },
    })
    expect(first.results[0]?.feedback).toMatchObject([{ type: 'paragraph' }])
    // The first answer to each question counts.
    const { id: attemptId } = first
    const whole = await answers({ attemptId, answers: right })
    expect(whole).toMatchObject({ id: attemptId, right: 4, of: 5, passed: true })
    expect(whole.results.map(({ isRight }) => isRight)).toEqual([false, true, true, true, true])
    expect(await knows()).toMatchObject([{ state: 'completed', score: { right: 4, of: 5 } }])
  })

  it('is failed, then passed: the best counts, and the lesson is done', async () => {
    const { learner } = await school()
    const { answers, knows } = await learner()
    const wrong = { one: 'b', several: [], ordering: ['b', 'a'], text: 'b', number: 8 }
    expect(await answers({ answers: wrong })).toMatchObject({ right: 1, passed: false })
    expect(await knows()).toMatchObject([{ state: 'started', score: { right: 1, of: 5 } }])
    await answers({ answers: right })
    await answers({ answers: wrong })
    expect(await knows()).toMatchObject([{ state: 'completed', score: { right: 5, of: 5 } }])
  })

  it('is answered once by a retry, and by nobody for somebody else', async () => {
    const { learner } = await school()
    const { answers } = await learner()
    const key = 'an-attempt-sent-again'
    const { id: attemptId } = await answers({ answers: { one: 'a' } }, key)
    expect(await answers({ answers: { one: 'a' } }, key)).toMatchObject({ id: attemptId })
    expect(await answers({ answers: { one: 'b' } }, key)).toMatchObject({
      code: 'idempotency_key_reused',
    })
    const other = await learner()
    expect(await other.answers({ attemptId, answers: {} })).toMatchObject({
      ...{ code: 'invalid_input', errors: [{ path: 'attemptId' }] },
    })
    expect(await answers({ answers: { nowhere: 'a' } })).toMatchObject({
      ...{ code: 'invalid_input', errors: [{ path: 'answers.nowhere' }] },
    })
  })

  it('is kept for the last fifty tries alone', async () => {
    const { learner, world } = await school()
    const { id, answers } = await learner({ sub: 'ada' })
    for (let n = 0; n < 52; n++) await answers({ answers: {} })
    const kept = await world.storage.transaction((tx) =>
      tx.attempts.count('learner', `tidemark|${id}`),
    )
    expect(kept).toBe(50)
  })
})

describe('the team learns', () => {
  it('who has begun and done what, where people stop, and which questions are hard', async () => {
    const { learner, team, passes } = await school()
    const [ada, ben, nobody] = [
      await learner({ sub: 'ada', segments: ['pro'] }),
      await learner({ sub: 'ben' }),
      await learner(),
    ]
    for (const one of [ada, ben, nobody]) {
      await one.does('tour', 'first', { kind: 'tour', state: 'completed' })
    }
    await ada.says('tour', { kind: 'tour', state: 'completed' })
    await ben.says('tour', { kind: 'tour', state: 'skipped' })
    await ada.answers({ answers: { one: 'a', text: 'b' } })
    await ada.answers({ answers: { text: 'a' } })
    passes(24 * 60 * MINUTE)
    await nobody.answers({ answers: { one: 'b' } })

    const author = await team('author')
    const read = async (query = '') =>
      (await author.ask<List<ContentInsight>>('GET', `agent/education/progress${query}`)).reply
        .items
    const [tour, course] = await read()
    expect(tour).toMatchObject({
      ...{ contentId: 'tour', title: 'A tour', started: 3, completed: 1, skipped: 1 },
      groups: [
        { locale: 'en', learners: 'visitor', started: 1, completed: 0 },
        { locale: 'en', learners: 'customer', started: 2, completed: 1 },
      ],
      steps: [{ id: 'first', title: 'Here', reached: 3, completed: 3, stopped: 2 }],
    })
    const numbers = course?.questions.map(({ id, answered, right }) => [id, answered, right])
    expect(numbers?.filter(([, answered]) => answered)).toEqual([
      ['one', 2, 1],
      ['text', 1, 0],
    ])
    expect((await read('?audience=segment:pro'))[0]).toMatchObject({ started: 1, completed: 1 })
    expect((await read('?locale=sv'))[0]).toMatchObject({ started: 0, steps: [{ reached: 0 }] })
    expect((await read('?kind=course&from=2026-11-22'))[0]).toMatchObject({ started: 1 })
    expect(await read('?kind=course')).toHaveLength(1)
    expect((await nobody.ask('GET', 'agent/education/progress')).status).toBe(403)
  })

  it('in which language something was begun, where a change does not say it again', async () => {
    const { learner, team, keep } = await school()
    const tours = sampleEducation.filter(({ kind }) => kind === 'tour')
    await keep(tours.map((tour) => ({ ...tour, locale: 'sv', title: 'En rundtur' })))
    const { ask, says } = await learner()
    await ask('PUT', 'progress/tour?locale=sv-FI', { kind: 'tour', state: 'started' })
    await says('tour', { kind: 'tour', state: 'completed' })
    const author = await team('author')
    const read = `agent/education/progress?kind=tour&locale=sv`
    expect((await author.ask<List<ContentInsight>>('GET', read)).reply.items).toMatchObject([
      { title: 'En rundtur', groups: [{ locale: 'sv', learners: 'visitor', completed: 1 }] },
    ])
  })

  it('who is how far, by an export for leads that the audit log knows of', async () => {
    const { learner, team, world } = await school()
    const { id, answers, says } = await learner({ sub: 'ada' })
    await answers({ answers: { one: 'a' } })
    await says('tour', { kind: 'tour', state: 'completed' })
    expect((await (await team('agent')).ask('GET', 'exports/progress')).status).toBe(403)
    const lead = await team('lead')
    const page = (await lead.ask<List<ProgressExport>>('GET', 'exports/progress?limit=1')).reply
    expect(page.items).toMatchObject([
      {
        learner: { id, kind: 'customer', subject: 'ada', audiences: ['customers'] },
        progress: { contentId: 'course' },
        attempts: [{ lessonId: 'course/one', answers: [{ questionId: 'one', isRight: true }] }],
      },
    ])
    const rest = `exports/progress?limit=1&cursor=${page.nextCursor}`
    expect((await lead.ask<List<ProgressExport>>('GET', rest)).reply).toMatchObject({
      ...{ items: [{ progress: { contentId: 'tour' }, attempts: [] }], nextCursor: null },
    })
    const audit = await world.storage.transaction((tx) => tx.audit.list('all', '', { limit: 100 }))
    const deeds = audit.items.map(({ deed }) => deed)
    expect(deeds.filter((deed) => deed === 'progress.exported')).toHaveLength(1)
  })
})

describe('what somebody has learnt', () => {
  const folders = lowdbWorld()

  it('is told and erased with them, to the last byte of the folder', async () => {
    const folder = folders.newFolder()
    const storage = await folders.open(folder)
    const { learner, world, close } = await school(storage)
    const visitor = await learner()
    await visitor.answers({ answers: { text: 'my zebrafinch' } })
    const { id, says } = await learner({ sub: 'ada' }, { visitorToken: visitor.token })
    await says('tour', { kind: 'tour', state: 'completed' })
    await storage.checkpoint()
    expect(filesWith(folder, 'zebrafinch')).not.toEqual([])
    const { about } = await world.people.export('operator', id)
    expect(JSON.stringify(about.attempts)).toContain('zebrafinch')
    expect(about.progress).toHaveLength(2)
    expect(await world.people.erase('operator', id)).toMatchObject({ progress: 2, attempts: 1 })
    expect(filesWith(folder, 'zebrafinch')).toEqual([])
    expect(await storage.transaction((tx) => tx.progress.count('site', 'tidemark'))).toBe(0)
    await close()
  })

  it('without a name goes with the person who asked in that browser, and with the session', async () => {
    const { learner, world, client, fetch } = await school()
    const visitor = await learner()
    await visitor.says('tour', { kind: 'tour', state: 'started' })
    const asked = client({ tokens: { get: () => visitor.token, set() {} } })
    const { ticket } = await asked.tickets.create({ subject: 'Help', message: 'Where?' })
    expect(await visitor.knows()).toHaveLength(1)
    const { requesterId } = await world.storage.transaction((tx) => tx.tickets.get(ticket.id))
    expect(await world.people.erase('operator', requesterId)).toMatchObject({ progress: 1 })

    const other = await learner()
    await other.says('tip', { kind: 'tip', state: 'completed' })
    const headers = { Authorization: `Bearer ${other.token}` }
    await fetch('/v1/sessions/current', { method: 'DELETE', headers })
    const left = await world.storage.transaction((tx) => tx.progress.count('site', 'tidemark'))
    expect(left).toBe(0)
  })
})
