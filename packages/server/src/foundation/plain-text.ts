import type { Block, Inline, RichText, TableRow } from '@waypost/sdk/contract'

/**
 * Stands before a block or a cell that only describes a picture or a film: nothing that somebody
 * wrote to be read. It is Unicode's object replacement character.
 */
export const PICTURE = '\uFFFC'

/**
 * The words of a tree without its form: blocks a blank line apart, list items and table rows on
 * lines of their own, cells a tab apart, images by their description.
 */
export function plainTextOf(body: RichText): string {
  return joinBlocks(body, '\n\n')
}

/** The words of inlines; a line that only the source broke is one line. */
export function plainTextOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('')
}

function joinBlocks(blocks: readonly Block[], gap: string): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(gap)
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return lineText(block.children)
    case 'list': {
      const gap = block.tight ? '\n' : '\n\n'
      return block.items.map((item) => joinBlocks(item.children, gap)).join(gap)
    }
    case 'quote':
    case 'callout':
      return joinBlocks(block.children, '\n\n')
    case 'code':
      return block.text.replace(/\n$/, '')
    case 'table':
      return [block.head, ...block.rows].map(rowText).join('\n')
    case 'video':
      return block.title && PICTURE + block.title
    case 'divider':
      return ''
  }
}

function rowText(row: TableRow): string {
  return row.map(lineText).join('\t')
}

function lineText(inlines: readonly Inline[]): string {
  const text = plainTextOfInlines(inlines).trim()
  return text !== '' && inlines.every(isPicture) ? PICTURE + text : text
}

function isPicture(inline: Inline): boolean {
  switch (inline.type) {
    case 'image':
    case 'break':
      return true
    case 'text':
      return inline.text.trim() === ''
    case 'code':
      return false
    default:
      return inline.children.every(isPicture)
  }
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text.replace(/\n/g, ' ')
    case 'code':
      return inline.text
    case 'image':
      return inline.alt
    case 'break':
      return '\n'
    default:
      return plainTextOfInlines(inline.children)
  }
}
