import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, createOrders } from '@waypost/sdk/client'
import type { Form } from '@waypost/sdk/contract'
import type { RunningServer } from '@waypost/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startOrdersDesk } from './server/orders-desk.js'
import { siteKey, startTidemark } from './server/start-tidemark.js'

const locales = ['en', 'sv', 'da', 'nb', 'uk']

describe('what Tidemark asks', () => {
  const data = mkdtempSync(join(tmpdir(), 'tidemark-form-'))
  let server: RunningServer

  beforeAll(async () => {
    server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: '1' }, port: '0' })
  }, 60_000)
  afterAll(async () => {
    await server?.close()
    rmSync(data, { recursive: true, force: true })
  })

  const visitor = (locale?: string, person?: 'ada' | 'oleh') =>
    createClient({
      ...{ baseUrl: server.url, site: siteKey, ...(locale && { locale }) },
      ...(person && { getToken: () => identityOf(person) }),
    })

  async function identityOf(person: string) {
    const headers = { Cookie: `tidemark_person=${person}` }
    return (await fetch(`${server.url}/demo/identity`, { headers })).text()
  }

  it('is asked in five languages, with hours, consent and a page on privacy', async () => {
    const forms = await Promise.all(
      locales.map(async (tag) => [tag, await visitor(tag).settings()]),
    )
    const said = new Map(
      forms as [string, Awaited<ReturnType<ReturnType<typeof visitor>['settings']>>][],
    )
    const english = wordsOf(said.get('en')?.form)
    for (const [tag, { form, hours }] of said) {
      const words = wordsOf(form)
      expect(words).toHaveLength(english.length)
      // Some words are the same in two languages, no field and no box is English in another.
      if (tag !== 'en')
        expect(
          words.filter((text) => english.includes(text)),
          tag,
        ).toEqual([])
      const privacy = await fetch(form.privacyUrl ?? '')
      expect(privacy.status).toBe(200)
      expect(hours).toMatchObject({ timeZone: 'Europe/Stockholm' })
    }
  })

  it('picks the order from those that its own server tells, and wants to know what is wrong', async () => {
    const ada = visitor('da', 'ada')
    await ada.session.start()
    const [newest, order] = (await createOrders(ada).list({ locale: 'da' })).items
    expect([newest?.id, order?.title]).toEqual(['TS-2057', 'Kortlæser, blågrøn'])
    const { token } = await server.world.agents.add({ email: 'kim@tidemark.test', role: 'agent' })
    const about = { subject: 'Revnet', message: 'Skærmen', kind: 'order', consent: true } as const
    const fields = { order: 'TS-2041', plan: 'Solo' }
    const opening = ada.tickets.create({ ...about, fields, ...(order && { order }) })
    await expect(opening).rejects.toMatchObject({
      errors: [{ path: 'fields.matter', code: 'required' }],
    })
    const opened = await ada.tickets.create({
      ...about,
      ...(order && { order }),
      fields: { ...fields, matter: 'late' },
      context: { locale: 'da' },
    })
    const headers = { Authorization: `Bearer ${token}` }
    const path = `${server.url}/v1/agent/tickets/${opened.ticket.id}`
    expect(await (await fetch(path, { headers })).json()).toMatchObject({
      order: { id: 'TS-2041', title: 'Kortlæser, blågrøn', verified: true },
      answers: [
        { label: 'Which order?', value: 'TS-2041' },
        { label: 'What is wrong?', chosen: ['It has not arrived'] },
        { label: 'Plan', value: 'Solo' },
      ],
    })
    const oleh = visitor('uk', 'oleh')
    await oleh.session.start()
    expect((await createOrders(oleh).list()).items.map(({ id }) => id)).toEqual(['TS-2049'])
  })

  it('tells orders to Waypost alone', async () => {
    const desk = await startOrdersDesk('a secret of the desk and nobody else')
    const body = JSON.stringify({ data: { customer: { subject: 'usr_ada' }, orderId: null } })
    const headers = { 'webhook-id': 'x', 'webhook-timestamp': `${Math.floor(Date.now() / 1000)}` }
    for (const more of [{}, { ...headers, 'webhook-signature': 'v1,AAAA' }]) {
      const answer = await fetch(desk.url, { method: 'POST', body, headers: more })
      expect(answer.status).toBe(401)
      expect(await answer.text()).not.toContain('TS-')
    }
    await desk.close()
  })
})

/** Everything of a form that is written in a language. */
function wordsOf(form: Form | undefined): string[] {
  const { fields = [], consent } = form ?? {}
  return [consent?.text ?? '', ...fields.map(({ label }) => label)]
}
