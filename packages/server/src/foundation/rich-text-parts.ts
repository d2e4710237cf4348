import type { Block, Inline } from '@waypost/sdk/contract'

/** Every inline of a tree, however deep it stands, in reading order. */
export function* inlinesOf(blocks: readonly Block[]): Generator<Inline> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        yield* within(block.children)
        break
      case 'quote':
      case 'callout':
        yield* inlinesOf(block.children)
        break
      case 'list':
        for (const item of block.items) yield* inlinesOf(item.children)
        break
      case 'table':
        for (const cell of [block.head, ...block.rows].flat()) yield* within(cell)
    }
  }
}

function* within(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline
    if ('children' in inline) yield* within(inline.children)
  }
}
