import type { Block, ListItem, RichText, TableRow } from '@waypost/sdk/contract'
import { attribute, html, type SafeHtml } from './html.js'
import { plainTextOfInlines } from './plain-text.js'
import type { RichTextHtmlOptions } from './rich-text-html-options.js'
import { addressOf, imageSourceOf, renderInlines } from './rich-text-inline-html.js'

type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

/** Draws a tree as accessible HTML with classes `wp-…`; every address is checked once more. */
export function renderRichText(body: RichText, options: RichTextHtmlOptions): SafeHtml {
  return html`${body.map((block) => renderBlock(block, options))}`
}

function renderBlock(block: Block, options: RichTextHtmlOptions): SafeHtml {
  switch (block.type) {
    case 'paragraph':
      return html`<p class="wp-paragraph">${renderInlines(block.children, options)}</p>`
    case 'heading':
      return renderHeading(block, options)
    case 'list':
      return renderList(block, options)
    case 'quote':
      return html`<blockquote class="wp-quote">${renderRichText(block.children, options)}</blockquote>`
    case 'callout':
      return renderCallout(block, options)
    case 'code':
      // Scrolls sideways, so it must be reachable by keyboard; code runs from left to right.
      return html`<pre class="wp-code" tabindex="0" dir="ltr"><code${attribute('data-language', block.language)}>${block.text}</code></pre>`
    case 'table':
      return renderTable(block, options)
    case 'video':
      return renderVideo(block, options)
    case 'divider':
      return html`<hr class="wp-divider">`
  }
}

const HEADINGS = [
  (inside: SafeHtml, id: SafeHtml) => html`<h1 class="wp-heading"${id}>${inside}</h1>`,
  (inside: SafeHtml, id: SafeHtml) => html`<h2 class="wp-heading"${id}>${inside}</h2>`,
  (inside: SafeHtml, id: SafeHtml) => html`<h3 class="wp-heading"${id}>${inside}</h3>`,
  (inside: SafeHtml, id: SafeHtml) => html`<h4 class="wp-heading"${id}>${inside}</h4>`,
  (inside: SafeHtml, id: SafeHtml) => html`<h5 class="wp-heading"${id}>${inside}</h5>`,
  (inside: SafeHtml, id: SafeHtml) => html`<h6 class="wp-heading"${id}>${inside}</h6>`,
] as const

function renderHeading(block: BlockOf<'heading'>, options: RichTextHtmlOptions): SafeHtml {
  const { headingOffset = 0, idPrefix = '', sectionLink } = options
  const level = Math.min(Math.max(block.level + headingOffset, 1), HEADINGS.length)
  const draw = HEADINGS[level - 1] ?? HEADINGS[5]
  const id = idPrefix + block.id
  const heading = draw(renderInlines(block.children, options), attribute('id', id))
  if (!sectionLink) return heading
  // Beside the heading, not in it: there it would be read out with every title.
  const label = sectionLink(plainTextOfInlines(block.children).trim())
  return html`<div class="wp-section">${heading}<a class="wp-section-link" href="#${id}" aria-label="${label}">#</a></div>`
}

function renderList(list: BlockOf<'list'>, options: RichTextHtmlOptions): SafeHtml {
  const items = list.items.map((item) => renderItem(item, list.tight, options))
  return list.ordered
    ? html`<ol class="wp-list"${attribute('start', list.start)}>${items}</ol>`
    : html`<ul class="wp-list">${items}</ul>`
}

function renderItem(item: ListItem, tight: boolean, options: RichTextHtmlOptions): SafeHtml {
  const inside = item.children.map((block) =>
    tight && block.type === 'paragraph'
      ? renderInlines(block.children, options)
      : renderBlock(block, options),
  )
  if (item.checked === undefined) return html`<li>${inside}</li>`
  const { done, notDone } = options.words
  const mark = item.checked
    ? html`<span class="wp-task-mark" role="img" aria-label="${done}">☑</span>`
    : html`<span class="wp-task-mark" role="img" aria-label="${notDone}">☐</span>`
  return html`<li class="wp-task">${mark} ${inside}</li>`
}

function renderCallout(block: BlockOf<'callout'>, options: RichTextHtmlOptions): SafeHtml {
  const word = options.words.callouts[block.tone]
  const icon = options.calloutIcon?.(block.tone)
  return html`<aside class="wp-callout wp-callout-${block.tone}" role="note" aria-label="${word}"><p class="wp-callout-title" aria-hidden="true">${icon}${word}</p>${renderRichText(block.children, options)}</aside>`
}

function renderTable(block: BlockOf<'table'>, options: RichTextHtmlOptions): SafeHtml {
  const alignOf = (at: number) => {
    const align = block.align[at] ?? 'none'
    return attribute('class', align !== 'none' && `wp-align-${align}`)
  }
  const inside = (row: TableRow, at: number) => renderInlines(row[at] ?? [], options)
  // A corner without words heads nothing: as a header it would be one without a name.
  const head = block.head.map(({ length }, at) =>
    length === 0
      ? html`<td${alignOf(at)}></td>`
      : html`<th scope="col"${alignOf(at)}>${inside(block.head, at)}</th>`,
  )
  const rows = block.rows.map(
    (row) => html`<tr>${row.map((_, at) => html`<td${alignOf(at)}>${inside(row, at)}</td>`)}</tr>`,
  )
  // Scrolls sideways; a group and not a region, which as a landmark would need a name of its own.
  return html`<div class="wp-table" role="group" tabindex="0" aria-label="${options.words.table}"><table><thead><tr>${head}</tr></thead>${rows.length > 0 && html`<tbody>${rows}</tbody>`}</table></div>`
}

/** A picture that leads to where the video lives; its words name the link, so the picture is mute. */
function renderVideo(block: BlockOf<'video'>, options: RichTextHtmlOptions): SafeHtml {
  const href = addressOf(block.href, options)
  const src = imageSourceOf(block.poster, options)
  const words = html`<span class="wp-video-title">${options.words.video}: ${block.title}</span>`
  if (href === undefined) return html`<p class="wp-video">${words}</p>`
  const poster =
    src !== undefined && html`<img class="wp-video-poster" src="${src}" alt="" loading="lazy">`
  return html`<p class="wp-video"><a class="wp-video-link" href="${href}" rel="noopener">${poster}${words}</a></p>`
}
