import type { Block, ListItem } from '@waypost/sdk/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { renderInlines } from './render-inlines.js'
import type { RichTextContext } from './rich-text-context.js'

export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

/** Draws rich text; a block of a type that we do not know yet is left out. */
export function renderBlocks(
  blocks: readonly Block[],
  context: RichTextContext,
): (TemplateResult | symbol)[] {
  return blocks.map((block) => renderBlock(block, context))
}

function renderBlock(block: Block, context: RichTextContext) {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${renderInlines(block.children, context)}</p>`
    case 'heading':
      return renderHeading(block, context)
    case 'list':
      return renderList(block, context)
    case 'quote':
      return html`<blockquote>${renderBlocks(block.children, context)}</blockquote>`
    case 'divider':
      return html`<hr />`
    default:
      return context.rarer?.renderRarerBlock(block, context) ?? nothing
  }
}

function renderHeading({ level, id, children }: BlockOf<'heading'>, context: RichTextContext) {
  const text = renderInlines(children, context)
  switch (level) {
    case 1:
      return html`<h1 id=${id} tabindex="-1">${text}</h1>`
    case 2:
      return html`<h2 id=${id} tabindex="-1">${text}</h2>`
    case 3:
      return html`<h3 id=${id} tabindex="-1">${text}</h3>`
    case 4:
      return html`<h4 id=${id} tabindex="-1">${text}</h4>`
    case 5:
      return html`<h5 id=${id} tabindex="-1">${text}</h5>`
    default:
      return html`<h6 id=${id} tabindex="-1">${text}</h6>`
  }
}

function renderList(list: BlockOf<'list'>, context: RichTextContext) {
  const items = list.items.map((item) => renderItem(item, context))
  const look = list.tight ? 'tight' : ''
  return list.ordered
    ? html`<ol class=${look} start=${list.start ?? nothing}>${items}</ol>`
    : html`<ul class=${look}>${items}</ul>`
}

function renderItem({ checked, children }: ListItem, context: RichTextContext) {
  const blocks = renderBlocks(children, context)
  return checked === undefined
    ? html`<li>${blocks}</li>`
    : (context.rarer?.renderTask(checked, blocks, context) ?? nothing)
}
