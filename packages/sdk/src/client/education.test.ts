import { describe, expect, it } from 'vitest'
import { createClient } from './client.js'
import { createEducation } from './education.js'

/** A server that writes down what it is asked, by whom, and with which key. */
function learning(answer = () => Response.json({})) {
  const sent: { call: string; token: string | null; key: string | null; body: unknown }[] = []
  const client = createClient({
    baseUrl: 'https://help.test',
    sleep: async () => {},
    fetch: (url, { method = 'GET', body, headers: given }) => {
      const { pathname, search } = new URL(url)
      const headers = new Headers(given)
      sent.push({
        call: `${method} ${pathname}${search}`,
        token: headers.get('authorization'),
        key: headers.get('idempotency-key'),
        body: body && JSON.parse(`${body}`),
      })
      return pathname.endsWith('/sessions') ? Response.json({ token: 'wps_1' }) : answer()
    },
  })
  return { sent, calls: () => sent.map(({ call }) => call), ...createEducation(client) }
}

describe('the education of a client', () => {
  it('is read without a session, in the language that is asked for', async () => {
    const { get, course, lesson, progress, calls } = learning()
    await get({ locale: 'sv' })
    await course('basics')
    await lesson('basics/first steps')
    await progress.list()
    expect(calls()).toEqual([
      'GET /v1/education?locale=sv',
      'GET /v1/courses/basics',
      'GET /v1/lessons/basics%2Ffirst%20steps',
      'GET /v1/progress',
    ])
  })

  it('starts a session with the first thing that is done, and names the deed', async () => {
    const { progress, attempt, sent } = learning()
    const idempotencyKey = 'a-key-of-sixteen-or-more'
    await progress.setStep(
      'paid',
      'bank',
      { kind: 'checklist', state: 'completed' },
      { idempotencyKey },
    )
    await progress.set('paid', { kind: 'checklist', state: 'dismissed' })
    await attempt('basics/a', { answers: { q1: 'b' } }, { locale: 'da' })
    expect(sent.map(({ call, token }) => [call, token])).toEqual([
      ['POST /v1/sessions', null],
      ['PUT /v1/progress/paid/steps/bank', 'Bearer wps_1'],
      ['PUT /v1/progress/paid', 'Bearer wps_1'],
      ['POST /v1/lessons/basics%2Fa/attempts?locale=da', 'Bearer wps_1'],
    ])
    expect(sent[1]).toMatchObject({ key: idempotencyKey, body: { state: 'completed' } })
    expect(sent[3]?.body).toEqual({ answers: { q1: 'b' } })
  })

  it('has nothing to say of who has no session, and hides no other refusal', async () => {
    const refuse = (status: number, code: string) => () =>
      Response.json({ code }, { status, headers: { 'content-type': 'application/problem+json' } })
    const { progress } = learning(refuse(401, 'unauthenticated'))
    expect(await progress.list()).toEqual({ items: [], nextCursor: null })
    const forbidden = learning(refuse(403, 'forbidden'))
    await expect(forbidden.progress.list()).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('says of a whole content that it is done, or of a step of it', async () => {
    const { progress, sent } = learning()
    await progress.complete('checklist', 'paid', { step: 'bank', locale: 'da' })
    await progress.complete('tour', 'first-invoice')
    expect(sent.slice(1).map(({ call, body }) => [call, body])).toEqual([
      ['PUT /v1/progress/paid/steps/bank?locale=da', { kind: 'checklist', state: 'completed' }],
      ['PUT /v1/progress/first-invoice', { kind: 'tour', state: 'completed' }],
    ])
  })
})
