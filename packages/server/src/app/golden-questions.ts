import { readFile } from 'node:fs/promises'
import { isLocale } from '@waypost/sdk/contract'
import { isMap, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { textOf, textsOf } from '../adapters/content/yaml-fields.js'
import { CliError } from './cli-error.js'

/** What somebody asks, and the articles of which any answers it. */
export interface GoldenQuestion {
  readonly query: string
  readonly locale: string
  readonly expect: readonly string[]
  readonly line: number
}

const KEYS = ['query', 'locale', 'expect']

/** Reads an operator's questions. Throws everything that is wrong with them, by file and line. */
export async function readGoldenQuestions(file: string): Promise<readonly GoldenQuestion[]> {
  const yaml = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliError(`${file} cannot be read: there is no such file.`, { cause })
  })
  const wrong: string[] = []
  const lines = new LineCounter()
  const lineOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line
  const complain = (line: number, what: string) => wrong.push(`${file}:${line}  ${what}`)

  const questions = read()
  if (wrong.length > 0) throw new CliError(wrong.join('\n'))
  return questions

  function read(): readonly GoldenQuestion[] {
    const { contents, errors } = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
    const [error] = errors
    if (error) complain(lines.linePos(error.pos[0]).line, error.message)
    else if (!isSeq(contents) || contents.items.length === 0) {
      complain(
        1,
        'must be a list of questions, as - { query: late fee, locale: en, expect: [late-fees] }',
      )
    } else return contents.items.flatMap(question)
    return []
  }

  function question(item: unknown): GoldenQuestion[] {
    const line = lineOf(item)
    if (!isMap(item)) {
      complain(line, 'must be a question with query, locale and expect')
      return []
    }
    for (const { key } of item.items) {
      const name = textOf(key) ?? ''
      if (!KEYS.includes(name)) complain(lineOf(key), `"${name}" is none of ${KEYS.join(', ')}`)
    }
    const query = textOf(item.get('query', true))?.trim() ?? ''
    const locale = textOf(item.get('locale', true)) ?? ''
    const expect = textsOf(item.get('expect', true)) ?? []
    if (query === '') complain(placeOf(item, 'query'), 'query must be what somebody would type')
    if (!isLocale(locale)) complain(placeOf(item, 'locale'), 'locale must be a language tag, as sv')
    if (expect.length === 0)
      complain(placeOf(item, 'expect'), 'expect must name an article by its id')
    return [{ query, locale, expect, line }]
  }

  function placeOf(item: YAMLMap, key: string): number {
    return lineOf(item.get(key, true) ?? item)
  }
}
