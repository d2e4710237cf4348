import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGoldenQuestions } from './golden-questions.js'

describe('golden questions', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-golden-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const read = (...lines: string[]) => {
    const file = join(folder, 'golden.yaml')
    writeFileSync(file, lines.join('\n'))
    return readGoldenQuestions(file)
  }
  const complaints = (...lines: string[]) =>
    read(...lines).then(
      () => [],
      (error: Error) => error.message.replaceAll(`${folder}/`, '').split('\n'),
    )

  it('are read with their lines; one article may stand alone, and numbers are words', async () => {
    const questions = await read(
      '# Ours',
      '- { query: late fee, locale: en, expect: [late-fees, reminders] }',
      '- query: 404',
      '  locale: sv',
      '  expect: 1.0',
    )
    expect(questions).toEqual([
      { query: 'late fee', locale: 'en', expect: ['late-fees', 'reminders'], line: 2 },
      { query: '404', locale: 'sv', expect: ['1.0'], line: 3 },
    ])
  })

  it('are refused with all that is wrong, by file and line', async () => {
    const wrong = [
      '- { query: late fee, locale: en, expect: [late] }',
      '- query: ""',
      '  locale: swedish!',
      '  expect: []',
      '  expected: [late]',
      '- late fee',
      '- {}',
    ]
    expect(await complaints(...wrong)).toEqual([
      'golden.yaml:5  "expected" is none of query, locale, expect',
      'golden.yaml:2  query must be what somebody would type',
      'golden.yaml:3  locale must be a language tag, as sv',
      'golden.yaml:4  expect must name an article by its id',
      'golden.yaml:6  must be a question with query, locale and expect',
      'golden.yaml:7  query must be what somebody would type',
      'golden.yaml:7  locale must be a language tag, as sv',
      'golden.yaml:7  expect must name an article by its id',
    ])
  })

  it.each(['', 'query: late', '- [', '- {', '\t- x', '[]', '%'])(
    'are refused where the file is none: %j',
    async (yaml) => {
      expect((await complaints(yaml))[0]).toMatch(/^golden\.yaml:\d+ {2}\w/)
    },
  )

  it('are refused where there is no file', async () => {
    await expect(readGoldenQuestions(join(folder, 'none.yaml'))).rejects.toThrow('no such file')
  })
})
