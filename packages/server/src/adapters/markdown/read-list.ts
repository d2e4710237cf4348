import type { Block, ListItem } from '@waypost/sdk/contract'
import type { Reading } from './reading.js'
import { readTask } from './task.js'
import { attribute, type TokenNode } from './token-tree.js'

/** A list; its items and their blocks stand one level below it. */
export function readList(
  reading: Reading,
  { token, children }: TokenNode,
  depth: number,
  readItem: (blocks: readonly TokenNode[]) => readonly Block[],
): Block {
  const items = children.map((item): ListItem => {
    reading.budget.addNode(depth)
    return readTask(item, readItem(item.children))
  })
  const paragraphs = children.flatMap((item) => item.children.filter(isParagraph))
  const tight = paragraphs.every((paragraph) => paragraph.token.hidden)
  if (token.type === 'bullet_list_open') return { type: 'list', ordered: false, tight, items }
  const start = attribute(token, 'start')
  return { type: 'list', ordered: true, ...(start && { start: Number(start) }), tight, items }
}

function isParagraph({ token }: TokenNode): boolean {
  return token.type === 'paragraph_open'
}
