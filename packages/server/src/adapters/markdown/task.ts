import type { Block, ListItem } from '@waypost/sdk/contract'
import { sourceOfFirstParagraph, withoutMarker } from './marker.js'
import type { TokenNode } from './token-tree.js'

const TASK = /^\[([ xX])\]\s+\S/
const MARKER = /^\[[ xX]\]\s+/

/** The item as a task where it begins with `[ ]` or `[x]` and words after it. */
export function readTask(item: TokenNode, children: readonly Block[]): ListItem {
  const mark = TASK.exec(sourceOfFirstParagraph(item))?.[1]
  const rest = mark === undefined ? undefined : withoutMarker(children, MARKER)
  return rest === undefined ? { children } : { checked: mark !== ' ', children: rest }
}
