import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRichTextReader } from '../../markdown/create-rich-text-reader.js'
import { createContentReader } from '../content-folder.js'

const richText = createRichTextReader()
let folder: string
let read: ReturnType<typeof createContentReader>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-education-'))
  read = createContentReader({ folder, richText })
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** What is wrong with a folder of these files, as `file:line severity message`. */
async function problemsOf(files: Readonly<Record<string, string>>) {
  await write(files)
  return (await read()).problems.map(
    ({ file, line, severity, message }) =>
      `${file}${line ? `:${line}` : ''} ${severity} ${message}`,
  )
}

const tour = (more = '', body = 'Words.') =>
  `title: { en: Look, sv: Titta }\n${more}steps:\n  - id: first\n    title: Here\n    body: ${body}\n`
const course = (more = '') => `title: Get paid\n${more}`
const lesson = (more = '', body = 'Words.') => `---\ntitle: One\n${more}---\n\n${body}\n`
const inCourse = 'en/courses/get-paid'

describe('what a content folder holds for education', () => {
  it('gives a tour once for each language that it is written in', async () => {
    await write({
      'tours/look.yaml': `title: { en: Look, sv: Titta }
audience: segment:new
version: 2
auto: true
frequency: { days: 7 }
when: { url: /invoices }
steps:
  - id: first
    title: { en: Here, sv: Här }
    body:
      en: Press **here**.
      sv: Tryck **här**.
    anchor: { role: button, text: { en: New, sv: Ny } }
    advance: { press: true }
next: { label: { en: Go on, sv: Vidare }, start: { kind: tour, id: look } }
`,
    })
    const { education, problems } = await read()
    expect(problems).toEqual([])
    expect(education.drafts.map(({ locale, title }) => [locale, title])).toEqual([
      ['en', 'Look'],
      ['sv', 'Titta'],
    ])
    expect(education.drafts[1]).toMatchObject({
      ...{ kind: 'tour', contentId: 'look', audience: 'segment:new', status: 'published' },
      ...{ version: 2, auto: true, frequency: { days: 7 }, when: { url: '/invoices' } },
      steps: [
        {
          ...{ id: 'first', title: 'Här', anchor: { role: 'button', text: 'Ny' } },
          ...{ placement: 'auto', page: null, advance: { press: true }, article: null },
          body: [{ children: [{ text: 'Tryck ' }, { type: 'strong' }, { text: '.' }] }],
        },
      ],
      next: { label: 'Vidare', start: { kind: 'tour', id: 'look' } },
    })
  })

  it('gives a text that is the same for all in every language of the folder', async () => {
    const tip = 'title: Tip\nanchor: { testId: due }\nbody: Words.\n'
    await write({
      'tips/due.yaml': tip,
      'en/articles/a.md': lesson(),
      'uk/articles/a.md': lesson(),
    })
    const { education } = await read()
    expect(education.drafts.map(({ locale }) => locale)).toEqual(['en', 'uk'])
  })

  it('gives a course with its lessons in the order of their numbers', async () => {
    await write({
      [`${inCourse}/_course.yaml`]: course('audience: customers\ninOrder: true\n'),
      [`${inCourse}/10-last.md`]: lesson('', 'word '.repeat(700)),
      [`${inCourse}/2-first.md`]: lesson(
        `quiz:
  questions:
    - id: which
      kind: one
      text: Which?
      options: [Wrong, { text: Right, right: true }]
      feedback: Because of **that**.
    - { id: sort, kind: ordering, text: Sort, options: [Zebra, Ape] }
`,
      ),
    })
    const { education, problems } = await read()
    expect(problems).toEqual([])
    expect(education.drafts).toMatchObject([
      {
        ...{ kind: 'course', contentId: 'get-paid', audience: 'customers', inOrder: true },
        lessons: [
          { id: 'get-paid/first', title: 'One', questions: 2 },
          { id: 'get-paid/last', title: 'One', minutes: 4, questions: 0 },
        ],
      },
      {
        ...{ kind: 'lesson', contentId: 'get-paid/first', audience: 'customers' },
        quiz: {
          passMark: 0.7,
          questions: [
            {
              kind: 'one',
              options: [
                { id: 'wrong', text: 'Wrong', right: false },
                { id: 'right', text: 'Right', right: true },
              ],
            },
            { kind: 'ordering', options: [{ id: 'zebra' }, { id: 'ape' }] },
          ],
        },
      },
      { kind: 'lesson', contentId: 'get-paid/last' },
    ])
  })

  it('names captions of a tag that says more than a name can', async () => {
    const video = `video:
  url: https://films.test/a.mp4
  captions:
    - { locale: de-x-leicht, url: https://films.test/a.vtt }
`
    await write({
      [`${inCourse}/_course.yaml`]: course(),
      [`${inCourse}/1-a.md`]: lesson(video),
    })
    const { education, problems } = await read()
    expect(problems).toEqual([])
    expect(education.drafts[1]).toMatchObject({ video: { captions: [{ label: 'Deutsch' }] } })
  })

  it('leaves a course out whole while one of its lessons is broken, and nothing else', async () => {
    const files = { [`${inCourse}/_course.yaml`]: course(), [`${inCourse}/1-a.md`]: lesson() }
    await write({ ...files, [`${inCourse}/2-b.md`]: 'no front matter', 'tours/look.yaml': tour() })
    const { education, isWhole } = await read()
    expect(new Set(education.drafts.map(({ kind }) => kind))).toEqual(new Set(['tour']))
    expect([education.isWhole, isWhole]).toEqual([false, true])
  })
})

describe('what is wrong is told with its line', () => {
  it.each([
    [
      'a slip that would show the team its tour to all',
      tour('audiance: team\n'),
      ':2 error The key "audiance" is not known here',
    ],
    [
      'an audience that there is not',
      tour('audience: everybody\n'),
      ':2 error audience must be public, customers, team or segment:<name>.',
    ],
    [
      'a step without an id',
      'title: T\nsteps:\n  - title: Here\n    body: Words.\n',
      ':3 error steps[1].id is missing.',
    ],
    [
      'two steps of one id',
      `${tour()}  - { id: first, title: There, body: Words. }\n`,
      ':6 error The id "first" is taken on line 3',
    ],
    ['YAML that cannot be read', 'title: "T\n', 'error The YAML cannot be read'],
    [
      'a comma that ends a text',
      tour('next: { label: { en: Well, go on }, form: true }\n'),
      ':2 error "go on" is no language tag',
    ],
    [
      'a condition that there is not',
      tour('when:\n  all:\n    - { url: /a }\n    - { segmant: new }\n'),
      ':5 error "segmant" is no condition; there are all, any',
    ],
    [
      'a condition with the wrong thing in it',
      tour('when: { device: watch }\n'),
      ':2 error device must be phone, tablet or desktop',
    ],
    [
      'a rule that nobody can meet',
      tour('when: { all: [{ signedIn: false }, { segment: new }] }\n'),
      ':2 warning Nobody can ever see this',
    ],
    [
      'a text in some languages alone',
      tour('next: { label: { en: Go }, form: true }\n'),
      ':2 warning next.label is not written in sv',
    ],
    [
      'a button that does nothing',
      tour('next: { label: Go }\n'),
      ':2 error next must be something to do',
    ],
    [
      'what starts something that is not there',
      tour('next: { label: Go, start: { kind: tour, id: nowhere } }\n'),
      ':2 warning There is no tour "nowhere"',
    ],
    [
      'what starts a tour as a course',
      tour('next: { label: Go, start: { kind: course, id: look } }\n'),
      ':2 warning "look" is a tour, not a course.',
    ],
    [
      'a link to no article',
      tour('', 'See [this](article:nowhere).'),
      ':5 warning "article:nowhere" leads to no article',
    ],
    [
      'a condition on a content that is not there',
      tour('when: { content: nowhere, is: completed }\n'),
      ':2 warning There is no content "nowhere"',
    ],
  ])('%s', async (_, yaml, told) => {
    const problems = await problemsOf({ 'tours/look.yaml': yaml })
    expect(
      problems.filter(
        (problem) =>
          problem.includes(`tours/look.yaml${told}`) ||
          (!told.startsWith(':') && problem.includes(told)),
      ),
    ).toHaveLength(1)
  })

  it.each([
    [
      'a question without a right answer',
      'quiz:\n  questions:\n    - { id: q, kind: one, text: Q, options: [a, b] }\n',
      '1-a.md:5 error quiz.questions[1].options must be options of which one says right: true.',
    ],
    [
      'two options of one text',
      'quiz:\n  questions:\n    - { id: q, kind: ordering, text: Q, options: [A, a] }\n',
      '1-a.md:5 error The id "a" is taken',
    ],
    [
      'a heading that there is not',
      'quiz:\n  questions:\n    - { id: q, kind: text, text: Q, accept: [a], anchor: no }\n',
      '1-a.md:5 warning This lesson has no heading "#no"',
    ],
    [
      'a film that is not there',
      'video: { url: film.mp4, transcript: What is said. }\n',
      '1-a.md:3 warning The file en/courses/get-paid/film.mp4 is not there',
    ],
    [
      'a video that not everybody can follow',
      'video: https://films.example/a.mp4\n',
      '1-a.md:3 warning This video has neither captions nor a transcript',
    ],
  ])('%s', async (_, more, told) => {
    const problems = await problemsOf({
      [`${inCourse}/_course.yaml`]: course(),
      [`${inCourse}/1-a.md`]: lesson(more),
    })
    expect(problems).toEqual([expect.stringContaining(`${inCourse}/${told}`)])
  })

  it('courses that wait for each other, and ids that stand for two', async () => {
    const problems = await problemsOf({
      'en/courses/a/_course.yaml': course('requires: [b]\n'),
      'en/courses/a/1.md': lesson(),
      'en/courses/b/_course.yaml': course('requires:\n  - a\n  - c\n'),
      'en/courses/b/1.md': lesson(),
      'sv/courses/a/_course.yaml': course(),
      'sv/courses/a/1.md': lesson(),
      'tours/a.yaml': tour(),
    })
    expect(problems).toEqual([
      'en/courses/a/_course.yaml error The id "a" is taken by tours/a.yaml; give one of the two another.',
      'en/courses/a/_course.yaml:2 warning "a" requires itself, by way of others; nobody can ever begin it.',
      'en/courses/b/_course.yaml:2 warning "b" requires itself, by way of others; nobody can ever begin it.',
      'en/courses/b/_course.yaml:4 warning There is no course "c"; correct the id or write it.',
      'sv/courses/a/_course.yaml error The id "a" is taken by tours/a.yaml; give one of the two another.',
    ])
  })
})
