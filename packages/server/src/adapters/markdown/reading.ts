import type { MarkdownOptions, ParsedMarkdown } from '../../domain/rich-text.js'
import { createHeadingIds } from './heading-ids.js'
import { createTreeBudget } from './tree-budget.js'

export type Reading = ReturnType<typeof startReading>

type Mutable<T> = T extends readonly (infer E)[] ? E[] : never

/** What one reading of one text carries along: its caps, its ids, and what it found on which line. */
export function startReading(
  { resolveImage, field = 'message' }: MarkdownOptions,
  unescapeSource: (text: string) => string,
) {
  return {
    /** Resolves what Markdown escapes where the parser hands on the source, as in `token.info`. */
    unescapeSource,
    budget: createTreeBudget(field),
    headingId: createHeadingIds(),
    /** Without a resolver only addresses that stand by themselves are kept. */
    resolveImage: (src: string) => resolveImage?.(src) ?? src,
    references: [] as Mutable<ParsedMarkdown['references']>,
    images: [] as Mutable<ParsedMarkdown['images']>,
    refused: [] as Mutable<ParsedMarkdown['refused']>,
  }
}
