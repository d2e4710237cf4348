import type { PersonExport } from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import type { ContentDraft } from '../domain/education/content.js'
import { asWorks, sampleEducation } from './education.test.kit.js'
import { portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const identity = { issuer: 'https://tidemark.test', keys: [{ alg: 'HS256' as const, secret }] }
const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
const email = 'ada@example.com'

const lesson = { kind: 'lesson', id: 'course/one' } as const
const card = { ...lesson, locale: 'sv', title: 'Ett', minutes: 3 }
const url = 'http://waypost.test/help/sv/courses/course/one'
const swedish = (more: Partial<ContentDraft> = {}) =>
  sampleEducation.flatMap((one) => [
    { ...one, ...more } as ContentDraft,
    {
      ...one,
      locale: 'sv',
      ...(one.kind === 'lesson' && { title: 'Ett' }),
      ...more,
    } as ContentDraft,
  ])

/** A customer with a ticket in Swedish, one of the team, and something to learn. */
async function asked(more?: Partial<ContentDraft>) {
  const world = await supportWorld({ config: { sites: [{ key: 'tidemark', identity }] } })
  const keep = (drafts: readonly ContentDraft[]) =>
    world.world.shelf.keep('tidemark', 'team', asWorks(drafts))
  await keep(swedish(more))
  const identityToken = await signIdentity(
    { sub: 'ada', email, email_verified: true, segments: ['pro'] },
    { secret, siteKey: 'tidemark', issuer: identity.issuer, clock },
  )
  const ada = world.requester()
  await ada.client.session.start({ identityToken })
  const { ticket } = await ada.client.tickets.create({
    ...{ subject: 'How?', message: 'Tell me.', context: { locale: 'sv' } },
  })
  const kim = await world.agent()
  const messages = async (locale?: string) =>
    (await ada.client.tickets.messages(ticket.id, locale ? { locale } : {})).items
  return { world, keep, ada, kim, ticket, messages }
}

describe('a reply that carries something to learn', () => {
  it('shows it in the language of its reader: in the API, the portal, the mail and the export', async () => {
    const { world, kim, ticket, messages } = await asked()
    const list = { kind: 'checklist', id: 'list' } as const
    const contents = [lesson, list, lesson]
    const sent = await kim.client.tickets.reply(ticket.id, { message: 'Read this:', contents })
    expect(sent.contents?.map(({ id }) => id)).toEqual(['course/one', 'list'])
    const [, reply] = await messages()
    expect(reply?.contents).toEqual([
      { ...card, url },
      { ...list, locale: 'sv', title: 'A list', minutes: 4, url: null },
    ])
    expect((await messages('en'))[1]?.contents?.[0]).toMatchObject({ locale: 'en', title: 'One' })
    expect((await messages())[0]).not.toHaveProperty('contents')

    world.passes(60_000)
    const mail = (await world.mails()).at(-1)
    expect(mail?.text).toContain(`Lektion: Ett, 3 min\n${url}`)
    expect(mail?.html).toContain(`href="${url}"`)
    expect(mail?.text).not.toContain('A list')
    const [, link = ''] = /\/mail\/(\S+)/.exec(mail?.text ?? '') ?? []
    const { page } = await portalVisitor(world).reads(`/help/en/requests/${link}`)
    expect(page).toContain('href="/help/en/courses/course/one"')
    expect(page).toContain('Lesson: One')

    const admin = await world.agent('admin')
    const { requesterId } = await kim.client.tickets.get(ticket.id)
    const left = await world.fetch(`/v1/agent/customers/${requesterId}/export`, {
      headers: { Authorization: `Bearer ${admin.token}` },
    })
    expect(JSON.stringify((await left.json()) as PersonExport)).toContain(
      '"contents":[{"kind":"lesson"',
    )
  })

  it('is refused where the requester cannot see it, and says which and what to do', async () => {
    const { kim, ticket, messages } = await asked({ audience: 'segment:pro' })
    const beta = { kind: 'course', id: 'course/one' } as const
    const contents = [lesson, beta, { kind: 'tour', id: 'nowhere' } as const]
    await expect(
      kim.client.tickets.reply(ticket.id, { message: 'Read this:', contents }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      detail: expect.stringMatching(/correct/),
      errors: [
        { path: 'contents.1.id', code: 'not_an_option' },
        { path: 'contents.2.id', code: 'not_an_option' },
      ],
    })
    expect(await messages()).toHaveLength(1)
    // In their segment they may see it, and be sent it.
    await kim.client.tickets.reply(ticket.id, { message: 'Read this:', contents: [lesson] })
    expect((await messages())[1]?.contents).toMatchObject([card])
  })

  it('leaves out what its reader may not see any more, and tells none of it to a mere link', async () => {
    const { world, keep, kim, ticket, messages } = await asked({ audience: 'segment:pro' })
    await kim.client.tickets.reply(ticket.id, { message: 'Read this:', contents: [lesson] })
    world.passes(60_000)
    expect((await world.mails()).at(-1)?.text).not.toContain('Ett')
    expect((await kim.client.tickets.messages(ticket.id)).items[1]?.contents).toHaveLength(1)
    await keep(swedish({ audience: 'segment:other' }))
    expect((await messages())[1]).not.toHaveProperty('contents')
  })

  it('leads to a lesson whose id holds a slash', async () => {
    const { world, keep, kim, ticket, messages } = await asked()
    const id = 'course/part/one'
    await keep(
      sampleEducation.map((one) => {
        if (one.kind === 'lesson') return { ...one, contentId: id }
        if (one.kind !== 'course') return one
        return { ...one, lessons: one.lessons.map((part) => ({ ...part, id })) }
      }),
    )
    await kim.client.tickets.reply(ticket.id, {
      ...{ message: 'Read this:', contents: [{ kind: 'lesson', id }] },
    })
    const path = '/help/en/courses/course/part%2Fone'
    expect((await messages())[1]?.contents).toMatchObject([{ url: `http://waypost.test${path}` }])
    expect((await world.fetch(path)).status).toBe(200)
    world.passes(60_000)
    const [, link = ''] = /\/mail\/(\S+)/.exec((await world.mails()).at(-1)?.text ?? '') ?? []
    const { page } = await portalVisitor(world).reads(`/help/en/requests/${link}`)
    expect(page).toContain(`href="${path}"`)
  })

  it('leads nobody of another site into the help centre, which is that of the first', async () => {
    const world = await supportWorld({
      config: { sites: [{ key: 'tidemark', identity }, { key: 'other' }] },
    })
    await world.world.shelf.keep('other', 'team', asWorks(sampleEducation))
    const { client } = world.requester({ site: 'other' })
    const { ticket } = await client.tickets.create({ subject: 'How?', message: 'Tell me.' })
    const { token } = await world.agent()
    const sent = await world.fetch(`/v1/agent/tickets/${ticket.id}/messages?site=other`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: 'Read this:', contents: [lesson] }),
    })
    const without = [{ ...lesson, locale: 'en', title: 'One', minutes: 3, url: null }]
    expect(await sent.json()).toMatchObject({ contents: without })
    expect((await client.tickets.messages(ticket.id)).items[1]?.contents).toEqual(without)
  })
})
