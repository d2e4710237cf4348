import { type FieldCode, richTextLimits, WaypostError } from '@waypost/sdk/contract'

/** Counts what goes into a tree and throws as soon as it is more than the contract allows. */
export function createTreeBudget(field: string) {
  let nodes = 0
  let cells = 0
  return {
    /** Call for every block, list item and inline; blocks at the top stand at depth 1. */
    addNode(depth: number) {
      nodes += 1
      if (nodes > richTextLimits.nodes || depth > richTextLimits.depth) refuse(field, 'too_complex')
    },
    addCell() {
      cells += 1
      if (cells > richTextLimits.cells) refuse(field, 'too_complex')
    },
    /** Call with every address that would stand in the tree. */
    checkLink(address: string) {
      if (address.length > richTextLimits.link) refuse(field, 'too_long')
    },
  }
}

export function refuse(field: string, code: FieldCode, cause?: unknown): never {
  throw new WaypostError('invalid_input', { errors: [{ path: field, code }], cause })
}
