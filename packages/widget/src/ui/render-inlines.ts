import type { Inline } from '@waypost/sdk/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { safeHref } from '../foundation/safe-href.js'
import { ArticleLinkEvent } from './article-link-event.js'
import type { RichTextContext } from './rich-text-context.js'

type ArticleLink = Extract<Inline, { type: 'article-link' }>

/** Draws a line of rich text; an inline of a type that we do not know yet is left out. */
export function renderInlines(
  inlines: readonly Inline[],
  context: RichTextContext,
): (TemplateResult | string | typeof nothing)[] {
  return inlines.map((inline) => renderInline(inline, context))
}

/** A line without its formatting. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return textOf(inline.children)
      return 'text' in inline ? inline.text : ' '
    })
    .join('')
}

function renderInline(inline: Inline, context: RichTextContext) {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'strong':
      return html`<strong>${renderInlines(inline.children, context)}</strong>`
    case 'emphasis':
      return html`<em>${renderInlines(inline.children, context)}</em>`
    case 'strike':
      return html`<s>${renderInlines(inline.children, context)}</s>`
    case 'code':
      return html`<code dir="ltr">${inline.text}</code>`
    case 'break':
      return html`<br />`
    case 'image':
      return renderImage(inline, context)
    case 'link':
      return renderLink(inline, context)
    case 'article-link':
      return renderArticleLink(inline, context)
    default:
      return nothing
  }
}

function renderLink(link: Extract<Inline, { type: 'link' }>, context: RichTextContext) {
  const children = renderInlines(link.children, context)
  const href = safeHref(link.href, context.baseUrl)
  if (!href) return html`${children}`
  // Another site opens beside the host's page; a page of the host, mail and phone do not.
  const away = href.startsWith('http') && new URL(href).origin !== location.origin
  return html`<a
    href=${href}
    title=${link.title ?? nothing}
    target=${away ? '_blank' : nothing}
    rel=${away ? 'noopener noreferrer' : nothing}
    >${children}</a
  >`
}

function renderArticleLink(link: ArticleLink, context: RichTextContext) {
  const children = renderInlines(link.children, context)
  const follow = (event: Event) => {
    event.currentTarget?.dispatchEvent(new ArticleLinkEvent(link.articleId, link.anchor))
  }
  // No button: that is one piece, and would push the full stop behind it to the next line.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') follow(event)
  }
  return html`<a class="link" role="link" tabindex="0" @click=${follow} @keydown=${press}
    >${children}</a
  >`
}

function renderImage(image: Extract<Inline, { type: 'image' }>, context: RichTextContext) {
  const src = safeHref(image.src, context.baseUrl)
  if (!src?.startsWith('http')) return image.alt
  return html`<img
    src=${src}
    alt=${image.alt}
    title=${image.title ?? nothing}
    loading="lazy"
    decoding="async"
  />`
}
