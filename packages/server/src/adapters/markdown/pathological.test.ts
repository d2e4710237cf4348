import { isWaypostError, richTextLimits } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { hasCorpora, loadCorpus } from './corpus.test.kit.js'
import { createRichTextReader } from './create-rich-text-reader.js'

const reader = createRichTextReader()
/** Catastrophes take minutes; a busy machine takes seconds. */
const BOUND = 20_000

const OURS = [
  ['images in images', `${'!['.repeat(40_000)}a${'](b)'.repeat(40_000)}`],
  ['links in links', `${'['.repeat(40_000)}a${'](b)'.repeat(40_000)}`],
  ['lists in lists', '- '.repeat(130_000)],
  ['a table of empty rows', `${'|'.repeat(500)}\n${'|-'.repeat(499)}|\n${'|\n'.repeat(100_000)}`],
  ['the same heading', '# a\n'.repeat(60_000)],
  ['schemes without hosts', 'http://'.repeat(37_000)],
  ['addresses that never end', 'a@b.'.repeat(65_000)],
  ['hosts in hosts', 'www.a.'.repeat(43_000)],
  ['definitions', '[a]: b\n'.repeat(37_000)],
  ['tildes', '~~a'.repeat(87_000)],
  ['one softbreak after another', 'a\n'.repeat(131_000)],
] as const

describe('text made to hang a parser', () => {
  it.each(OURS)('%s', (_, text) => finishes(text), BOUND)
})

describe.skipIf(!hasCorpora('inputs made to hang a parser'))('known inputs at our caps', () => {
  const entries = ['markdown-redos', 'redos-strings'].flatMap(loadCorpus)
  it.each(entries)('$id $note', ({ input }) => finishes(input), BOUND)
})

/** Ends, and in nothing but a tree or the one error of a text that is too much. */
function finishes(text: string) {
  const read = [
    () => reader.fromMarkdown(text.slice(0, richTextLimits.article)),
    () => reader.fromMarkdown(text.slice(0, richTextLimits.message)),
    () => reader.fromPlainText(text.slice(0, richTextLimits.message)),
  ]
  for (const each of read) {
    try {
      each()
    } catch (error) {
      expect(isWaypostError(error, 'invalid_input'), String(error)).toBe(true)
    }
  }
}
