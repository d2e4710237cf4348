import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  AgentRole,
  Education,
  List,
  Manuscript,
  ManuscriptSummary,
  Problem,
  SavedManuscript,
  SearchResults,
  Settings,
} from '@waypost/sdk/contract'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createContentReader } from '../adapters/content/content-folder.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import { createContentSync } from '../app/content-sync.js'
import { silentLogger } from '../foundation/logger.js'
import { supportWorld } from './support-world.js'

const tour = {
  title: { en: 'Your first invoice', sv: 'Din första faktura' },
  when: { any: [{ url: '/invoices' }, { segment: 'secret' }] },
  steps: [
    {
      id: 'new',
      title: { en: 'Start here', sv: 'Börja här' },
      body: { en: 'Press **New**.', sv: 'Tryck på **Ny**.' },
      anchor: { testId: 'new-invoice' },
    },
  ],
}
const lesson = (id: string, title: string) => ({
  ...{ id, title, body: `# ${title}\n\nTen days are usual.` },
  quiz: {
    questions: [{ id: 'q', kind: 'one', text: '?', options: [{ text: 'A', right: true }, 'B'] }],
  },
})
const course = { title: 'Get paid', lessons: [lesson('terms', 'Terms')] }

async function desk() {
  const world = await supportWorld({ config: { sites: [{ key: 'one' }] } })
  onTestFinished(() => world.close())
  const read = async <T>(path: string, token?: string) => {
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
    return (await (await world.fetch(`/v1/${path}`, { headers })).json()) as T
  }

  async function author(role: AgentRole = 'author') {
    const { token } = await world.agent(role)
    const call = async <T>(method: string, path: string, body?: object, revision?: number) => {
      const answer = await world.fetch(`/v1/agent/education/manuscripts${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body && { 'Content-Type': 'application/json' }),
          ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return {
        status: answer.status,
        reply: (text ? JSON.parse(text) : {}) as T & Pick<Problem, 'code' | 'errors'>,
      }
    }
    const at = (id: string, locale?: string) =>
      `/${encodeURIComponent(id)}${locale ? `?locale=${locale}` : ''}`
    return {
      token,
      list: async (query = '') => (await call<List<ManuscriptSummary>>('GET', query)).reply.items,
      reads: (id: string, locale?: string) => call<Manuscript>('GET', at(id, locale)),
      writes: (
        id: string,
        kind: string,
        content: object,
        more: { locale?: string; revision?: number } = {},
      ) => call<SavedManuscript>('PUT', at(id, more.locale), { kind, content }, more.revision),
      deletes: (id: string, revision?: number, locale?: string) =>
        call('DELETE', at(id, locale), undefined, revision),
    }
  }

  return { ...world, read, author }
}

describe('authoring', () => {
  it('writes a tour in all its languages: readers have it at once, without what is not theirs', async () => {
    const { author, read, world } = await desk()
    const { writes, reads, list } = await author()
    expect((await read<Settings>('settings')).education).toBe(false)
    expect(await writes('first', 'tour', tour)).toMatchObject({
      status: 200,
      reply: {
        ...{ id: 'first', kind: 'tour', locale: null, title: 'Your first invoice', revision: 1 },
        ...{ status: 'published', audience: 'public', source: 'team', warnings: [] },
      },
    })
    const { tours } = await read<Education>('education?locale=sv')
    expect(tours).toMatchObject([
      {
        ...{ id: 'first', title: 'Din första faktura', when: { url: '/invoices' } },
        steps: [{ title: 'Börja här', body: [{ type: 'paragraph' }] }],
      },
    ])
    // What is read is what was written.
    expect((await reads('first')).reply.content).toEqual(tour)
    const archived = { ...tour, status: 'archived' }
    expect((await writes('first', 'tour', archived, { revision: 1 })).reply.revision).toBe(2)
    await world.searchCaughtUp()
    expect((await read<Education>('education')).tours).toEqual([])
    expect(await list('?status=archived&kind=tour')).toMatchObject([{ id: 'first' }])
    expect(await list('?status=published')).toEqual([])
  })

  it('writes a course with its lessons, and each of them by itself', async () => {
    const { author, read, world } = await desk()
    const { writes, reads, deletes } = await author()
    expect(await writes('paid', 'course', course)).toMatchObject({
      reply: { errors: [{ path: 'locale', code: 'required' }] },
    })
    expect((await writes('paid', 'course', course, { locale: 'en' })).status).toBe(200)
    const { id: _, ...reminders } = lesson('', 'Reminders')
    const more = { locale: 'en', revision: 1 }
    const added = await writes('paid/reminders', 'lesson', reminders, more)
    expect(added.reply).toMatchObject({ id: 'paid/reminders', kind: 'lesson', revision: 2 })
    expect((await reads('paid/reminders', 'en')).reply.content).toEqual(reminders)
    expect((await read<Settings>('settings')).education).toBe(true)
    await world.searchCaughtUp()
    const found = await read<SearchResults>('search?q=reminders')
    expect(found.learning).toMatchObject([
      ...[
        { kind: 'lesson', id: 'paid/reminders' },
        { kind: 'course', id: 'paid' },
      ],
    ])

    const wrong = { ...reminders, quiz: { questions: [] } }
    expect(
      (await writes('paid/reminders', 'lesson', wrong, { ...more, revision: 2 })).reply,
    ).toMatchObject({ errors: [{ path: 'content.quiz.questions', code: 'invalid' }] })
    expect((await deletes('paid/terms', 2, 'en')).status).toBe(204)
    expect(await read<Problem>('lessons/paid%2Fterms')).toMatchObject({ code: 'not_found' })
    expect((await reads('paid', 'en')).reply).toMatchObject({
      ...{ revision: 3, content: { title: 'Get paid', lessons: [{ id: 'reminders' }] } },
    })
    expect((await deletes('paid/reminders', 3, 'en')).reply.errors?.[0]?.message).toMatch(
      /at least one lesson/,
    )
    expect((await deletes('paid', 3, 'en')).status).toBe(204)
    await world.searchCaughtUp()
    expect((await read<SearchResults>('search?q=reminders')).learning).toBeUndefined()
    expect((await read<Settings>('settings')).education).toBe(false)
  })

  it.each([
    ['tour', { ...tour, audiance: 'team' }, 'content.audiance', 'The key "audiance" is not known'],
    ['tour', { ...tour, title: undefined }, 'content.title', 'title is missing.'],
    [
      'tour',
      { ...tour, steps: [...tour.steps, ...tour.steps] },
      'content.steps.1.id',
      'The id "new" is taken in steps[1].id; give one of the two another.',
    ],
    ['tip', { title: 'T', body: 'B', anchor: {} }, 'content.anchor', 'a way to find it'],
    ['tour', { ...tour, when: { sgement: 'x' } }, 'content.when.sgement', 'is no condition'],
    ['checklist', { title: 'T', tasks: 'x' }, 'content.tasks', 'tasks must be a list.'],
    ['course', { title: 'T' }, 'content.lessons', 'no lessons'],
    ['course', { title: 'T', lessons: [7, {}] }, 'content.lessons.0.title', 'title is missing.'],
    [
      'course',
      { ...course, lessons: [lesson('a', 'A'), lesson('a', 'B')] },
      'content.lessons.1.id',
      'is taken in lessons[1].id',
    ],
    [
      'course',
      { ...course, lessons: [lesson('a', 'A'), lesson('x'.repeat(199), 'B')] },
      'content.lessons.1.id',
      'has at most 200 characters',
    ],
    ['tip', { title: 'T', body: { en: 'B', 'not a tag': 'C' } }, 'content.body.*', 'language tag'],
  ])(
    'says of a wrong %s where and what, in the words of the files, and keeps nothing',
    async (kind, content, path, words) => {
      const { author, read } = await desk()
      const { writes, list } = await author()
      const { status, reply } = await writes('x', kind, content, { locale: 'en' })
      expect([status, reply.code]).toEqual([422, 'invalid_input'])
      expect(reply.errors).toContainEqual(
        expect.objectContaining({ path, message: expect.stringContaining(words) }),
      )
      expect(await list()).toEqual([])
      expect(await read<Education>('education')).toMatchObject({ tours: [], tips: [], courses: [] })
    },
  )

  it('takes back a course of many long lessons that it gave out, and one that is too long for all', async () => {
    const { writes, reads } = await (await desk()).author()
    const long = (count: number) => ({
      title: 'Long',
      lessons: Array.from({ length: count }, (_, at) => ({
        ...{ id: `l${at}`, title: `${at}`, body: 'Ten days are usual. '.repeat(4_000) },
      })),
    })
    const more = { locale: 'en' }
    expect(await writes('long', 'course', long(20), more)).toMatchObject({ status: 200 })
    const { content, revision } = (await reads('long', 'en')).reply
    const archived = { ...content, status: 'archived' }
    expect(await writes('long', 'course', archived, { ...more, revision })).toMatchObject({
      status: 200,
    })
    expect(await writes('longest', 'course', long(60), more)).toMatchObject({
      status: 413,
      reply: { code: 'payload_too_large' },
    })
  })

  it('takes nothing that is deeper than anybody can follow', async () => {
    const { writes } = await (await desk()).author()
    const told = async (depth: number) => {
      const when = JSON.parse(`${'{"not":'.repeat(depth)}{"signedIn":true}${'}'.repeat(depth)}`)
      return (await writes('x', 'tour', { ...tour, when })).reply.errors
    }
    expect(await told(20)).toMatchObject([{ message: expect.stringContaining('10 deep') }])
    expect(await told(3_000)).toEqual([{ path: 'content', code: 'too_complex' }])
  })

  it('takes what it warns of', async () => {
    const { writes } = await (await desk()).author()
    const half = {
      title: { en: 'Due', sv: 'Förfaller' },
      anchor: { testId: 'x' },
      body: { en: 'B' },
    }
    const { status, reply } = await writes('due', 'tip', half)
    expect([status, reply.warnings]).toEqual([
      200,
      [{ path: 'content.body', message: expect.stringContaining('not written in sv') }],
    ])
  })

  it('writes over nothing that its author has not read', async () => {
    const { writes, deletes } = await (await desk()).author()
    await writes('first', 'tour', tour)
    const other = { ...tour, title: 'Another' }
    const stale = { status: 409, reply: { code: 'content_changed' } }
    expect(await writes('first', 'tour', other)).toMatchObject(stale)
    // An answer that was lost: the same again is no other.
    expect(await writes('first', 'tour', tour)).toMatchObject({ reply: { revision: 1 } })
    expect(await writes('first', 'tour', other, { revision: 1 })).toMatchObject({
      reply: { revision: 2 },
    })
    expect(await deletes('first', 1)).toMatchObject(stale)
    expect(await deletes('first')).toMatchObject(stale)
    expect((await deletes('first', 2)).status).toBe(204)
    expect((await deletes('first', 2)).status).toBe(404)
    expect(await writes('first', 'tour', tour, { revision: 2 })).toMatchObject(stale)
  })

  it('gives an id to one content of the site, whatever its kind', async () => {
    const { writes } = await (await desk()).author()
    await writes('paid', 'course', course, { locale: 'en' })
    const refused = { status: 422, reply: { errors: [{ path: 'id' }] } }
    expect(await writes('paid', 'tour', tour)).toMatchObject(refused)
    expect(await writes('paid/terms', 'tour', tour)).toMatchObject(refused)
    expect(await writes('.hidden', 'tour', tour)).toMatchObject(refused)
    expect(await writes('no/course', 'lesson', {}, { locale: 'en' })).toMatchObject(refused)
    expect((await writes('paid', 'course', course, { locale: 'sv' })).status).toBe(200)
  })

  it('is for authors, leads and admins; all of the team reads, and what was done is noted', async () => {
    const { author, world } = await desk()
    const [agent, lead] = [await author('agent'), await author('lead')]
    expect((await agent.writes('first', 'tour', tour)).status).toBe(403)
    expect((await lead.writes('first', 'tour', { ...tour, status: 'draft' })).status).toBe(200)
    expect((await agent.reads('first')).status).toBe(200)
    expect((await agent.deletes('first', 1)).status).toBe(403)
    expect((await lead.deletes('first', 1)).status).toBe(204)
    const entries = await world.storage.transaction((tx) => tx.audit.list('all', '', { limit: 20 }))
    const deeds = entries.items.map(({ deed, object }) => `${deed} ${object}`)
    expect(deeds.filter((deed) => deed.startsWith('content'))).toEqual([
      ...['content.saved first', 'content.removed first'],
    ])
  })

  it('leaves to the folder what stands there, and the folder what the team has written', async () => {
    const { author, read, world } = await desk()
    const { writes, deletes, list, reads } = await author()
    const folder = await mkdtemp(join(tmpdir(), 'waypost-authoring-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    await mkdir(join(folder, 'tips'))
    const tip = 'title: Due\nanchor: { testId: x }\nbody: Words.\n'
    await writeFile(join(folder, 'tips/due.yaml'), tip)
    const reader = createContentReader({ folder, richText: createRichTextReader() })
    const { library, shelf } = world
    const sync = createContentSync({
      ...{ site: 'one', read: reader, library, shelf, log: silentLogger },
    })
    await sync.run()
    const mine = { title: 'Mine', anchor: { testId: 'x' }, body: 'Mine.' }
    const message = expect.stringContaining('content folder')
    const refused = { status: 422, reply: { errors: [{ path: 'id', message }] } }
    expect(await writes('due', 'tip', mine, { revision: 1 })).toMatchObject(refused)
    expect(await deletes('due', 1)).toMatchObject(refused)
    expect((await reads('due')).reply).toMatchObject({
      ...{ source: 'folder', content: { title: 'Due', body: 'Words.' } },
    })

    await writes('own', 'tip', mine)
    await writeFile(join(folder, 'tips/own.yaml'), tip)
    const { problems, removed } = await sync.run()
    expect(removed).toBe(0)
    expect(problems).toMatchObject([{ file: 'tips/own.yaml', severity: 'error' }])
    await rm(join(folder, 'tips'), { recursive: true })
    expect(await sync.run()).toMatchObject({ removed: 1, problems: [] })
    await world.searchCaughtUp()
    expect((await read<Education>('education')).tips).toMatchObject([{ id: 'own', title: 'Mine' }])
    expect((await list()).map(({ id }) => id)).toEqual(['own'])
  })
})
