import type { Inline } from '@waypost/sdk/contract'
import { attribute, html, type SafeHtml } from './html.js'
import type { RichTextHtmlOptions } from './rich-text-html-options.js'
import { isSafeHref, isSafeImageSrc } from './safe-href.js'

export function renderInlines(inlines: readonly Inline[], options: RichTextHtmlOptions): SafeHtml {
  return html`${inlines.map((inline) => renderInline(inline, options))}`
}

function renderInline(inline: Inline, options: RichTextHtmlOptions): SafeHtml {
  switch (inline.type) {
    case 'text':
      return html`${inline.text}`
    case 'strong':
      return html`<strong>${renderInlines(inline.children, options)}</strong>`
    case 'emphasis':
      return html`<em>${renderInlines(inline.children, options)}</em>`
    case 'strike':
      return html`<del>${renderInlines(inline.children, options)}</del>`
    case 'code':
      return html`<code class="wp-inline-code">${inline.text}</code>`
    case 'link': {
      const inside = renderInlines(inline.children, options)
      return renderLink(addressOf(inline.href, options), inside, inline.title)
    }
    case 'article-link': {
      const address = options.articleUrl(inline.articleId, inline.anchor)
      const href = address !== undefined && isSafeHref(address) ? address : undefined
      return renderLink(href, renderInlines(inline.children, options))
    }
    case 'image':
      return renderImage(inline, options)
    case 'break':
      return html`<br>`
  }
}

function renderLink(href: string | undefined, inside: SafeHtml, title?: string): SafeHtml {
  if (href === undefined) return inside
  const rel = attribute('rel', /^https?:/i.test(href) && 'noopener')
  return html`<a class="wp-link" href="${href}"${rel}${attribute('title', title)}>${inside}</a>`
}

function renderImage(
  image: Extract<Inline, { type: 'image' }>,
  options: RichTextHtmlOptions,
): SafeHtml {
  const src = imageSourceOf(image.src, options)
  if (src === undefined) return html`${image.alt}`
  const { width, height, isFirst = false } = options.picture?.(image.src) ?? {}
  const known = [attribute('width', width), attribute('height', height)]
  const loading = attribute('loading', !isFirst && 'lazy')
  return html`<img class="wp-image" src="${src}" alt="${image.alt}"${attribute('title', image.title)}${known}${loading}>`
}

/** Where a link leads on this page, or `undefined` where it may not lead. */
export function addressOf(href: string, options: RichTextHtmlOptions): string | undefined {
  if (!isSafeHref(href)) return undefined
  if (href.startsWith('#')) return `#${options.idPrefix ?? ''}${href.slice(1)}`
  return href.startsWith('/') ? (options.siteUrl?.(href) ?? href) : href
}

export function imageSourceOf(src: string, options: RichTextHtmlOptions): string | undefined {
  if (!isSafeImageSrc(src)) return undefined
  return src.startsWith('/') ? (options.siteUrl?.(src) ?? src) : src
}
