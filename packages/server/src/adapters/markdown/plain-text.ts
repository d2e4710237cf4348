import { type Block, type Inline, type RichText, richTextLimits } from '@waypost/sdk/contract'
import type { MarkdownIt } from 'markdown-it'
import { isSafeHref } from '../../foundation/safe-href.js'
import { createTreeBudget } from './tree-budget.js'

/** Paragraphs at blank lines, breaks at the others, addresses as links; nothing else is markup. */
export function readPlainText(parser: MarkdownIt, text: string, field: string): RichText {
  const budget = createTreeBudget(field)
  const paragraphs: Inline[][] = []
  let inParagraph = false
  for (const line of text.split(/\r\n?|\n/)) {
    const words = line.trimEnd()
    if (words === '') {
      inParagraph = false
      continue
    }
    if (inParagraph) paragraphs.at(-1)?.push({ type: 'break' })
    else paragraphs.push([])
    paragraphs.at(-1)?.push(...readLine(parser, words))
    inParagraph = true
  }
  for (const _ of paragraphs.flatMap((inlines) => [inlines, ...inlines])) budget.addNode(1)
  return paragraphs.map((children): Block => ({ type: 'paragraph', children }))
}

function readLine(parser: MarkdownIt, line: string): Inline[] {
  const inlines: Inline[] = []
  let end = 0
  for (const match of parser.linkify.match(line) ?? []) {
    const href = parser.normalizeLink(match.url)
    if (!isSafeHref(href) || href.length > richTextLimits.link) continue
    if (match.index > end) inlines.push({ type: 'text', text: line.slice(end, match.index) })
    const children: Inline[] = [{ type: 'text', text: match.raw }]
    inlines.push({ type: 'link', href, children })
    end = match.lastIndex
  }
  if (end < line.length) inlines.push({ type: 'text', text: line.slice(end) })
  return inlines
}
