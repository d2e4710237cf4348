import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RichTextReader } from '../../domain/rich-text.js'
import { createRichTextReader } from '../markdown/create-rich-text-reader.js'
import { createContentReader, readContentFolder } from './content-folder.js'

const richText = createRichTextReader()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-content-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function write(files: Record<string, string | Uint8Array>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
const read = () => readContentFolder({ folder, richText })
const article = (keys = '', body = 'Words.') => `---\ntitle: T\n${keys}---\n${body}\n`

/** The problems of a folder with these files, as `file:line severity message`. */
async function problemsOf(files: Record<string, string | Uint8Array>) {
  await write(files)
  return (await read()).problems.map(
    ({ file, line, severity, message }) =>
      `${file}${line ? `:${line}` : ''} ${severity} ${message}`,
  )
}
const one = (text: string | Uint8Array) => problemsOf({ 'en/articles/a.md': text })

describe('a good folder', () => {
  it('gives articles with all that their front matter says', async () => {
    await write({
      'pt-br/articles/pay/_collection.yaml': 'title: Pagar\nsummary: Tudo\norder: 2\nid: payments',
      'tours/send.yaml': 'title: T\nsteps: [{ id: a, title: A, body: Words. }]',
      'pt-br/articles/pay/Quando.md': [
        '\uFEFF---',
        'title: "Quando: chega?"',
        'id: payouts/when',
        'summary: Dias',
        'keywords: [pix, 404]',
        'order: 3',
        'updated: 2026-10-05',
        'audience: segment:beta',
        'status: draft',
        'pages: ["/invoices/*"]',
        'search: false',
        'tour: send',
        '---',
        '',
        'Oi',
        '',
      ].join('\r\n'),
    })
    const { articles, collections, problems } = await read()
    expect(problems).toEqual([])
    expect(collections).toEqual([
      {
        collectionId: 'payments',
        locale: 'pt-BR',
        title: 'Pagar',
        summary: 'Tudo',
        position: 2,
        place: 'pt-br/articles/pay/_collection.yaml',
      },
    ])
    expect(articles).toEqual([
      {
        articleId: 'payouts/when',
        locale: 'pt-BR',
        slug: 'Quando',
        title: 'Quando: chega?',
        summary: 'Dias',
        collectionId: 'payments',
        keywords: ['pix', '404'],
        position: 3,
        audience: 'segment:beta',
        status: 'draft',
        pages: ['/invoices/*'],
        searchable: false,
        tour: 'send',
        updatedAt: '2026-10-05T00:00:00.000Z',
        markdown: 'Oi',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Oi' }] }],
        place: 'pt-br/articles/pay/Quando.md',
      },
    ])
  })

  it('needs nothing but a title', async () => {
    await write({ 'en/articles/a.md': article() })
    expect((await read()).articles).toMatchObject([
      {
        articleId: 'a',
        slug: 'a',
        collectionId: null,
        audience: 'public',
        status: 'published',
        position: 0,
        updatedAt: null,
      },
    ])
  })

  it('leads pictures to where the server hands them out', async () => {
    await write({
      'en/articles/pay/_collection.yaml': 'title: Pay',
      'en/articles/pay/a.md': article('', '![a](b%20c.png) ![d](/shared/å.png?v=1)'),
      'en/articles/pay/b c.png': '',
      'shared/å.png': '',
    })
    const { articles, problems } = await read()
    expect(problems).toEqual([])
    expect(JSON.stringify(articles[0]?.body)).toContain('/content/en/articles/pay/b%20c.png')
    expect(JSON.stringify(articles[0]?.body)).toContain('/content/shared/%C3%A5.png')
  })

  it('passes over hidden files, pictures, and folders that hold no articles', async () => {
    expect(
      await problemsOf({
        'README.md': 'hi',
        'drafts/x.yaml': 'a: 1',
        'en/notes.yaml': 'a: 1',
        'en/articles/synonyms.yaml': 'a: 1',
        'en/articles/images/a.png': '',
        'en/articles/.a.md.swp': '',
        'en/articles/a.md~': '',
        '.git/articles/x.md': '',
      }),
    ).toEqual([])
  })
})

describe('what is wrong is told with its place and keeps nothing else out', () => {
  it('says so when the folder is not there', async () => {
    const missing = join(folder, 'nowhere')
    await expect(readContentFolder({ folder: missing, richText })).rejects.toThrow(
      `The content folder ${missing} does not exist`,
    )
    await write({ file: '' })
    await expect(readContentFolder({ folder: join(folder, 'file'), richText })).rejects.toThrow(
      'is not a folder',
    )
  })

  it.each([
    ['no front matter', 'Hello', ':1 error The front matter is missing'],
    [
      'front matter that never ends',
      '---\ntitle: A\nHello',
      ':1 error The front matter is not closed',
    ],
    ['bad YAML', '---\ntitle: T\nsummary: "a\n---\nb', ':3 error The YAML cannot be read'],
    ['a key twice', '---\ntitle: T\ntitle: U\n---\n', ':3 error The YAML cannot be read'],
    ['no keys', '---\n- a\n---\n', ':2 error The YAML must be keys'],
    ['no title', '---\nsummary: a\n---\n', ':2 error The title is missing'],
    ['an empty title', '---\nsummary: a\ntitle:\n---\n', ':3 error The title is missing'],
    ['an unknown key', article('sumary: a\n'), ':3 warning The key "sumary" is not known'],
    ['a bad audience', article('audience: everyone\n'), ':3 error audience must be'],
    ['an empty audience', article('audience:\n'), ':3 error audience must be'],
    ['a bad status', article('status: hidden\n'), ':3 error status must be'],
    ['a bad date', article('updated: 2026-02-30\n'), ':3 warning updated must be a date'],
    ['a bad search', article('search: never\n'), ':3 warning search must be true or false'],
    ['a bad order', article('order: first\n'), ':3 warning order must be a number'],
    ['bad keywords', article('keywords: {a: 1}\n'), ':3 warning keywords must be a list'],
    ['a bad id', article('id: [a]\n'), ':3 error id must be'],
    [
      'a dead picture',
      article('', 'a\n\n![x](no.png)'),
      ':6 warning The picture en/articles/no.png',
    ],
    ['a picture outside', article('', '![x](../../../etc/p.png)'), ':4 warning The address'],
    [
      'a picture without description',
      article('', '![](https://a.example/a.png)'),
      ':4 warning This picture has no description',
    ],
    ['a link by file name', article('', '[x](b.md)'), ':4 warning The address "b.md" cannot stand'],
    [
      'a dead link',
      article('', '\n\na\n[x](article:gone)'),
      ':7 warning "article:gone" leads to no article',
    ],
    ['too much nesting', article('', `${'> '.repeat(30)}a`), ':4 error This text is nested deeper'],
    ['too much text', article('', 'a '.repeat(140_000)), ':4 error This text is longer'],
    ['far too much text', 'a'.repeat(400_000), ' error This file is larger'],
    [
      'another encoding',
      Buffer.from('---\ntitle: T\n---\nf\xf6r', 'latin1'),
      ':4 error This file is not in UTF-8',
    ],
    [
      'nesting that no parser survives',
      `---\ntitle: ${'['.repeat(50_000)}\n---\n`,
      ' error The YAML',
    ],
  ])('%s', async (_, text, expected) => {
    const problems = await one(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(
      expected.startsWith(' ') ? expected : `en/articles/a.md${expected}`,
    )
    if (expected.includes('error')) expect((await read()).articles).toEqual([])
    else expect((await read()).articles).toHaveLength(1)
  })

  it('names both places of an id or slug that stands twice, and keeps the first', async () => {
    const problems = await problemsOf({
      'en/articles/a/_collection.yaml': 'title: A',
      'en/articles/a/x.md': article(),
      'en/articles/b/_collection.yaml': 'title: B\nid: a',
      'en/articles/b/x.md': article('summary: s\nid: other\n'),
      'en/articles/b/y.md': article('summary: s\nid: x\n'),
      'sv/articles/x.md': article(),
    })
    expect(problems).toEqual([
      'en/articles/b/_collection.yaml:2 error The id "a" is taken by en/articles/a/_collection.yaml; give one of the two another.',
      'en/articles/b/x.md:2 error The slug "x" is taken by en/articles/a/x.md; give one of the two another.',
      'en/articles/b/y.md:4 error The id "x" is taken by en/articles/a/x.md; give one of the two another.',
    ])
    expect((await read()).articles.map(({ place }) => place)).toEqual([
      'en/articles/a/x.md',
      'sv/articles/x.md',
    ])
  })

  it('tells a link that another language has from one that none has', async () => {
    expect(
      await problemsOf({
        'en/articles/a.md': article('', '[b](article:b) [c](article:c) [d](article:d)'),
        'en/articles/c.md': '---\n---\n',
        'sv/articles/b.md': article(),
      }),
    ).toEqual([
      'en/articles/a.md:4 warning "article:b" is not written in en; its readers will see it in another language.',
      'en/articles/a.md:4 warning "article:d" leads to no article; correct the id or write that article.',
      'en/articles/c.md:2 error The title is missing; add a line title: … to it.',
    ])
  })

  it('names the file and line of a tour that nobody wrote, or that is none', async () => {
    expect(
      await problemsOf({
        'tips/due.yaml': 'title: T\nanchor: { testId: due }\nbody: Words.',
        'en/articles/a.md': article('tour: nowhere\n'),
        'en/articles/b.md': article('order: 1\ntour: due\n'),
      }),
    ).toEqual([
      'en/articles/a.md:3 warning There is no tour "nowhere"; correct the id or write it.',
      'en/articles/b.md:4 warning "due" is a tip, not a tour.',
    ])
  })

  it('names the headings there are, where a link leads to another', async () => {
    const uk =
      '## \u0429\u043e \u0434\u0430\u043b\u0456\n\n[a](#%D1%89%D0%BE-%D0%B4%D0%B0%D0%BB%D1%96) [b](article:b#x)'
    expect(
      await problemsOf({
        'en/articles/a.md': article('', '## One\n\n> ## Two\n\n[a](#one) [b](#two) [c](#three)'),
        'en/articles/b.md': article('', '[a](article:a#two) [b](article:a#four) [c](article:b#x)'),
        'uk/articles/a.md': article('', uk),
      }),
    ).toEqual([
      'en/articles/a.md:8 warning This article has no heading "#three"; it has #one #two.',
      'en/articles/b.md:4 warning "article:a" has no heading "#four"; it has #one #two.',
      'en/articles/b.md:4 warning "article:b" has no headings, so "#x" leads to its top.',
      'uk/articles/a.md:6 warning "article:b" is not written in uk; its readers will see it in another language.',
    ])
  })

  it('tells which icons there are, and shows a folder instead of any other', async () => {
    const [problem, ...others] = await problemsOf({
      'en/articles/pay/_collection.yaml': 'title: Pay\nicon: rocket',
      'en/articles/pay/a.md': article(),
      'en/articles/tax/_collection.yaml': 'title: Tax\nicon: percent',
      'en/articles/tax/b.md': article(),
    })
    expect(others).toEqual([])
    expect(problem).toMatch(
      /^en\/articles\/pay\/_collection.yaml:2 warning icon must be one of alert, bank, .+, so it was passed over.$/,
    )
    const { collections } = await read()
    expect(collections.map(({ icon }) => icon)).toEqual([undefined, 'percent'])
  })

  it('tells what lies beside the layout', async () => {
    expect(
      await problemsOf({
        'english/articles/a.md': article(),
        'en_US/articles/a.md': article(),
        'en/articles/a/b/c.md': article(),
        'en/articles/a/pictures/x.png': '',
        'en/articles/d/x.md': article(),
        'en/articles/d/_collection.yml': 'title: D',
        'en/articles/d/y.txt': 'y',
      }),
    ).toEqual([
      'en/articles/a/b error Articles in this folder are not read; move them up, straight into the folder of the collection.',
      'en/articles/d warning This collection is shown under the name of its folder; add a _collection.yaml with title: … to it.',
      'en/articles/d/_collection.yml warning This file is not read; name it _collection.yaml.',
      'en/articles/d/y.txt warning This file is not read; articles end in .md.',
      'en_US error This folder is not named after a language; use a tag such as en, uk or pt-BR (BCP 47).',
      'english error This folder is not named after a language; use a tag such as en, uk or pt-BR (BCP 47).',
    ])
  })

  it('keeps the shelf of a collection whose file is broken', async () => {
    const problems = await problemsOf({
      'en/articles/pay/_collection.yaml': 'title: "Pay',
      'en/articles/pay/a.md': article(),
    })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('en/articles/pay/_collection.yaml:1 error The YAML cannot')
    expect(await read()).toMatchObject({
      articles: [{ collectionId: 'pay' }],
      collections: [{ collectionId: 'pay', title: 'pay' }],
    })
  })

  it('follows no link out of the folder, and those within it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'waypost-outside-'))
    await writeFile(join(outside, 'secret.md'), article())
    await write({ 'en/articles/a.md': article('id: a\n'), 'shared/b.md': article('id: b\n') })
    await symlink(join(outside, 'secret.md'), join(folder, 'en/articles/s.md'))
    await symlink(outside, join(folder, 'en/articles/t'))
    await symlink('../../shared/b.md', join(folder, 'en/articles/b.md'))
    const { articles, problems } = await read()
    await rm(outside, { recursive: true })
    expect(articles.map(({ articleId }) => articleId)).toEqual(['a', 'b'])
    expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual([
      'en/articles/s.md error',
      'en/articles/t error',
    ])
  })

  it.skipIf(process.getuid?.() === 0)('tells of a file that may not be read', async () => {
    await write({ 'en/articles/a.md': article(), 'en/articles/b.md': article() })
    await chmod(join(folder, 'en/articles/a.md'), 0)
    expect((await read()).problems).toMatchObject([{ file: 'en/articles/a.md', severity: 'error' }])
    expect((await read()).articles).toHaveLength(1)
  })
})

describe('a file that the server fails at', () => {
  const failing: RichTextReader = {
    ...richText,
    fromMarkdown(markdown, options) {
      if (markdown.includes('Boom')) throw new RangeError('Invalid argument')
      return richText.fromMarkdown(markdown, options)
    },
  }
  const lesson = (body: string) => `---\ntitle: T\n---\n\n${body}\n`
  const course = 'en/courses/start'

  it('is named, and holds back no other', async () => {
    await write({
      'en/articles/a.md': article(),
      'en/articles/b.md': article('', 'Boom'),
      [`${course}/_course.yaml`]: 'title: Start\n',
      [`${course}/1-a.md`]: lesson('Boom'),
      'en/courses/go-on/_course.yaml': 'title: Go on\n',
      'en/courses/go-on/1-a.md': lesson('Words.'),
    })
    const readAgain = createContentReader({ folder, richText: failing })
    const { articles, education, isWhole, problems } = await readAgain()
    expect(articles.map(({ place }) => place)).toEqual(['en/articles/a.md'])
    expect(education.works.map(({ contentId }) => contentId)).toEqual(['go-on'])
    // What stood there before stays.
    expect([isWhole, education.isWhole]).toEqual([false, false])
    const message =
      'The server fails at this file (RangeError); take back what was changed last in it.'
    expect(problems).toEqual([
      { file: 'en/articles/b.md', severity: 'error', message },
      { file: `${course}/1-a.md`, severity: 'error', message },
    ])
    await write({ 'en/articles/b.md': article(), [`${course}/1-a.md`]: lesson('Words.') })
    expect(await readAgain()).toMatchObject({ isWhole: true, problems: [] })
  })
})

describe('reading again', () => {
  it('parses only what changed', async () => {
    const parsed: string[] = []
    const counting: RichTextReader = {
      ...richText,
      fromMarkdown(markdown, options) {
        parsed.push(markdown)
        return richText.fromMarkdown(markdown, options)
      },
    }
    const readAgain = createContentReader({ folder, richText: counting })
    await write({ 'en/articles/a.md': article('', 'a1'), 'en/articles/b.md': article('', 'b1') })
    await readAgain()
    await write({ 'en/articles/b.md': article('', 'b2') })
    expect((await readAgain()).articles.map(({ markdown }) => markdown)).toEqual(['a1', 'b2'])
    expect(parsed.toSorted()).toEqual(['a1', 'b1', 'b2'])
    await rm(join(folder, 'en/articles/a.md'))
    expect((await readAgain()).articles).toHaveLength(1)
    expect(parsed).toHaveLength(3)
  })

  it('notices an edit that kept size and time', async () => {
    const readAgain = createContentReader({ folder, richText })
    const file = join(folder, 'en/articles/a.md')
    const then = new Date('2026-01-01')
    await write({ 'en/articles/a.md': article('', 'one') })
    await utimes(file, then, then)
    await readAgain()
    await write({ 'en/articles/a.md': article('', 'two') })
    await utimes(file, then, then)
    expect((await readAgain()).articles[0]?.markdown).toBe('two')
  })
})
