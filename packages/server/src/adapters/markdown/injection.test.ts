import { isWaypostError, type RichText, RichTextSchema } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { renderRichText } from '../../foundation/rich-text-html.js'
import { hasCorpora, loadCorpus } from './corpus.test.kit.js'
import { createRichTextReader } from './create-rich-text-reader.js'
import { readStrictHtml } from './strict-html.test.kit.js'

const reader = createRichTextReader()
const words = {
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'W', caution: 'C' },
  ...{ table: 'Table', video: 'Video', done: 'Done', notDone: 'To do' },
}

function draw(body: RichText): string {
  const articleUrl = (id: string, anchor = '') =>
    `/help/${encodeURIComponent(id)}#${encodeURIComponent(anchor)}`
  return String(renderRichText(body, { words, articleUrl, headingOffset: 1 }))
}

/** One payload in every place of a Markdown text that takes words or an address. */
function placesFor(payload: string): readonly string[] {
  const line = payload.replace(/\s*\n\s*/g, ' ')
  return [
    payload,
    `before ${line} after`,
    `# ${line}`,
    `- [ ] ${line}`,
    `> [!NOTE]\n> ${line}`,
    `| a |\n|---|\n| ${line.replaceAll('|', '\\|')} |`,
    `**${line}**`,
    `[${line}](https://a.example/)`,
    `[x](${line})`,
    `[x](<${line}>)`,
    `[x](https://a.example/ "${line.replaceAll('"', '\\"')}")`,
    `[x](article:${line.replaceAll(' ', '%20')})`,
    `[x](/${line})`,
    `[x](#${line})`,
    `![${line}](https://a.example/a.png)`,
    `![x](${line})`,
    `[![${line}](${line})](${line}.mp4)`,
    `<${line}>`,
    `[x][r]\n\n[r]: ${line}`,
    `\`${line}\``,
    `\`\`\`${line.replaceAll('`', '')}\n${payload}\n\`\`\``,
  ]
}

describe.skipIf(!hasCorpora('payloads of script injection'))('no payload becomes markup', () => {
  it.each([
    'markdown-it-xss',
    'html5sec',
    'owasp-xss-evasion',
    'patt-xss',
    'dompurify-expect',
    'blns',
  ])('of %s', (name) => {
    const entries = loadCorpus(name)
    expect(entries.length).toBeGreaterThan(0)
    let [texts, refused] = [0, 0]
    for (const { id, input } of entries) {
      const reads = [
        ...placesFor(input).map((markdown) => () => {
          return reader.fromMarkdown(markdown, { resolveImage: (src) => src }).body
        }),
        () => reader.fromPlainText(input),
      ]
      texts += reads.length
      refused += reads.filter((read) => !isDrawnStrictly(id, read)).length
    }
    console.log(`${name}: ${entries.length} payloads in ${texts} texts, ${refused} refused whole`)
    expect(refused).toBeLessThan(texts / 20)
  })
})

it('would notice markup', () => {
  for (const markup of [
    '<script>',
    '<img src=x>',
    '<p onclick="x"></p>',
    '<a href="javascript:x"></a>',
    '<a href="/\\evil.example"></a>',
    '<p>',
    'a < b',
    '"',
  ]) {
    expect(() => readStrictHtml(markup)).toThrow()
  }
})

/** Refusing a text whole is fine; drawing it wrong is not. */
function isDrawnStrictly(id: string, read: () => RichText): boolean {
  try {
    readStrictHtml(draw(v.parse(RichTextSchema, read())))
    return true
  } catch (error) {
    if (isWaypostError(error, 'invalid_input')) return false
    throw new Error(`${id}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}
