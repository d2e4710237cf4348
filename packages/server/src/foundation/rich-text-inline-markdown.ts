import type { Inline } from '@waypost/sdk/contract'

export interface RichTextMarkdownOptions {
  /** Address of another article; `undefined` leaves its words without a link. */
  articleUrl(articleId: string, anchor?: string): string | undefined
  /** Turns a path of our own origin into a whole address. */
  siteUrl?(path: string): string
  /** Added to the level of every heading, up to 6. 0 unless said. */
  headingOffset?: number
}

type InlineOf<T extends Inline['type']> = Extract<Inline, { type: T }>

/** Inlines as Markdown; a line break that only the source had stays one. */
export function inlineMarkdown(
  inlines: readonly Inline[],
  options: RichTextMarkdownOptions,
  parent?: 'emphasis' | 'strong',
): string {
  return inlines
    .map((inline, at) => {
      const [before, after] = [inlines[at - 1], inlines[at + 1]]
      // Between letters an underscore marks nothing; elsewhere it keeps apart what stands in itself.
      // Strong alone in either needs no keeping apart, wherever it stands.
      const isAlone = inlines.length === 1 && inline.type === 'strong'
      const isFree =
        parent !== undefined && !isAlone && !endsInWord(before) && !beginsWithWord(after)
      return writeInline(inline, options, isFree ? '_' : '*', after)
    })
    .join('')
}

/** The same on one line, without what would end a cell. */
export function cellMarkdown(inlines: readonly Inline[], options: RichTextMarkdownOptions): string {
  return inlineMarkdown(inlines, options).replace(/\\?\n/g, ' ').replace(/\|/g, '\\|').trim()
}

function writeInline(
  inline: Inline,
  options: RichTextMarkdownOptions,
  mark: '*' | '_',
  after: Inline | undefined,
): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.text, after)
    case 'emphasis':
      return mark + inlineMarkdown(inline.children, options, 'emphasis') + mark
    case 'strong':
      return mark + mark + inlineMarkdown(inline.children, options, 'strong') + mark + mark
    case 'strike':
      return `~~${inlineMarkdown(inline.children, options)}~~`
    case 'code':
      return writeCode(inline.text)
    case 'link': {
      const text = inlineMarkdown(inline.children, options)
      return linkMarkdown(text, inline.href, inline.title, options, wordsOf(inline))
    }
    case 'article-link': {
      const text = inlineMarkdown(inline.children, options)
      const href = options.articleUrl(inline.articleId, inline.anchor)
      return href === undefined ? text : linkMarkdown(text, href, undefined, options)
    }
    case 'image':
      return imageMarkdown(inline, options)
    case 'break':
      return '\\\n'
  }
}

export function linkMarkdown(
  text: string,
  href: string,
  title: string | undefined,
  options: RichTextMarkdownOptions,
  words?: string,
): string {
  const address = whole(href, options)
  if (title === undefined && words === address && /^https?:[^\s<>]+$/.test(address)) {
    return `<${address}>`
  }
  return `[${text}](${destination(address)}${titleOf(title)})`
}

export function imageMarkdown(
  { src, alt, title }: InlineOf<'image'>,
  options: RichTextMarkdownOptions,
): string {
  return `![${escapeText(alt, undefined)}](${destination(whole(src, options))}${titleOf(title)})`
}

/** Where only a path of ours is meant, as the whole address. */
function whole(address: string, { siteUrl }: RichTextMarkdownOptions): string {
  return address.startsWith('/') ? (siteUrl?.(address) ?? address) : address
}

/** Between angles where parentheses or blanks would end it. */
function destination(address: string): string {
  const escaped = address.replace(/\\/g, '\\\\')
  return /[\s()]/.test(address) ? `<${escaped.replace(/[<>]/g, '\\$&')}>` : escaped
}

function titleOf(title: string | undefined): string {
  return title === undefined
    ? ''
    : ` "${title.replace(/["\\]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')}"`
}

/** Between more backticks than it holds in a row. */
function writeCode(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const lengths = new Set(runs.map((run) => run.length))
  let length = 1
  while (lengths.has(length)) length += 1
  const fence = '`'.repeat(length)
  const isPadded = /^`|`$|^ .* $/s.test(text) && text.trim() !== ''
  return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence
}

/** What would mark something gets a backslash; what cannot stays as people write it. */
function escapeText(text: string, after: Inline | undefined): string {
  const escaped = text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\n(?=\n)/g, '&#10;')
    .replace(/~(?=~)|(?<=~)~|^~|~$/g, '\\~')
  const isImage = after?.type === 'link' || after?.type === 'article-link'
  return isImage && escaped.endsWith('!') ? `${escaped.slice(0, -1)}\\!` : escaped
}

function wordsOf({ children }: InlineOf<'link'>): string | undefined {
  const [only, ...others] = children
  return only?.type === 'text' && others.length === 0 ? only.text : undefined
}

function endsInWord(inline: Inline | undefined): boolean {
  return inline?.type === 'text' && /[\p{L}\p{N}]$/u.test(inline.text)
}

function beginsWithWord(inline: Inline | undefined): boolean {
  return inline?.type === 'text' && /^[\p{L}\p{N}]/u.test(inline.text)
}
