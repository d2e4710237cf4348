import type { Align, Block, ListItem, RichText, TableRow } from '@waypost/sdk/contract'
import {
  cellMarkdown,
  imageMarkdown,
  inlineMarkdown,
  linkMarkdown,
  type RichTextMarkdownOptions,
} from './rich-text-inline-markdown.js'

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

/**
 * Writes a tree as CommonMark with tables, strikethrough, tasks and callouts as on GitHub: what is
 * read from it again is the same tree, but for addresses that `options` change.
 */
export function renderMarkdown(body: RichText, options: RichTextMarkdownOptions): string {
  return writeBlocks(body, options, '\n\n')
}

function writeBlocks(
  blocks: readonly Block[],
  options: RichTextMarkdownOptions,
  gap: string,
): string {
  let isOther = false
  return blocks
    .map((block, at) => {
      // Two lists of a kind in a row would run together: the second gets the other marker.
      const before = blocks[at - 1]
      isOther = isSameKindOfList(before, block) && !isOther
      return writeBlock(block, options, isOther)
    })
    .join(gap)
}

function writeBlock(block: Block, options: RichTextMarkdownOptions, isOther: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdown(block.children, options)
        .split('\n')
        .map((line) => escapeStart(line))
        .join('\n')
    case 'heading':
      return writeHeading(block, options)
    case 'list':
      return writeList(block, options, isOther)
    case 'quote':
      return prefixed(writeBlocks(block.children, options, '\n\n'), '> ')
    case 'callout': {
      const inside = writeBlocks(block.children, options, '\n\n')
      return prefixed(`[!${block.tone.toUpperCase()}]\n${inside}`, '> ')
    }
    case 'code':
      return writeCode(block)
    case 'table':
      return writeTable(block, options)
    case 'video': {
      const poster = imageMarkdown({ type: 'image', src: block.poster, alt: block.title }, options)
      return linkMarkdown(poster, block.href, undefined, options)
    }
    case 'divider':
      return '***'
  }
}

function writeHeading(block: BlockOf<'heading'>, options: RichTextMarkdownOptions) {
  const { children } = block
  const level = Math.min(Math.max(block.level + (options.headingOffset ?? 0), 1), 6)
  const text = inlineMarkdown(children, options).replace(/\\?\n/g, ' ')
  // A row of # at the end would be taken for decoration.
  return `${'#'.repeat(level)} ${text.replace(/(#+)$/, '\\$1')}`.trim()
}

function writeList(list: BlockOf<'list'>, options: RichTextMarkdownOptions, isOther: boolean) {
  const { start = 1 } = list
  const markers = list.items.map((_, at) => {
    if (!list.ordered) return isOther ? '+ ' : '- '
    return `${start + at}${isOther ? ')' : '.'} `
  })
  return list.items
    .map((item, at) => writeItem(item, markers[at] ?? '- ', list.tight, options))
    .join(list.tight ? '\n' : '\n\n')
}

function writeItem(
  { checked, children }: ListItem,
  marker: string,
  tight: boolean,
  options: RichTextMarkdownOptions,
): string {
  const task = checked === undefined ? '' : `[${checked ? 'x' : ' '}] `
  const inside = task + writeBlocks(children, options, tight ? '\n' : '\n\n')
  const indent = ' '.repeat(marker.length)
  return (marker + inside.replace(/\n(?=[^\n])/g, `\n${indent}`)).trimEnd()
}

function writeCode({ language = '', text }: BlockOf<'code'>): string {
  const character = language.includes('`') ? '~' : '`'
  const runs = text.match(character === '~' ? /~+/g : /`+/g) ?? []
  const fence = character.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}${language}\n${text}${text === '' ? '' : '\n'}${fence}`
}

const RULES: Readonly<Record<Align, string>> = {
  start: ':---',
  center: ':---:',
  end: '---:',
  none: '---',
}

function writeTable({ align, head, rows }: BlockOf<'table'>, options: RichTextMarkdownOptions) {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const row = (cells: TableRow) => line(cells.map((cell) => cellMarkdown(cell, options)))
  const rule = line(head.map((_, at) => RULES[align[at] ?? 'none']))
  return [row(head), rule, ...rows.map(row)].join('\n')
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .join('\n')
}

/** What would begin another block at the start of a line gets a backslash. */
function escapeStart(line: string): string {
  return line
    .replace(/^[ \t]/, (blank) => `&#${blank.charCodeAt(0)};`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|~~~|[|:-][-:|\s]*$)/, '\\')
}

function isSameKindOfList(before: Block | undefined, block: Block): boolean {
  return before?.type === 'list' && block.type === 'list' && before.ordered === block.ordered
}
