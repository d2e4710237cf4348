import { readdirSync, readFileSync } from 'node:fs'
import type { RichText } from '@waypost/sdk/contract'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../foundation/rich-text-markdown.js'
import { hasCorpora, loadCorpus } from './corpus.test.kit.js'
import { createRichTextReader } from './create-rich-text-reader.js'

const reader = createRichTextReader()
const resolveImage = (src: string) => (src.startsWith('/') ? src : `/here/${src}`)
const read = (markdown: string): RichText => reader.fromMarkdown(markdown, { resolveImage }).body

/** Addresses as they stand in a source, so that nothing but the writing is tried. */
const articleUrl = (id: string, anchor?: string) =>
  `article:${encodeURIComponent(id)}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`
const write = (body: RichText) => renderMarkdown(body, { articleUrl })

/** A heading and a cell stand on one line: where their source broke, or was broken, is a blank. */
function flat(body: RichText): unknown {
  return JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    isHeading(value) ? { ...value, children: onOneLine(value.children) } : value,
  )
}

const isHeading = (value: unknown): value is { children: unknown } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'heading'

const onOneLine = (children: unknown): unknown =>
  JSON.parse(JSON.stringify(children).replaceAll('\\n', ' '))

describe('a tree written as Markdown', () => {
  it.each([
    'Plain, with *emphasis*, **strong**, ~~struck~~ and `code`.',
    '**_both_** and *__both__* and **a*b*c** and _**x** y_',
    '5 \\* 3, snake_case, \\_edge\\_, a\\[b\\], 1 < 2, AT&T, \\&amp;, ~5, \\~\\~not struck\\~\\~',
    '1\\. not a list\n\\- nor this\n\\# nor a heading\n\\> nor a quote\n\\+ no\n\\===',
    'Wow\\![link](https://example.com) and ![picture](/a.png "Title \\"q\\"")',
    'A [link](https://example.com/a_(b) "T"), <https://example.com>, ada@example.com, [x](article:a%2Fb#c)',
    '`` a`b `` and ` `` ` and `` ` ``',
    'one\\\ntwo\nthree',
    '- a\n- b\n  - c\n    1. d\n    2. e\n- [ ] open\n- [x] done',
    '- a\n\n  b\n\n- c',
    '3. three\n4. four\n\n5) five',
    '- a\n\n+ b',
    '> quote\n>\n> > deeper\n\n> [!TIP]\n> Words\n>\n> - list',
    '```ts\nconst a = `b`\n\n```\n\n````\n```\n````',
    '| a | b |\n|:--|--:|\n| `x\\|y` | **z** |\n|  | \\| |',
    '## A `heading` \\#\n\nText\n\n***\n\n# C#',
    '[![Send an invoice](/poster.jpg)](https://example.com/send.mp4)',
  ])('reads back as the same: %s', (markdown) => {
    const body = read(markdown)
    expect(read(write(body)), write(body)).toEqual(body)
  })

  it('reads as people write: nothing is escaped that means nothing', () => {
    const markdown =
      'At 9:00 (UTC) send invoice_2041 for 5 % – it’s done. E-mail: a.b+c.\n\n' +
      '- **Settings → Bank**: press *Connect*.\n- 10 > 3!\n\n> [!NOTE]\n> See [payouts](/p).'
    expect(write(read(markdown))).toBe(markdown)
  })

  it('makes paths whole, and leaves the words of a link that leads nowhere', () => {
    const body = read('[a](/x) ![b](/y.png) [c](article:gone)')
    const options = {
      articleUrl: () => undefined,
      siteUrl: (path: string) => `https://help.example${path}`,
    }
    expect(renderMarkdown(body, options)).toBe(
      '[a](https://help.example/x) ![b](https://help.example/y.png) c',
    )
  })
})

describe('the articles of Tidemark', () => {
  const root = new URL('../../../../../examples/tidemark/content/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const articles = files.filter((file) => file.endsWith('.md'))

  it('read back as the same', () => {
    expect(articles.length).toBeGreaterThan(40)
    for (const file of articles) {
      const markdown = readFileSync(new URL(file, root), 'utf8').replace(
        /^---\n[\s\S]*?\n---\n/,
        '',
      )
      const body = read(markdown)
      expect(read(write(body)), file).toEqual(body)
    }
  })
})

describe.skipIf(!hasCorpora('the examples of CommonMark, written again'))('CommonMark', () => {
  /** A paragraph of nothing but a link that leads nowhere: Markdown has no empty paragraphs. */
  const EMPTY = 'cm-489'
  const examples = loadCorpus('commonmark-spec')

  it.each(examples.filter(({ id }) => id !== EMPTY))('$id $note', ({ input }) => {
    const body = read(input)
    expect(flat(read(write(body))), write(body)).toEqual(flat(body))
  })
})
