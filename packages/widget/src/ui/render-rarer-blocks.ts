import type { Block, CalloutTone, TableRow } from '@waypost/sdk/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { safeHref } from '../foundation/safe-href.js'
import { alertIcon, checkIcon } from './icons.js'
import { nameOfTable } from './name-of-table.js'
import { notice } from './notice.styles.js'
import { flagIcon, infoIcon, playIcon, tipIcon } from './page-icons.js'
import { rarerBlocks } from './rarer-blocks.styles.js'
import { type BlockOf, renderBlocks } from './render-blocks.js'
import { renderInlines } from './render-inlines.js'
import type { RichTextContext } from './rich-text-context.js'

export { enText as english } from '../foundation/messages/en-text.js'

export const styles = [notice, rarerBlocks]

/** Draws what only some texts hold; nothing for a block of a type that we do not know yet. */
export function renderRarerBlock(block: Block, context: RichTextContext) {
  switch (block.type) {
    case 'callout':
      return renderCallout(block, context)
    case 'code':
      return renderCode(block)
    case 'table':
      return renderTable(block, context)
    case 'video':
      return renderVideo(block, context)
    default:
      return nothing
  }
}

/** An item of a list that is done or is not. */
export function renderTask(checked: boolean, blocks: unknown, { translator }: RichTextContext) {
  const label = translator.t(checked ? 'text.task-done' : 'text.task-open')
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

function renderTable(table: BlockOf<'table'>, context: RichTextContext) {
  const { align, head, rows } = table
  const look = (column: number) => align[column] ?? 'none'
  const row = (cells: TableRow) => html`<tr>
    ${cells.map((cell, at) => html`<td class=${look(at)}>${renderInlines(cell, context)}</td>`)}
  </tr>`
  const label = nameOfTable(table, context)
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${label}>
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
