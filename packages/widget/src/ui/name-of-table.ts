import type { Block, RichText } from '@waypost/sdk/contract'
import { textOf } from './render-inlines.js'
import type { RichTextContext } from './rich-text-context.js'

/** What a table is called: after the heading above it, with a number where it is not the first. */
export function nameOfTable(table: Block, { content, translator }: RichTextContext): string {
  let title = ''
  let number = 0
  for (const block of flat(content)) {
    if (block.type === 'heading') {
      title = textOf(block.children)
      number = 0
    } else if (block.type === 'table') number += 1
    if (block === table) break
  }
  const name = [translator.t('text.table'), title].filter(Boolean).join(': ')
  return number > 1 ? `${name} (${number})` : name
}

/** All blocks, those in others included, in their order. */
function flat(blocks: RichText): Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return flat(block.items.flatMap(({ children }) => children))
    return block.type === 'quote' || block.type === 'callout' ? flat(block.children) : [block]
  })
}
