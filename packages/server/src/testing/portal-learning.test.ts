import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import type { ContentDraft } from '../domain/education/content.js'
import { createShelf } from '../domain/education/shelf.js'
import { asWorks } from './education.test.kit.js'
import { portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const LEARN = '/help/en/learn'
const COURSE = '/help/en/courses/paid'
const FIRST = `${COURSE}/terms`
const SECOND = `${COURSE}/reminders`
const EMAIL = 'maya@example.com'

const text = (words: string) => [
  { type: 'paragraph' as const, children: [{ type: 'text' as const, text: words }] },
]
const head = {
  ...{ locale: 'en', version: 1, when: null, priority: 0, place: 'here', keywords: [] },
  ...{ audience: 'public' as const, status: 'published' as const },
}
const lesson = {
  ...head,
  ...{ kind: 'lesson' as const, courseId: 'paid', minutes: 3, markdown: '', video: null },
}
const said = { feedback: text('Said before, it is agreed.'), anchor: 'before' }
const option = (id: string, words: string, right = false) => ({ id, text: words, right })

const contents: readonly ContentDraft[] = [
  {
    ...head,
    ...{ kind: 'course', contentId: 'paid', title: 'Get paid', summary: 'In time', icon: 'clock' },
    lessons: [
      { id: 'paid/terms', title: 'Terms', minutes: 3, questions: 5 },
      { id: 'paid/reminders', title: 'Reminders', minutes: 4, questions: 0 },
    ],
    ...{ requires: [], inOrder: true, next: null },
  },
  {
    ...lesson,
    ...{ contentId: 'paid/terms', title: 'Terms', body: text('Say it before you begin.') },
    quiz: {
      passMark: 0.6,
      questions: [
        {
          ...{ ...said, id: 'when', kind: 'one', text: 'When?' },
          options: [option('before', 'Before', true), option('after', 'After')],
        },
        {
          ...{ ...said, id: 'what', kind: 'several', text: 'What?' },
          options: [option('price', 'The price', true), option('mood', 'The mood')],
        },
        {
          ...{ ...said, id: 'order', kind: 'ordering', text: 'In which order?' },
          options: [option('z', 'Write'), option('a', 'Send')],
        },
        { ...{ ...said, id: 'where', kind: 'text', text: 'Where?' }, accept: ['Settings'] },
        {
          ...{ ...said, id: 'days', kind: 'number', text: 'How many days?' },
          ...{ answer: 1_000, tolerance: 0, unit: 'days' },
        },
      ],
    },
  },
  {
    ...lesson,
    ...{ contentId: 'paid/reminders', title: 'Reminders', minutes: 4, quiz: null },
    body: text('Be kind.'),
  },
  {
    ...head,
    ...{ kind: 'course', contentId: 'desk', title: 'Answer well', summary: null, icon: null },
    ...{ audience: 'team', lessons: [], requires: [], inOrder: false, next: null },
  },
]

const right = {
  ...{ 'a.when': 'before', 'a.what': 'price', 'a.order.z': '1', 'a.order.a': '2' },
  ...{ 'a.where': ' settings ', 'a.days': '1 000,0', act: 'check' },
}

async function academy(
  more: readonly ContentDraft[] = [],
  articles: Record<string, unknown>[] = [],
  { unlimited = true } = {},
) {
  const storage = createMemoryStorage({ clock: { now: () => new Date('2026-11-21T09:00:00Z') } })
  const world = await supportWorld({
    storage,
    articles,
    config: { unlimited, sites: [{ name: 'Tidemark' }] },
  })
  const digest = (words: string) => createHash('sha256').update(words).digest('hex')
  const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
  const shelf = createShelf({ storage, clock, digest, newId: () => 'x' } as never)
  await shelf.keep(world.world.sites.main.key, 'team', asWorks([...contents, ...more]))
  await world.world.searchCaughtUp()
  return { ...world, visitor: () => portalVisitor(world) }
}

describe('learning at the portal', () => {
  it('shows courses to everybody, and keeps nothing of who only looks', async () => {
    const { visitor } = await academy()
    const nobody = visitor()
    const { page } = await nobody.reads(LEARN)
    expect(page).toContain('Learn Tidemark')
    expect(page).toContain('2 lessons')
    expect(page).not.toContain('Answer well')
    const course = await nobody.reads(COURSE)
    expect(course.page).toContain('Begin with lesson 1')
    expect(course.page).toContain('Opens after “Terms”')
    expect((await nobody.reads(FIRST)).page).toContain('Say it before you begin.')
    expect((await nobody.reads(SECOND)).to).toBe(COURSE)
    expect(nobody.jar.size).toBe(0)
    for (const none of ['/help/en/courses/none', '/help/en/courses/desk', `${COURSE}/none`]) {
      expect((await nobody.reads(none)).status, none).toBe(404)
    }
  })

  it('has no place for it in the masthead where there is nothing to learn', async () => {
    const { page } = await portalVisitor(await supportWorld()).reads('/help/en')
    expect(page).not.toContain('/help/en/learn')
    const { visitor } = await academy()
    expect((await visitor().reads('/help/en')).page).toContain('href="/help/en/learn"')
  })

  it('marks a quiz, says why, and tells what is right with the answer alone', async () => {
    const { visitor } = await academy()
    const learner = visitor()
    const asked = await learner.reads(FIRST)
    expect(asked.page).not.toContain('Said before, it is agreed.')
    const failed = await learner.sends(FIRST, {
      ...right,
      'a.when': 'after',
      'a.what': 'mood',
      'a.days': '5',
    })
    expect(failed.status).toBe(200)
    expect(failed.page).toContain('2 of 5 right')
    expect(failed.page).toContain('Your answer')
    expect(failed.page).toContain('Said before, it is agreed.')
    expect(failed.page).toContain('href="#before"')
    expect((await learner.reads(SECOND)).to).toBe(COURSE)
    const passed = await learner.sends(FIRST, right)
    expect(passed.page).toContain('5 of 5 right')
    expect(passed.page).toContain(`href="${SECOND}"`)
    expect((await learner.reads(LEARN)).page).toContain('1 of 2 lessons')
  })

  it('keeps what was answered where something is missing, and marks nothing', async () => {
    const { visitor } = await academy()
    const learner = visitor()
    const { 'a.days': _, ...some } = right
    const { status, page } = await learner.sends(FIRST, some)
    expect(status).toBe(422)
    expect(page).toContain('Some questions have no answer yet')
    expect(page).toContain('value="before" checked')
    expect(page).toContain('value="settings"')
    expect(learner.jar.size).toBe(0)
    const { status: odd } = await learner.sends(FIRST, {
      ...right,
      'a.order.z': 'x',
      'a.days': 'many',
    })
    expect(odd).toBe(422)
  })

  it('ends with a page to print, by name once somebody has one', async () => {
    const { visitor, mails } = await academy()
    const learner = visitor()
    await learner.sends(FIRST, right)
    const done = await learner.sends(SECOND, { act: 'done' })
    expect([done.status, done.to]).toEqual([303, COURSE])
    const { page } = await learner.reads(COURSE)
    expect(page).toContain('You’ve finished Get paid')
    expect(page).toContain('21 November 2026')
    expect(page).toContain('Quizzes: 5 of 5 right.')
    expect(page).not.toContain(EMAIL)

    await learner.sends('/help/en/sign-in', { email: EMAIL, act: 'code' })
    const code = /^(\d{6})$/m.exec((await mails()).at(-1)?.text ?? '')?.[1] ?? ''
    await learner.sends('/help/en/sign-in/code', { email: EMAIL, code })
    expect([...learner.jar.keys()]).toEqual(['waypost_session'])
    const named = (await learner.reads(COURSE)).page
    expect(named).toContain('You’ve finished Get paid')
    expect(named).toContain(EMAIL)
    // Nobody else has done anything.
    expect((await visitor().reads(COURSE)).page).toContain('Begin with lesson 1')
  })

  it('passes over a quiz that somebody skips, and says that it is not done', async () => {
    const { visitor } = await academy()
    const learner = visitor()
    expect((await learner.sends(FIRST, { act: 'skip' })).to).toBe(SECOND)
    await learner.sends(SECOND, { act: 'done' })
    expect((await learner.reads(COURSE)).page).toContain('1 of 2 lessons')
  })

  it('shows the team what is for them, by their token, until they sign out', async () => {
    const { visitor, agent } = await academy()
    const { token } = await agent()
    const kim = visitor()
    const wrong = await kim.sends('/help/en/team', { token: 'wpa_nothing', act: 'in' })
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('This token opens nothing')
    expect((await kim.sends('/help/en/team', { token: ` ${token}\n`, act: 'in' })).to).toBe(LEARN)
    const { page } = await kim.reads(LEARN)
    expect(page).toContain('Answer well')
    expect(page).toContain('Kim (agent)')
    expect((await kim.reads('/help/en/courses/desk')).status).toBe(200)
    await kim.sends('/help/en/team', { act: 'out' })
    expect((await kim.reads('/help/en/courses/desk')).status).toBe(404)
  })

  it('lets an address type ten tokens of the team that open nothing, and right ones for nothing', async () => {
    const { visitor, agent } = await academy([], [], { unlimited: false })
    const { token } = await agent()
    const types = async (typed: string) =>
      (await visitor().sends('/help/en/team', { token: typed, act: 'in' })).status
    for (let n = 0; n < 12; n++) expect(await types(token)).toBe(303)
    for (let n = 0; n < 10; n++) expect(await types(`wpa_${'x'.repeat(40)}${n}`)).toBe(422)
    expect(await types(token)).toBe(429)
  })

  it('refuses an address whose browser brings one token of the team after another', async () => {
    const { fetch } = await academy([], [], { unlimited: false })
    const brings = async (n: number) => {
      const Cookie = `waypost_team=wpa_${'x'.repeat(40)}${n}`
      return (await fetch(LEARN, { headers: { Cookie } })).status
    }
    for (let n = 0; n < 60; n++) expect(await brings(n)).toBe(200)
    expect(await brings(60)).toBe(429)
    expect((await fetch(LEARN)).status).toBe(200)
  })

  it('is found by what is said in a lesson, beside the articles', async () => {
    const { visitor } = await academy()
    const { page } = await visitor().reads('/help/en/search?q=begin')
    expect(page).toContain(`href="${FIRST}"`)
    expect(page).toContain('Lesson: Terms')
    expect(page).toContain('Course: Get paid · 3 min')
    expect(page).not.toContain('Answer well')
    const { page: none } = await visitor().reads('/help/en/search?q=answer+well')
    expect(none).not.toContain('/courses/desk')
  })

  it('takes no form from another site', async () => {
    const { visitor } = await academy()
    const stranger = visitor()
    for (const path of [FIRST, '/help/en/team']) {
      const { status } = await stranger.sends(path, right, { 'Sec-Fetch-Site': 'cross-site' })
      expect(status, path).toBe(403)
    }
    expect(stranger.jar.size).toBe(0)
  })
})

describe('what teaches something', () => {
  const course = {
    ...head,
    ...{ kind: 'course' as const, summary: 'On quotes', icon: null, lessons: [] },
    ...{ requires: [], inOrder: false, next: null },
  }
  const asked = {
    ...{ ...lesson, courseId: 'quotes', contentId: 'quotes/asked' },
    ...{ title: 'What people ask', quiz: null },
  }
  const link = { type: 'article-link' as const, articleId: 'fees', children: [] }
  const more: readonly ContentDraft[] = [
    { ...course, contentId: 'quotes', title: 'Write a quote', when: { url: '/quotes*' } },
    {
      ...course,
      contentId: 'later',
      title: 'Quote more',
      when: { all: [{ url: '/quotes*' }, { event: 'quoted' }] },
    },
    {
      ...course,
      contentId: 'team',
      title: 'Quote for us',
      audience: 'team',
      when: { url: '/quotes*' },
    },
    { ...asked, body: [{ type: 'paragraph', children: [link] }] },
    {
      ...asked,
      contentId: 'quotes/us',
      title: 'What we ask',
      audience: 'team',
      body: [{ type: 'paragraph', children: [link] }],
    },
  ]
  const articles = [
    {
      id: 'fees',
      locale: 'en',
      title: 'Fees',
      body: 'What a [fee](/help/en/courses/paid/reminders) is.',
    },
    { id: 'terms', locale: 'en', title: 'Terms', pages: ['/invoices'], body: 'Ten days.' },
    { id: 'names', locale: 'en', title: 'Names', body: 'Of people.' },
  ]

  async function taught() {
    const world = await academy(more, articles)
    return {
      ...world,
      async learning(path: string, init?: RequestInit) {
        const answer = await world.fetch(path, init)
        const { learning = [] } = (await answer.json()) as { learning?: { id: string }[] }
        return { ids: learning.map(({ id }) => id), caches: answer.headers.get('cache-control') }
      },
    }
  }

  it('is suggested on the pages that its rule names, and with the articles of a page', async () => {
    const { learning, agent } = await taught()
    const nobody = await learning('/v1/suggestions?url=/quotes/7')
    // One waits for an event, one is for the team.
    expect(nobody).toEqual({ ids: ['quotes'], caches: 'public, no-cache' })
    const { token } = await agent()
    const headers = { Authorization: `Bearer ${token}` }
    const ours = await learning('/v1/suggestions?url=/quotes/7', { headers })
    expect(ours).toEqual({ ids: ['quotes', 'team'], caches: 'private, no-store' })
    expect((await learning('/v1/suggestions?url=/invoices')).ids).toEqual(['paid/terms'])
    expect((await learning('/v1/suggestions?articles=fees')).ids).toEqual(['quotes/asked'])
    expect((await learning('/v1/suggestions')).ids).toEqual([])
  })

  it('is suggested for a draft that it may answer, one at most', async () => {
    const { learning } = await taught()
    const drafted = (text: string) =>
      learning('/v1/suggestions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      })
    expect((await drafted('How kind should reminders be?')).ids).toEqual(['paid'])
    expect((await drafted('My invoice has the wrong address')).ids).toEqual([])
    expect((await drafted('answer well')).ids).toEqual([])
  })

  it('stands beside an article that it links to, is linked from, or shares its title with', async () => {
    const { learning, visitor } = await taught()
    expect(await learning('/v1/articles/fees')).toEqual({
      // The second of its course is closed to whoever has not done the first.
      ids: ['quotes/asked', 'paid'],
      caches: 'public, no-cache',
    })
    expect((await learning('/v1/articles/terms')).ids).toEqual(['paid/terms'])
    expect((await learning('/v1/articles/names')).ids).toEqual([])
    const { page } = await visitor().reads('/help/en/articles/fees')
    expect(page).toContain('Course: Get paid')
    expect(page).not.toContain('What we ask')
  })

  it('comes in the next language where a reader’s own has nothing of it for them', async () => {
    const ours = { ...course, locale: 'sv', contentId: 'inne', title: 'Svara bra' }
    const other = { ...course, locale: 'sv', contentId: 'annat', title: 'Något annat' }
    const ids = async ({ fetch }: Awaited<ReturnType<typeof academy>>, path: string) => {
      const { learning = [] } = (await (await fetch(path)).json()) as {
        learning?: { id: string; locale: string; title: string }[]
      }
      return learning.map(({ id, locale, title }) => `${locale} ${id} ${title}`)
    }
    const asked = '/v1/search?q=begin&locale=sv'
    const staff = await academy([{ ...ours, audience: 'team' }], articles)
    expect(await ids(staff, asked)).toEqual(['en paid/terms Terms'])
    expect(await ids(staff, '/v1/articles/terms?locale=sv')).toEqual(['en paid/terms Terms'])

    const some = await academy([other], articles)
    expect(await ids(some, asked)).toEqual(['en paid/terms Terms'])
    expect(await ids(some, '/v1/search?q=annat&locale=sv')).toEqual(['sv annat Något annat'])

    const swedish = { id: 'terms', locale: 'sv', title: 'Terms', body: 'Tio dagar.' }
    const { visitor } = await academy([other], [...articles, swedish])
    const { page } = await visitor().reads('/help/sv/articles/terms')
    expect(page).toMatch(/href="\/help\/en\/courses\/paid\/terms".*<span class="two" lang="en">/)

    // What is found in words of another language is read in one's own where it is translated.
    const translated = contents.flatMap((one) => {
      if (one.contentId === 'paid') return { ...one, locale: 'sv' }
      return one.contentId === 'paid/terms'
        ? { ...one, locale: 'sv', title: 'Villkor', body: [] }
        : []
    })
    expect(await ids(await academy(translated, articles), asked)).toEqual(['sv paid/terms Villkor'])
  })
})
