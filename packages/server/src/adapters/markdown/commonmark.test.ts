import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { commonMarkHtml } from './commonmark-html.test.kit.js'
import { hasCorpora, loadCorpus } from './corpus.test.kit.js'
import { createRichTextReader } from './create-rich-text-reader.js'

/** Where we differ on purpose; every example named here must differ, so that the list cannot rot. */
const DIFFERENCES: Readonly<Record<string, readonly string[]>> = {
  'a link with an empty address leads nowhere': ['cm-488', 'cm-489', 'cm-569'],
  'a relative address would lead into the page that shows the text': [
    'cm-196',
    'cm-197',
    'cm-498',
    'cm-502',
    'cm-504',
  ],
  'only http, https, mailto and tel may be links': ['cm-598', 'cm-600', 'cm-601', 'cm-603'],
  'bare addresses become links': ['cm-610', 'cm-613'],
}

const reader = createRichTextReader()
/** What the reference parser takes for raw HTML is text to us: there is nothing to compare. */
const reference = new MarkdownIt('commonmark')

function holdsHtml(markdown: string): boolean {
  return reference
    .parse(markdown, {})
    .some(
      ({ type, children }) =>
        type === 'html_block' || children?.some((child) => child.type === 'html_inline'),
    )
}

/** Relative pictures are a matter of the folder they stand in: here each keeps its address. */
function draw(markdown: string): string {
  const { body } = reader.fromMarkdown(markdown, {
    resolveImage: (src) => (src.startsWith('/') ? src : `/here/${src}`),
  })
  return commonMarkHtml(body).replaceAll('src="/here/', 'src="')
}

describe.skipIf(!hasCorpora('the examples of CommonMark'))('CommonMark', () => {
  const examples = loadCorpus('commonmark-spec')
  const comparable = examples.filter(({ input }) => !holdsHtml(input))
  const differing = new Set(Object.values(DIFFERENCES).flat())
  const conforming = comparable.filter(({ id }) => !differing.has(id))

  it.each(conforming)('$id $note', ({ input, expected }) => {
    expect(draw(input)).toBe(expected)
  })

  it.each(Object.entries(DIFFERENCES))('differs because %s', (_, ids) => {
    for (const { input, expected } of comparable.filter(({ id }) => ids.includes(id))) {
      expect(draw(input)).not.toBe(expected)
    }
  })

  it('is held byte for byte by all but a few examples', () => {
    const [all, html] = [examples.length, examples.length - comparable.length]
    console.log(
      `CommonMark: ${conforming.length} of ${comparable.length} examples without HTML agree, ` +
        `${differing.size} differ on purpose; ${html} of ${all} hold HTML`,
    )
    expect(differing.size).toBeLessThanOrEqual(14)
  })
})
