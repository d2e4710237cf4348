import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRichTextReader } from '../markdown/create-rich-text-reader.js'
import { readContentFolder } from './content-folder.js'
import { createManuscriptReader } from './education/read-manuscript.js'
import { EXPORT_LIST } from './export-list.js'
import type { WrittenArticle, WrittenCollection } from './format-article.js'
import { writeContentFolder } from './write-content.js'

const richText = createRichTextReader()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-export-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const article = (more: Partial<WrittenArticle> = {}): WrittenArticle => ({
  articleId: 'payouts',
  locale: 'en',
  slug: 'payouts',
  title: 'Payouts',
  summary: null,
  collectionId: null,
  keywords: [],
  position: 0,
  audience: 'public',
  status: 'published',
  pages: [],
  updatedAt: null,
  markdown: 'Words.',
  ...more,
})
const collection = (more: Partial<WrittenCollection> = {}): WrittenCollection => ({
  collectionId: 'pay',
  locale: 'en',
  title: 'Pay',
  summary: null,
  position: 0,
  ...more,
})

async function filesIn(where: string): Promise<string[]> {
  const found = await readdir(where, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile() && entry.name !== EXPORT_LIST)
    .map((entry) => join(entry.parentPath, entry.name).slice(where.length + 1))
    .sort()
}

it('writes what reads back as the same, whatever ids and words hold', async () => {
  const oddIds = [
    '../../etc/passwd',
    'a/b',
    'A/B',
    'a:b',
    'a#b?c',
    '—',
    'con',
    'true',
    '42',
    '0x1F',
    ' spaced ',
    'null',
    'it\'s "quoted"',
    '- dash',
    '返金 🎉',
    '𝒳'.repeat(100),
    'x'.repeat(200),
    '.hidden',
    '_collection',
  ]
  const articles = oddIds.flatMap((articleId, at) => [
    article({ articleId, slug: articleId, position: at, collectionId: 'a/b' }),
    article({
      articleId,
      slug: `slug-${at}`,
      locale: 'pt-BR',
      collectionId: oddIds[at % 3] ?? null,
    }),
  ])
  articles.push(
    article({
      locale: 'sv',
      title: 'Titel: "så" #1 \u00a0— 50 %',
      summary: '---',
      keywords: ['a, b', 'no', '2026-01-01', '[x]'],
      searchable: false,
      tour: 'set up: first',
      position: -1.5,
      audience: 'segment:beta testers',
      status: 'archived',
      pages: ['/invoices/*', '*'],
      updatedAt: '2026-10-05T12:30:00.250Z',
      markdown: '---\n\n    code first\n\n```\n---\n```\n\n[a](article:a%2Fb)',
    }),
    article({ locale: 'uk', updatedAt: '2026-10-05T00:00:00.000Z', markdown: '' }),
  )
  const collections = ['en', 'pt-BR'].flatMap((locale) =>
    oddIds.map((collectionId) =>
      collection({ locale, collectionId, title: collectionId.trim(), icon: 'card', position: 3 }),
    ),
  )
  await writeContentFolder(folder, articles, collections)
  const read = await readContentFolder({ folder, richText })

  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const byId = (a: { locale: string }, b: { locale: string }) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
  const strip = ({ body: _, place: __, ...rest }: (typeof read.articles)[number]) => rest
  const inOrder = (list: readonly WrittenArticle[]) =>
    list.map((item) => ({ ...item, key: `${item.locale}|${item.articleId}` })).sort(byId)
  const keyed = new Map(
    read.articles.map((item) => [`${item.locale}|${item.articleId}`, strip(item)]),
  )
  expect(keyed.size).toBe(articles.length)
  for (const { key, ...item } of inOrder(articles)) expect(keyed.get(key)).toEqual(item)
  expect(read.collections).toHaveLength(collections.length)
  for (const item of collections)
    expect(read.collections).toContainEqual(expect.objectContaining(item))
})

it('keeps an article in its collection where nobody translated that', async () => {
  await writeContentFolder(folder, [article({ collectionId: 'Pay / out' })], [])
  const { articles, collections, problems } = await readContentFolder({ folder, richText })
  expect(problems).toEqual([])
  expect(articles[0]?.collectionId).toBe('Pay / out')
  expect(collections[0]?.collectionId).toBe('Pay / out')
})

it('writes files that people like to read', async () => {
  const { written } = await writeContentFolder(
    folder,
    [
      article({
        collectionId: 'pay',
        summary: 'When',
        keywords: ['bank'],
        updatedAt: '2026-10-05T00:00:00.000Z',
      }),
    ],
    [collection({ icon: 'bank', position: 2 })],
  )
  expect(written).toEqual(['en/articles/pay/_collection.yaml', 'en/articles/pay/payouts.md'])
  expect(await readFile(join(folder, 'en/articles/pay/_collection.yaml'), 'utf8')).toBe(
    'id: pay\ntitle: Pay\nicon: bank\norder: 2\n',
  )
  expect(await readFile(join(folder, 'en/articles/pay/payouts.md'), 'utf8')).toBe(
    '---\nid: payouts\ntitle: Payouts\nsummary: When\nkeywords:\n  - bank\nupdated: 2026-10-05\n---\n\nWords.\n',
  )
})

it('writes the same files in whatever order the articles come', async () => {
  const articles = [
    article({ articleId: 'a/b', slug: 'a/b' }),
    article({ articleId: 'a-b', slug: 'a-b' }),
  ]
  await writeContentFolder(join(folder, 'one'), articles, [])
  await writeContentFolder(join(folder, 'two'), articles.toReversed(), [])
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  expect(await filesIn(one)).toEqual(await filesIn(two))
  for (const path of await filesIn(one)) {
    expect(await readFile(join(one, path), 'utf8')).toBe(await readFile(join(two, path), 'utf8'))
  }
})

it('writes over its own files and leaves others alone', async () => {
  await writeContentFolder(folder, [article({ title: 'One' })], [])
  await writeFile(join(folder, 'en/articles/own.txt'), 'mine')
  await writeContentFolder(folder, [article({ title: 'Two' })], [])
  expect(await filesIn(folder)).toEqual(['en/articles/own.txt', 'en/articles/payouts.md'])
  expect(await readFile(join(folder, 'en/articles/payouts.md'), 'utf8')).toContain('title: Two')
})

it('never writes outside the folder', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'waypost-outside-'))
  const victim = join(outside, 'victim')
  await writeFile(victim, 'safe')
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await symlink(victim, join(folder, 'en/articles/payouts.md'))
  await writeContentFolder(folder, [article()], [])
  expect(await readFile(victim, 'utf8')).toBe('safe')

  await symlink(outside, join(folder, 'sv'))
  await expect(writeContentFolder(folder, [article({ locale: 'sv' })], [])).rejects.toThrow(
    'leads out of the folder',
  )
  await expect(writeContentFolder(folder, [article({ locale: '../x' })], [])).rejects.toThrow(
    'is not a language tag',
  )
  expect(await filesIn(outside)).toEqual(['victim'])
  await rm(outside, { recursive: true })
})

it('writes synonyms and pins that read back as the same, whatever the words hold', async () => {
  const rules = {
    locale: 'uk',
    synonyms: [
      { words: ['рахунок, чек', 'true', '404', 'it\'s: "so"'] },
      { words: ['# 1'], to: ['- a', 'null'] },
    ],
    pins: [{ query: '? what: [now]', articleIds: ['payouts', 'a, b'] }],
  }
  await writeContentFolder(folder, [article({ locale: 'uk' })], [], [rules])
  const { searchRules, problems } = await readContentFolder({ folder, richText })
  expect(searchRules).toEqual([{ ...rules, place: 'uk/synonyms.yaml' }])
  expect(problems.map(({ message }) => message)).toEqual([
    'There is no article "a, b" in uk to pin; correct the id or write it.',
  ])
})

it('writes courses, checklists, tours and tips that read back as the same', async () => {
  const tidemark = fileURLToPath(
    new URL('../../../../../examples/tidemark/content', import.meta.url),
  )
  const worksIn = async (where: string) => {
    const { education, problems } = await readContentFolder({ folder: where, richText })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const heads = education.works.map(({ kind, contentId, locale, written }) => {
      return { kind, contentId, locale, written }
    })
    return heads.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  const odd = { title: 'Odd', lessons: [{ id: 'a/b: ?', title: 'L', body: '# Title\n\n--- | x' }] }
  const works = [
    ...(await worksIn(tidemark)),
    { kind: 'course', contentId: 'a/b', locale: 'en', written: odd },
    { kind: 'course', contentId: 'a-b', locale: 'en', written: odd },
  ] as const
  expect(works.length).toBeGreaterThan(10)
  const readJson = createManuscriptReader(richText)
  const wrong = works.flatMap((one) => readJson(one, one.written, 'en').faults)
  expect(wrong.filter(({ severity }) => severity === 'error')).toEqual([])
  await writeContentFolder(folder, [], [], [], works)
  expect(await worksIn(folder)).toEqual(
    works.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  )
  const before = await filesIn(folder)
  await writeContentFolder(folder, [], [], [], await worksIn(folder))
  expect(await filesIn(folder)).toEqual(before)
})

it('leaves no lesson of its own twice where it got another place, and none that is gone', async () => {
  const course = (...ids: string[]) => {
    const lessons = ids.map((id) => ({ id, title: id.toUpperCase(), body: 'Words.' }))
    const written = { title: 'Begin', lessons }
    return [{ kind: 'course', contentId: 'begin', locale: 'en', written }] as const
  }
  const inCourse = join(folder, 'en/courses/begin')
  await writeContentFolder(folder, [], [], [], course('a', 'b', 'gone'))
  await writeFile(join(inCourse, '01-a.md'), '---\ntitle: A\n---\n\nBy hand.')
  await writeFile(join(inCourse, 'picture.png'), 'mine')
  await writeFile(join(inCourse, '.draft.md'), 'mine')
  await mkdir(join(inCourse, 'notes.md'))
  await mkdir(join(folder, 'en/courses/other'))
  await writeFile(join(folder, 'en/courses/other/own.md'), 'mine')

  const { removed, left } = await writeContentFolder(folder, [], [], [], course('new', 'a', 'b'))
  expect(removed).toEqual(
    ['10-a.md', '20-b.md', '30-gone.md'].map((name) => `en/courses/begin/${name}`),
  )
  expect(left).toEqual(['en/courses/begin/01-a.md'])
  expect(await filesIn(folder)).toEqual([
    'en/courses/begin/.draft.md',
    'en/courses/begin/01-a.md',
    'en/courses/begin/10-new.md',
    'en/courses/begin/20-a.md',
    'en/courses/begin/30-b.md',
    'en/courses/begin/_course.yaml',
    'en/courses/begin/picture.png',
    'en/courses/other/own.md',
  ])
  await rm(join(inCourse, '01-a.md'))
  const { education } = await readContentFolder({ folder, richText })
  expect(education.works[0]?.written.lessons).toMatchObject([
    { id: 'new' },
    { id: 'a' },
    { id: 'b' },
  ])
})

it('leaves no article of its own twice where its slug or its collection is another', async () => {
  const shelf = [collection({ collectionId: 'pay' }), collection({ collectionId: 'new' })]
  await writeContentFolder(folder, [article({ collectionId: 'pay' })], shelf)
  await writeFile(join(folder, 'en/articles/payouts.md'), '---\ntitle: By hand\n---\n\nWords.')
  await writeFile(join(folder, 'en/articles/own.md'), '---\ntitle: Own\n---\n\nWords.')
  await writeFile(join(folder, 'en/articles/broken.md'), 'id: payouts')
  await mkdir(join(folder, 'en/articles/former'))
  await rename(
    join(folder, 'en/articles/pay/_collection.yaml'),
    join(folder, 'en/articles/former/_collection.yaml'),
  )
  await mkdir(join(folder, 'sv/articles'), { recursive: true })
  await writeFile(join(folder, 'sv/articles/payouts.md'), '---\ntitle: Svensk\n---\n\nOrd.')
  await symlink(join(folder, 'en/articles/own.md'), join(folder, 'en/articles/payouts-link.md'))

  const { removed, left } = await writeContentFolder(
    folder,
    [article({ slug: 'money', collectionId: 'new' })],
    shelf,
  )
  expect(removed).toEqual(['en/articles/pay/payouts.md'])
  expect(left).toEqual(['en/articles/former/_collection.yaml', 'en/articles/payouts.md'])
  expect(await filesIn(folder)).toEqual([
    'en/articles/broken.md',
    'en/articles/former/_collection.yaml',
    'en/articles/new/_collection.yaml',
    'en/articles/new/money.md',
    'en/articles/own.md',
    'en/articles/pay/_collection.yaml',
    'en/articles/payouts.md',
    'sv/articles/payouts.md',
  ])
  for (const path of [...left, 'en/articles/broken.md']) await rm(join(folder, path))
  const { articles, problems } = await readContentFolder({ folder, richText })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(articles.find(({ articleId }) => articleId === 'payouts')).toMatchObject({
    ...{ slug: 'money', collectionId: 'new' },
  })
})

it('leaves exactly what is there now where it has written before', async () => {
  const written = { title: 'Begin', lessons: [{ id: 'a', title: 'A', body: 'Words.' }] }
  const works = [
    { kind: 'course', contentId: 'begin', locale: 'en', written },
    { kind: 'tip', contentId: 'due', locale: 'en', written: { title: { en: 'Due' } } },
  ] as const
  const rules = [{ locale: 'sv', synonyms: [{ words: ['a', 'b'] }], pins: [] }]
  const kept = article({ articleId: 'kept', slug: 'kept' })
  const gone = [article({ collectionId: 'pay' }), article({ locale: 'sv', slug: 'utbetalning' })]
  await writeContentFolder(folder, [kept, ...gone], [collection()], rules, works)
  await writeFile(join(folder, 'en/articles/own.md'), '---\ntitle: Own\n---\n\nWords.')
  await mkdir(join(folder, 'en/courses/begin/images'))
  await writeFile(join(folder, 'en/courses/begin/images/a.png'), 'mine')
  await writeContentFolder(folder, [kept, article({ articleId: 'new', slug: 'new' })], [])
  expect(await readdir(folder, { recursive: true }).then((names) => names.sort())).toEqual([
    EXPORT_LIST,
    'en',
    'en/articles',
    'en/articles/kept.md',
    'en/articles/new.md',
    'en/articles/own.md',
    'en/courses',
    'en/courses/begin',
    'en/courses/begin/images',
    'en/courses/begin/images/a.png',
  ])
})

it('never removes a file that it did not write, or that somebody has changed since', async () => {
  const two = article({ articleId: 'two', slug: 'two' })
  const three = article({ articleId: 'three', slug: 'three' })
  await mkdir(join(folder, 'en/articles'), { recursive: true })
  await writeFile(join(folder, 'en/articles/before.md'), '---\ntitle: Before\n---\n\nWords.')
  await writeContentFolder(folder, [article(), two, three], [])
  const [changed, converted] = ['payouts', 'two'].map((name) =>
    join(folder, `en/articles/${name}.md`),
  )
  await writeFile(String(changed), 'Other words.')
  const text = await readFile(String(converted), 'utf8')
  await writeFile(String(converted), text.replaceAll('\n', '\r\n'))
  await rm(join(folder, 'en/articles/three.md'))
  await symlink(join(folder, 'nowhere'), join(folder, 'en/articles/three.md'))

  const { removed, left } = await writeContentFolder(folder, [], [])
  expect(removed).toEqual(['en/articles/two.md'])
  expect(left).toEqual(['en/articles/payouts.md', 'en/articles/three.md'])
  expect(await filesIn(folder)).toEqual(['en/articles/before.md', 'en/articles/payouts.md'])
  // From then on they are somebody's own, and told no more.
  expect(await writeContentFolder(folder, [], [])).toEqual({ written: [], removed: [], left: [] })
})

it('removes nothing outside the folder, whatever its list says', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'waypost-outside-'))
  await writeContentFolder(outside, [article()], [])
  const list = await readFile(join(outside, EXPORT_LIST), 'utf8')
  const lead = list.replace('  en/', `  ../${outside.split('/').at(-1)}/en/`)
  await writeFile(join(folder, EXPORT_LIST), `${lead}no line of a list\n`)
  await symlink(join(outside, 'en'), join(folder, 'en'))
  const { removed } = await writeContentFolder(folder, [], [])
  await writeFile(join(folder, EXPORT_LIST), list)
  const again = await writeContentFolder(folder, [], [])
  expect([...removed, ...again.removed]).toEqual([])
  expect(await filesIn(outside)).toEqual(['en/articles/payouts.md'])
  await rm(outside, { recursive: true })
})

it('knows what an export has written that failed', async () => {
  await mkdir(join(folder, 'en/articles/taken.md'), { recursive: true })
  const taken = article({ articleId: 'taken', slug: 'taken' })
  await expect(writeContentFolder(folder, [article(), taken], [])).rejects.toThrow()
  expect(await filesIn(folder)).toContain('en/articles/payouts.md')
  await rm(join(folder, 'en/articles/taken.md'), { recursive: true })
  await writeContentFolder(folder, [], [])
  expect(await filesIn(folder)).toEqual([])
})

it('leaves a copy alone whose author forgot its id, as nobody else has its words', async () => {
  await writeContentFolder(folder, [article()], [])
  const copy = '---\nid: payouts\ntitle: Partial payouts\n---\n\nOther words.'
  await writeFile(join(folder, 'en/articles/partial.md'), copy)
  await writeContentFolder(folder, [article({ title: 'Payouts again' })], [])
  expect(await readFile(join(folder, 'en/articles/partial.md'), 'utf8')).toBe(copy)
})

it('removes nothing before all is written, so that an export that fails takes nothing away', async () => {
  await writeContentFolder(folder, [article(), article({ articleId: 'other', slug: 'other' })], [])
  await mkdir(join(folder, 'en/articles/taken.md'))
  const moved = [
    article({ slug: 'money' }),
    article({ articleId: 'other', slug: 'taken', title: 'Other' }),
  ]
  await expect(writeContentFolder(folder, moved, [])).rejects.toThrow()
  expect(await filesIn(folder)).toEqual(
    expect.arrayContaining(['en/articles/other.md', 'en/articles/payouts.md']),
  )
})

it('removes nothing through a link that stands for a course or a lesson', async () => {
  const written = { title: 'Begin', lessons: [{ id: 'a', title: 'A', body: 'Words.' }] }
  const works = [{ kind: 'course', contentId: 'begin', locale: 'en', written }] as const
  await mkdir(join(folder, 'drafts'))
  await writeFile(join(folder, 'drafts/own.md'), 'mine')
  await mkdir(join(folder, 'en/courses'), { recursive: true })
  await symlink(join(folder, 'drafts'), join(folder, 'en/courses/begin'))
  await writeContentFolder(folder, [], [], [], works)
  expect(await readFile(join(folder, 'drafts/own.md'), 'utf8')).toBe('mine')

  await rm(join(folder, 'en/courses/begin'))
  await mkdir(join(folder, 'en/courses/begin'))
  await symlink(join(folder, 'drafts/own.md'), join(folder, 'en/courses/begin/20-own.md'))
  await writeContentFolder(folder, [], [], [], works)
  expect(await readFile(join(folder, 'drafts/own.md'), 'utf8')).toBe('mine')
  expect(await readdir(join(folder, 'en/courses/begin'))).toContain('20-own.md')
})
