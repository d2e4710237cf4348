import type { Block, CalloutTone, ListItem, TableRow } from '@waypost/sdk/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { safeHref } from '../foundation/safe-href.js'
import { alertIcon } from './icons.js'
import { checkIcon, flagIcon, infoIcon, playIcon, tipIcon } from './page-icons.js'
import { renderInlines } from './render-inlines.js'
import type { RichTextContext } from './rich-text-context.js'

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

/** Draws rich text; a block of a type that we do not know yet is left out. */
export function renderBlocks(
  blocks: readonly Block[],
  context: RichTextContext,
): (TemplateResult | typeof nothing)[] {
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
    case 'callout':
      return renderCallout(block, context)
    case 'code':
      return renderCode(block)
    case 'table':
      return renderTable(block, context)
    case 'video':
      return renderVideo(block, context)
    case 'divider':
      return html`<hr />`
    default:
      return nothing
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
  if (checked === undefined) return html`<li>${blocks}</li>`
  const label = context.translator.t(checked ? 'text.task-done' : 'text.task-open')
  return html`<li class="task">
    <span class="tick ${checked ? 'on' : ''}" role="img" aria-label=${label}>
      ${checked ? checkIcon : nothing}
    </span>
    <div>${blocks}</div>
  </li>`
}

const callouts: Record<CalloutTone, { look: string; icon: TemplateResult }> = {
  note: { look: '', icon: infoIcon },
  tip: { look: 'good', icon: tipIcon },
  important: { look: '', icon: flagIcon },
  warning: { look: 'warn', icon: alertIcon },
  caution: { look: 'bad', icon: alertIcon },
}

function renderCallout({ tone, children }: BlockOf<'callout'>, context: RichTextContext) {
  // A tone that is newer than we are reads as a note.
  const known: CalloutTone = Object.hasOwn(callouts, tone) ? tone : 'note'
  const label = context.translator.t(`text.${known}`)
  const { look, icon } = callouts[known]
  return html`<div class="notice ${look}" role="note" aria-label=${label}>
    ${icon}
    <div class="flow">
      <p><strong>${label}</strong></p>
      ${renderBlocks(children, context)}
    </div>
  </div>`
}

function renderCode({ language, text }: BlockOf<'code'>) {
  return html`<div class="code">
    ${language ? html`<p class="language">${language}</p>` : nothing}
    <pre dir="ltr" tabindex="0"><code>${text}</code></pre>
  </div>`
}

function renderTable({ align, head, rows }: BlockOf<'table'>, context: RichTextContext) {
  const look = (column: number) => align[column] ?? 'none'
  const row = (cells: TableRow) => html`<tr>
    ${cells.map((cell, at) => html`<td class=${look(at)}>${renderInlines(cell, context)}</td>`)}
  </tr>`
  return html`<div
    class="scroll"
    role="region"
    tabindex="0"
    aria-label=${context.translator.t('text.table')}
  >
    <table>
      <thead>
        <tr>
          ${
            // A corner without words heads nothing: as a header it would be one without a name.
            head.map((cell, at) =>
              cell.length === 0
                ? html`<td></td>`
                : html`<th scope="col" class=${look(at)}>${renderInlines(cell, context)}</th>`,
            )
          }
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
    </table>
  </div>`
}

function renderVideo({ href, poster, title }: BlockOf<'video'>, context: RichTextContext) {
  const to = safeHref(href, context.baseUrl)
  const src = safeHref(poster, context.baseUrl)
  if (!to?.startsWith('http')) return html`<p>${title}</p>`
  return html`<a class="video" href=${to} target="_blank" rel="noopener noreferrer">
    ${src?.startsWith('http') ? html`<img src=${src} alt="" loading="lazy" @error=${hide} />` : nothing}
    <span class="play">${playIcon}</span>
    <span class="title">${context.translator.t('text.video', { title })}</span>
  </a>`
}

/** A picture that does not come leaves its place empty. */
function hide(event: Event): void {
  ;(event.currentTarget as HTMLElement).style.visibility = 'hidden'
}
