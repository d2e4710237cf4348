import type { Block, HeadingLevel } from '@waypost/sdk/contract'
import { plainTextOfInlines } from '../../foundation/plain-text.js'
import { asCallout } from './callout.js'
import { readInlinesOf } from './read-inlines.js'
import { readList } from './read-list.js'
import { readTable } from './read-table.js'
import type { Reading } from './reading.js'
import type { TokenNode } from './token-tree.js'
import { asVideo } from './video.js'

/** Blocks at a depth; those at the top of a text stand at depth 1. */
export function readBlocks(
  reading: Reading,
  nodes: readonly TokenNode[],
  depth: number,
): readonly Block[] {
  return nodes.flatMap((node) => readBlock(reading, node, depth) ?? [])
}

function readBlock(reading: Reading, node: TokenNode, depth: number): Block | undefined {
  const { token, children } = node
  reading.budget.addNode(depth)
  const deeper = (inner: readonly TokenNode[]) => readBlocks(reading, inner, depth + 1)
  switch (token.type) {
    case 'paragraph_open': {
      const inlines = readInlinesOf(reading, node, depth)
      return asVideo(inlines) ?? { type: 'paragraph', children: inlines }
    }
    case 'heading_open': {
      const inlines = readInlinesOf(reading, node, depth)
      const level = Number(token.tag.slice(1)) as HeadingLevel
      const id = reading.headingId(plainTextOfInlines(inlines))
      return { type: 'heading', level, id, children: inlines }
    }
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(reading, node, depth + 1, deeper)
    case 'blockquote_open':
      return asCallout(node, deeper(children))
    case 'fence': {
      const language = /^\S+/.exec(reading.unescapeSource(token.info).trim())?.[0]
      return { type: 'code', ...(language && { language }), text: withoutLastBreak(token.content) }
    }
    case 'code_block':
      return { type: 'code', text: withoutLastBreak(token.content) }
    case 'table_open':
      return readTable(reading, node, depth)
    case 'hr':
      return { type: 'divider' }
    default:
      return undefined
  }
}

function withoutLastBreak(code: string): string {
  return code.endsWith('\n') ? code.slice(0, -1) : code
}
