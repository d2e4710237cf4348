import type { RichText } from '@waypost/sdk/contract'

/** What Markdown turned out to hold. Lines count from 1 within the given source. */
export interface ParsedMarkdown {
  readonly body: RichText
  /** Links to articles and headings, so that dead ones can be found. */
  readonly references: readonly Reference[]
  readonly images: readonly { readonly src: string; readonly alt: string; readonly line: number }[]
  /** Links and images whose address a tree may not carry; their text stands without them. */
  readonly refused: readonly { readonly address: string; readonly line: number }[]
}

/** Leads to another article, to a heading of it, or without `articleId` to one of this article. */
export interface Reference {
  readonly articleId?: string | undefined
  readonly anchor?: string | undefined
  readonly line: number
}

export interface MarkdownOptions {
  /** Turns the address of an image or poster without a scheme into the one that readers fetch. */
  resolveImage?: (src: string) => string
  /** Name of the input field in errors; `message` unless said. */
  field?: string
}

/**
 * The port on whatever reads text. Both throw `invalid_input` with `too_complex` or `too_long`
 * above the caps of the contract's `richTextLimits`; nothing is ever cut.
 */
export interface RichTextReader {
  /** CommonMark with tables, strikethrough, links, task lists and callouts; raw HTML stays text. */
  fromMarkdown(markdown: string, options?: MarkdownOptions): ParsedMarkdown
  /** What a customer typed: paragraphs and line breaks as they stand, addresses become links. */
  fromPlainText(text: string, options?: { field?: string }): RichText
}
