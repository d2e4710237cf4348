import * as v from 'valibot'

/**
 * Rich text is data, never HTML: a tree of blocks that hold inlines. Whoever draws it chooses the
 * elements, so nothing an author or customer writes can become markup.
 */
export type RichText = readonly Block[]

export type Block =
  | { type: 'paragraph'; children: readonly Inline[] }
  | { type: 'heading'; level: HeadingLevel; id: string; children: readonly Inline[] }
  | {
      type: 'list'
      ordered: boolean
      /** First number of an ordered list; 1 unless said. */
      start?: number
      /** Items stand close together: their single paragraphs are drawn without a gap. */
      tight: boolean
      items: readonly ListItem[]
    }
  | { type: 'quote'; children: readonly Block[] }
  | { type: 'callout'; tone: CalloutTone; children: readonly Block[] }
  | { type: 'code'; language?: string; text: string }
  | { type: 'table'; align: readonly Align[]; head: TableRow; rows: readonly TableRow[] }
  /** A video opens where it lives; here stands its picture. */
  | { type: 'video'; href: string; poster: string; title: string }
  | { type: 'divider' }

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong'; children: readonly Inline[] }
  | { type: 'emphasis'; children: readonly Inline[] }
  | { type: 'strike'; children: readonly Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; title?: string; children: readonly Inline[] }
  | { type: 'article-link'; articleId: string; anchor?: string; children: readonly Inline[] }
  | { type: 'image'; src: string; alt: string; title?: string }
  | { type: 'break' }

export interface ListItem {
  /** Present on a task: done or not. */
  checked?: boolean
  children: readonly Block[]
}

export type TableRow = readonly (readonly Inline[])[]
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export const calloutTones = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type CalloutTone = (typeof calloutTones)[number]

export const aligns = ['start', 'center', 'end', 'none'] as const
export type Align = (typeof aligns)[number]

/** Link schemes that a tree may carry; anything else stays text. */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'] as const

/** Caps: more is refused with `too_complex` or `too_long`, never cut. */
export const richTextLimits = {
  /** Characters of one message. */
  message: 10_000,
  /** UTF-8 bytes of one article. */
  article: 256 * 1024,
  depth: 20,
  nodes: 5_000,
  cells: 2_000,
  /** Characters of one link. */
  link: 2_048,
} as const

const text = v.string()

const Inlines = v.array(v.lazy(() => InlineSchema))

export const InlineSchema: v.GenericSchema<Inline> = v.variant('type', [
  v.object({ type: v.literal('text'), text }),
  v.object({ type: v.literal('strong'), children: Inlines }),
  v.object({ type: v.literal('emphasis'), children: Inlines }),
  v.object({ type: v.literal('strike'), children: Inlines }),
  v.object({ type: v.literal('code'), text }),
  v.object({
    type: v.literal('link'),
    href: text,
    title: v.optional(text),
    children: Inlines,
  }),
  v.object({
    type: v.literal('article-link'),
    articleId: text,
    anchor: v.optional(text),
    children: Inlines,
  }),
  v.object({ type: v.literal('image'), src: text, alt: text, title: v.optional(text) }),
  v.object({ type: v.literal('break') }),
])

const Row = v.array(Inlines)

const Blocks = v.array(v.lazy(() => BlockSchema))

export const BlockSchema: v.GenericSchema<Block> = v.variant('type', [
  v.object({ type: v.literal('paragraph'), children: Inlines }),
  v.object({
    type: v.literal('heading'),
    level: v.picklist([1, 2, 3, 4, 5, 6]),
    id: text,
    children: Inlines,
  }),
  v.object({
    type: v.literal('list'),
    ordered: v.boolean(),
    start: v.optional(v.number()),
    tight: v.boolean(),
    items: v.array(v.object({ checked: v.optional(v.boolean()), children: Blocks })),
  }),
  v.object({ type: v.literal('quote'), children: Blocks }),
  v.object({
    type: v.literal('callout'),
    tone: v.picklist(calloutTones),
    children: Blocks,
  }),
  v.object({ type: v.literal('code'), language: v.optional(text), text }),
  v.object({
    type: v.literal('table'),
    align: v.array(v.picklist(aligns)),
    head: Row,
    rows: v.array(Row),
  }),
  v.object({ type: v.literal('video'), href: text, poster: text, title: text }),
  v.object({ type: v.literal('divider') }),
])

export const RichTextSchema: v.GenericSchema<RichText> = v.array(BlockSchema)
