import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRichTextReader } from '../markdown/create-rich-text-reader.js'
import { readContentFolder } from './content-folder.js'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-synonyms-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const article = '---\ntitle: Refunds\n---\nWords.\n'

async function read(files: Record<string, string>) {
  for (const [path, text] of Object.entries({ 'en/articles/refunds.md': article, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const content = await readContentFolder({ folder, richText: createRichTextReader() })
  return {
    ...content,
    problems: content.problems.map(
      ({ file, line, severity, message }) =>
        `${file}${line ? `:${line}` : ''} ${severity} ${message}`,
    ),
  }
}

const wrong = async (text: string) => {
  const { searchRules, problems } = await read({ 'en/synonyms.yaml': text })
  return { problems: problems.join('\n'), searchRules }
}

describe('synonyms.yaml', () => {
  it('says which words mean the same, in both directions or in one, and what comes first', async () => {
    const { searchRules, problems } = await read({
      'en/synonyms.yaml': [
        '# What customers say.',
        'same:',
        '  - [refund, money back]',
        '  - bill, invoice , 404',
        'one-way:',
        '  klarna: card payment',
        '  Bank transfer: [payment, "giro, bank"]',
        'pins:',
        '  refund policy: refunds',
        '  2024: [refunds]',
      ].join('\n'),
    })
    expect(problems).toEqual([])
    expect(searchRules).toEqual([
      {
        locale: 'en',
        place: 'en/synonyms.yaml',
        synonyms: [
          { words: ['refund', 'money back'] },
          { words: ['bill', 'invoice', '404'] },
          { words: ['klarna'], to: ['card payment'] },
          { words: ['Bank transfer'], to: ['payment', 'giro, bank'] },
        ],
        pins: [
          { query: 'refund policy', articleIds: ['refunds'] },
          { query: '2024', articleIds: ['refunds'] },
        ],
      },
    ])
  })

  it.each([
    ['nothing', ''],
    ['remarks alone', '# later\n'],
    ['keys with nothing behind them', 'same:\none-way:\npins:\n'],
  ])('may hold %s', async (_, text) => {
    const { searchRules, problems } = await wrong(text)
    expect(problems).toBe('')
    expect(searchRules).toMatchObject([{ synonyms: [], pins: [] }])
  })

  it.each([
    ['YAML that cannot be read', 'same:\n  - [a, b\n', ':3 error The YAML cannot be read'],
    ['a word twice', 'one-way:\n  a: b\n  a: c\n', ':3 error The YAML cannot be read'],
    ['a list', '- [a, b]\n', ':1 error The YAML must be keys'],
    ['groups that are no list', '\nsame: a, b\n', ':2 error same must be a list of groups'],
    ['one way that is no map', 'one-way: [a]\n', ':1 error one-way must be keys with values'],
    ['pins that are no map', 'same:\npins: refunds\n', ':2 error pins must be keys with values'],
  ])('is left as it was where it holds %s', async (_, text, problem) => {
    const { searchRules, problems } = await wrong(text)
    expect(problems).toContain(`en/synonyms.yaml${problem}`)
    expect(searchRules).toEqual([])
  })

  it.each([
    ['an unknown key', 'sames:\n  - [a, b]\n', ':1 warning The key "sames" is not known'],
    ['a group of one', 'same:\n  - [a, b]\n  - [c]\n', ':3 warning A group needs two words'],
    ['a group in a group', 'same:\n  - [[a], b]\n', ':2 warning A group needs two words'],
    ['a word without another', 'one-way:\n  a: b\n  c:\n', ':3 warning one-way must be as in'],
    ['a pin without an article', 'pins:\n  a: []\n', ':2 warning pins must be as in'],
    ['a pin of nothing', 'pins:\n  a: [refunds, gone]\n', ':2 warning There is no article "gone"'],
  ])('is taken without %s', async (_, text, problem) => {
    const { searchRules, problems } = await wrong(text)
    expect(problems).toContain(`en/synonyms.yaml${problem}`)
    expect(searchRules).toHaveLength(1)
  })

  it('stands once for each language, under its own name', async () => {
    const same = 'same: [[a, b]]\n'
    const { searchRules, problems } = await read({
      'pt-BR/articles/a.md': article,
      'pt-BR/synonyms.yaml': same,
      'pt-br/articles/b.md': article,
      'pt-br/synonyms.yaml': same,
      'en/synonyms.yml': same,
    })
    expect(searchRules.map(({ place }) => place)).toEqual(['pt-BR/synonyms.yaml'])
    expect(problems).toEqual([
      'en/synonyms.yml warning This file is not read; name it synonyms.yaml.',
      'pt-br/synonyms.yaml error The synonyms of pt-BR stand in pt-BR/synonyms.yaml already; join the two.',
    ])
  })

  it.each([
    ['too large a file', `# ${'x'.repeat(330_000)}`, ' error This file is larger than 320 kB'],
    ['a broken one', 'same: [', ':1 error The YAML cannot be read'],
  ])('holds back nothing but its own language: %s', async (_, text, problem) => {
    const content = await read({
      'en/synonyms.yaml': text,
      'sv/articles/a.md': article,
      'sv/synonyms.yaml': 'same: [[a, b]]\n',
    })
    expect(content.problems.join('\n')).toContain(`en/synonyms.yaml${problem}`)
    expect(content).toMatchObject({ isWhole: true, brokenRules: ['en'] })
    expect(content.searchRules.map(({ locale }) => locale)).toEqual(['sv'])
  })

  it('cannot pin what is kept out of search', async () => {
    const { problems } = await read({
      'en/articles/terms.md': '---\ntitle: Terms\nsearch: false\n---\n',
      'en/articles/old.md': '---\ntitle: Old\nstatus: archived\n---\n',
      'en/synonyms.yaml': 'pins:\n  terms: terms\n  old: old\n',
    })
    expect(problems).toEqual([
      'en/synonyms.yaml:2 warning "terms" is kept out of search, so it cannot be pinned.',
      'en/synonyms.yaml:3 warning "old" is kept out of search, so it cannot be pinned.',
    ])
  })
})
