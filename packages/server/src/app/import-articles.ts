import { posix } from 'node:path'
import {
  type Audience,
  articleStatuses,
  ContentId,
  collectionIcons,
  type FieldError,
  isWaypostError,
  Locale,
  line,
} from '@waypost/sdk/contract'
import * as v from 'valibot'
import { picturesInFolder } from '../adapters/content/read-markdown.js'
import type { ArticleDraft, CollectionDraft } from '../domain/knowledge/article-draft.js'
import type { Library } from '../domain/knowledge/library.js'
import type { RichTextReader } from '../domain/rich-text.js'
import { slugOf } from '../foundation/slug.js'
import { parseInput } from '../http/parse-input.js'
import { picturesOf } from './pictures-of.js'

/** One article of an import; `body` is Markdown. Unknown fields are passed over. */
export const ImportedArticleSchema = v.object({
  id: ContentId,
  locale: Locale,
  title: line(500),
  body: v.string(),
  collection: v.nullish(ContentId),
  keywords: v.nullish(v.pipe(v.array(line(200)), v.maxLength(100))),
  summary: v.nullish(line(1_000)),
  slug: v.nullish(line(200)),
  order: v.nullish(v.pipe(v.number(), v.finite())),
  updated: v.nullish(
    v.pipe(
      v.string(),
      v.check((text) => !Number.isNaN(Date.parse(text))),
    ),
  ),
  audience: v.nullish(v.pipe(v.string(), v.regex(/^(public|customers|team|segment:\S.{0,99})$/u))),
  status: v.nullish(v.picklist(articleStatuses)),
  pages: v.nullish(v.array(line(500))),
  search: v.nullish(v.boolean()),
  tour: v.nullish(ContentId),
  /** Its path inside the content folder that it comes from: its pictures are meant from there. Others say other things. */
  file: v.fallback(v.nullish(v.pipe(v.string(), v.maxLength(4_096))), undefined),
})

/** One collection of an import. */
export const ImportedCollectionSchema = v.object({
  id: ContentId,
  locale: Locale,
  title: line(500),
  summary: v.nullish(line(1_000)),
  icon: v.nullish(v.picklist(collectionIcons)),
  order: v.nullish(v.pipe(v.number(), v.finite())),
})
export type ImportedCollection = v.InferInput<typeof ImportedCollectionSchema>

export interface ImportResult {
  saved: number
  unchanged: number
  /** Place in the batch, from 0, and why that one was refused. */
  refused: { index: number; reason: string }[]
}

/** Takes batches from outside; each article stands or falls alone. */
export function createImporter(deps: {
  library: Library
  richText: RichTextReader
  digest(text: string): string
}) {
  return { importArticles, importCollections }

  /** Adds or replaces collections; those of the content folder stay as they are. */
  async function importCollections(
    site: string,
    items: readonly v.InferOutput<typeof ImportedCollectionSchema>[],
  ): Promise<{ saved: number }> {
    const collections = items.map(
      ({ id, locale, title, summary, icon, order }): CollectionDraft => ({
        collectionId: id,
        locale,
        title,
        summary: summary ?? null,
        icon: icon ?? undefined,
        position: order ?? 0,
        place: 'import',
      }),
    )
    const { saved } = await deps.library.keep(site, 'import', { articles: [], collections })
    return { saved }
  }

  async function importArticles(site: string, items: readonly unknown[]): Promise<ImportResult> {
    const refused: ImportResult['refused'] = []
    const drafts = new Map<ArticleDraft, number>()
    const slugs = new Map<string, string>()
    for (const [index, item] of items.entries()) {
      try {
        const draft = draftOf(item)
        const address = `${draft.locale}|${draft.slug}`
        const owner = slugs.get(address) ?? draft.articleId
        if (owner !== draft.articleId || (await deps.library.isSlugTaken(site, draft))) {
          refused.push({ index, reason: 'slug: belongs to another article of this locale' })
          continue
        }
        slugs.set(address, draft.articleId)
        drafts.set(draft, index)
      } catch (error) {
        if (!isWaypostError(error)) throw error
        refused.push({ index, reason: describe(error.errors) })
      }
    }
    const articles = [...drafts.keys()]
    await deps.library.ensureCollections(site, 'import', collectionsOf(articles))
    const kept = await deps.library.keep(site, 'import', { articles, collections: [] })
    for (const { draft } of kept.clashes) {
      const index = drafts.get(draft as ArticleDraft) ?? 0
      refused.push({ index, reason: 'this id stands in the content folder; change it there' })
    }
    return { saved: kept.saved, unchanged: kept.unchanged, refused }
  }

  function draftOf(item: unknown): ArticleDraft {
    const said = parseInput(ImportedArticleSchema, item)
    const { file } = said
    const resolveImage = picturesOf(file)
    const parsed = deps.richText.fromMarkdown(said.body, { field: 'body', resolveImage })
    const showsOwn = picturesInFolder(parsed, file ?? '').length > 0
    return {
      articleId: said.id,
      locale: said.locale,
      slug: said.slug ?? slugFor(said.id),
      title: said.title,
      summary: said.summary ?? null,
      collectionId: said.collection ?? null,
      keywords: said.keywords ?? [],
      position: said.order ?? 0,
      audience: (said.audience as Audience | null | undefined) ?? 'public',
      status: said.status ?? 'published',
      pages: said.pages ?? [],
      ...(said.search === false && { searchable: false as const }),
      ...(said.tour && { tour: said.tour }),
      updatedAt: said.updated ? new Date(said.updated).toISOString() : null,
      markdown: said.body,
      body: parsed.body,
      // Without a file only those that are meant from the folder's root.
      ...(showsOwn && { picturesFrom: file == null ? '/' : posix.dirname(file) }),
      place: 'import',
    }
  }

  /** The id in words; with a piece of its hash where words lost something, so that no two meet. */
  function slugFor(id: string): string {
    const slug = slugOf(id)
    return slug === id
      ? slug
      : `${slug}-${deps
          .digest(id)
          .replace(/[^a-zA-Z0-9]/g, '')
          .slice(0, 6)}`
  }
}

function collectionsOf(articles: readonly ArticleDraft[]): CollectionDraft[] {
  const found = new Map<string, CollectionDraft>()
  for (const { collectionId, locale } of articles) {
    if (collectionId === null) continue
    const draft = { collectionId, locale, title: collectionId, summary: null, position: 0 }
    found.set(`${locale}|${collectionId}`, { ...draft, place: 'import' })
  }
  return [...found.values()]
}

function describe(errors: readonly FieldError[]): string {
  if (errors.length === 0) return 'it could not be read'
  return errors.map(({ path, code }) => `${path || 'the line'}: ${WORDS[code] ?? code}`).join('; ')
}

const WORDS: Partial<Record<FieldError['code'], string>> = {
  required: 'is missing',
  wrong_type: 'has the wrong type',
  too_short: 'is empty',
  too_long: 'is too long',
  too_complex: 'is too complex (nested too deep, or too many parts)',
  not_an_option: 'is not one of the options',
  invalid_locale: 'is no language tag (BCP 47)',
  invalid: 'is not valid',
}
