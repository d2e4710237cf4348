import type { Block, Inline, RichText } from '@waypost/sdk/contract'

/**
 * Draws a tree the way the CommonMark examples are written, down to the line breaks. What CommonMark
 * does not know (callouts, tables, videos, heading ids) has no form here.
 */
export function commonMarkHtml(body: RichText): string {
  let out = ''
  const line = () => {
    if (out !== '' && !out.endsWith('\n')) out += '\n'
  }
  const wrapped = (open: string, inside: () => void, close: string) => {
    line()
    out += open
    inside()
    out += close
    line()
  }

  const drawBlock = (block: Block, isTight = false): void => {
    switch (block.type) {
      case 'paragraph':
        if (isTight) out += inlineHtml(block.children)
        else wrapped('<p>', () => (out += inlineHtml(block.children)), '</p>')
        break
      case 'heading':
        wrapped(
          `<h${block.level}>`,
          () => (out += inlineHtml(block.children)),
          `</h${block.level}>`,
        )
        break
      case 'list': {
        const start =
          block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`
        const [open, close] = block.ordered ? [`<ol${start}>`, '</ol>'] : ['<ul>', '</ul>']
        wrapped(
          open,
          () => {
            for (const item of block.items) {
              line()
              out += '<li>'
              for (const inner of item.children) drawBlock(inner, block.tight)
              out += '</li>'
              line()
            }
          },
          close,
        )
        break
      }
      case 'quote':
        wrapped(
          '<blockquote>\n',
          () => {
            for (const inner of block.children) drawBlock(inner)
          },
          '</blockquote>',
        )
        break
      case 'code': {
        const language = block.language ? ` class="language-${escaped(block.language)}"` : ''
        const text = block.text === '' ? '' : `${escaped(block.text)}\n`
        wrapped(`<pre><code${language}>`, () => (out += text), '</code></pre>')
        break
      }
      case 'divider':
        wrapped('<hr />', () => {}, '')
        break
      default:
        wrapped(`[${block.type}]`, () => {}, '')
    }
  }
  for (const block of body) drawBlock(block)
  line()
  return out
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(inlineOf).join('')
}

function inlineOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text)
    case 'strong':
      return `<strong>${inlineHtml(inline.children)}</strong>`
    case 'emphasis':
      return `<em>${inlineHtml(inline.children)}</em>`
    case 'strike':
      return `<del>${inlineHtml(inline.children)}</del>`
    case 'code':
      return `<code>${escaped(inline.text)}</code>`
    case 'link':
      return `<a href="${escaped(inline.href)}"${titleOf(inline)}>${inlineHtml(inline.children)}</a>`
    case 'article-link':
      return `<a href="article:${escaped(inline.articleId)}">${inlineHtml(inline.children)}</a>`
    case 'image':
      return `<img src="${escaped(inline.src)}" alt="${escaped(inline.alt)}"${titleOf(inline)} />`
    case 'break':
      return '<br />\n'
  }
}

function titleOf({ title }: { title?: string }): string {
  return title === undefined ? '' : ` title="${escaped(title)}"`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
