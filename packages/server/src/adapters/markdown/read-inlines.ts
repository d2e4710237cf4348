import type { Inline } from '@waypost/sdk/contract'
import { readImage } from './read-image.js'
import { readLink } from './read-link.js'
import type { Reading } from './reading.js'
import { nestTokens, type TokenNode } from './token-tree.js'

/** Where a piece of text stands: the line counts on as its breaks are passed. */
interface Spot {
  line: number
  readonly depth: number
}

const WRAPPERS = { strong: 'strong', em: 'emphasis', s: 'strike' } as const

/** What a paragraph, heading or cell at a depth holds; a cell's line is that of its row. */
export function readInlinesOf(
  reading: Reading,
  node: TokenNode,
  depth: number,
  row?: TokenNode,
): Inline[] {
  const tokens = node.children.flatMap(({ token }) => token.children ?? [])
  const firstLine = (node.token.map ?? row?.token.map ?? [0])[0] + 1
  return readInlines(reading, nestTokens(tokens), { line: firstLine, depth: depth + 1 })
}

/** Neighbouring pieces of plain text become one. */
function readInlines(reading: Reading, nodes: readonly TokenNode[], spot: Spot): Inline[] {
  const inlines: Inline[] = []
  for (const node of nodes) {
    for (const inline of readInline(reading, node, spot)) append(inlines, inline)
  }
  for (const inline of inlines) if (inline.type === 'text') reading.budget.addNode(spot.depth)
  return inlines
}

function readInline(reading: Reading, node: TokenNode, spot: Spot): readonly Inline[] {
  const { token, children } = node
  switch (token.type) {
    case 'softbreak':
      spot.line += 1
      return [{ type: 'text', text: '\n' }]
    case 'hardbreak':
      spot.line += 1
      reading.budget.addNode(spot.depth)
      return [{ type: 'break' }]
    case 'code_inline':
      reading.budget.addNode(spot.depth)
      return [{ type: 'code', text: token.content }]
    case 'strong_open':
    case 'em_open':
    case 's_open': {
      reading.budget.addNode(spot.depth)
      const type = WRAPPERS[token.tag as keyof typeof WRAPPERS]
      return [{ type, children: readDeeper(reading, children, spot) }]
    }
    case 'link_open': {
      const link = readLink(reading, token, spot.line)
      if (link === undefined) return readInlines(reading, children, spot)
      reading.budget.addNode(spot.depth)
      return [{ ...link, children: readDeeper(reading, children, spot) }]
    }
    case 'image':
      reading.budget.addNode(spot.depth)
      return [readImage(reading, node.token, spot.line)]
    default:
      // `text` and `text_special`; whatever else may come keeps its text and loses its form.
      return [{ type: 'text', text: token.content }]
  }
}

/** One level down, on the same lines. */
function readDeeper(reading: Reading, nodes: readonly TokenNode[], spot: Spot): Inline[] {
  const deeper: Spot = { line: spot.line, depth: spot.depth + 1 }
  const inlines = readInlines(reading, nodes, deeper)
  spot.line = deeper.line
  return inlines
}

function append(inlines: Inline[], inline: Inline) {
  const last = inlines.at(-1)
  if (inline.type === 'text' && inline.text === '') return
  if (inline.type === 'text' && last?.type === 'text') {
    inlines[inlines.length - 1] = { type: 'text', text: last.text + inline.text }
  } else {
    inlines.push(inline)
  }
}
