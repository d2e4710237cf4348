import type { Block, Inline, RichText } from '@waypost/sdk/contract'
import { make } from '../foundation/make.js'
import { safeHref } from '../foundation/safe-href.js'

export interface TextPlace {
  baseUrl: string
  /** An article is wanted, by a link with these words. */
  follow(articleId: string, label: string): void
}

/** What is drawn by an element of its own, with what it holds in it. */
const tags = {
  paragraph: 'p',
  heading: 'h3',
  quote: 'blockquote',
  callout: 'aside',
  divider: 'hr',
  strong: 'strong',
  emphasis: 'em',
  strike: 's',
  code: 'code',
  break: 'br',
} as const

/**
 * Draws the text of a step or a tip with real elements; nothing in it can become markup. Plainer than
 * the panel does, and without it: a callout is set in, a task has no box to tick. What is of a type
 * that we do not know yet is left out.
 */
export function drawText(
  nodes: RichText | readonly Inline[],
  place: TextPlace,
): (HTMLElement | string)[] {
  return nodes.flatMap((node) => drawNode(node, place) ?? [])
}

function drawNode(node: Block | Inline, place: TextPlace): HTMLElement | string | undefined {
  const inner = 'children' in node ? drawText(node.children, place) : []
  switch (node.type) {
    case 'text':
      return node.text
    case 'list': {
      const items = node.items.map(({ children, checked }) => {
        const tick = checked === undefined ? '' : checked ? '☑ ' : '☐ '
        return make('li', {}, tick, ...drawText(children, place))
      })
      const list = make(node.ordered ? 'ol' : 'ul', {}, ...items)
      return Object.assign(list, { start: node.start ?? 1 })
    }
    case 'table': {
      const rows = [node.head, ...node.rows].map((cells, index) => {
        const tag = index ? 'td' : 'th'
        return make('tr', {}, ...cells.map((cell) => make(tag, {}, ...drawText(cell, place))))
      })
      return make('table', {}, ...rows)
    }
    case 'image': {
      const src = safeHref(node.src, place.baseUrl)
      return src ? make('img', { src, alt: node.alt }) : node.alt
    }
    case 'video':
      return drawLink(node.href, place.baseUrl, node.title)
    case 'link':
      return drawLink(node.href, place.baseUrl, ...inner)
    case 'article-link': {
      const link = make('a', { className: 'link', role: 'link', tabIndex: 0 }, ...inner)
      link.onclick = () => place.follow(node.articleId, `${link.textContent}`)
      // No button: that is one piece, and would push the full stop behind it to the next line.
      link.onkeydown = ({ key }) => key === 'Enter' && link.click()
      return link
    }
    default: {
      const tag = tags[node.type]
      return tag && make(tag, {}, ...('text' in node ? [node.text] : inner))
    }
  }
}

/** Another site opens beside the host's page; a page of the host, mail and phone do not. */
export function drawLink(
  to: string,
  baseUrl: string,
  ...children: (HTMLElement | string)[]
): HTMLElement {
  const href = safeHref(to, baseUrl)
  if (!href) return make('span', {}, ...children)
  const isAway = href.startsWith('http') && new URL(href).origin !== location.origin
  return make(
    'a',
    { href, target: isAway ? '_blank' : '', rel: 'noopener noreferrer' },
    ...children,
  )
}
