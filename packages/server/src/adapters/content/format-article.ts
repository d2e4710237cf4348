import { stringify } from 'yaml'
import type { Article, Collection } from '../../domain/knowledge/article.js'
import { tidyMarkdown } from './front-matter.js'

/** What a file of the content folder keeps of an article; its place says locale and collection. */
export type WrittenArticle = Pick<
  Article,
  | 'articleId'
  | 'locale'
  | 'slug'
  | 'title'
  | 'summary'
  | 'collectionId'
  | 'keywords'
  | 'position'
  | 'audience'
  | 'status'
  | 'pages'
  | 'searchable'
  | 'tour'
  | 'markdown'
> & { readonly updatedAt: string | null }

export type WrittenCollection = Pick<
  Collection,
  'collectionId' | 'locale' | 'title' | 'summary' | 'icon' | 'position'
>

/**
 * An article as the Markdown file that reads back as the same article. The slug is written where
 * the file name, without `.md`, is not it.
 */
export function formatArticle(article: WrittenArticle, fileName: string): string {
  const yaml = format({
    id: article.articleId,
    slug: article.slug === fileName ? undefined : article.slug,
    title: article.title,
    summary: article.summary ?? undefined,
    keywords: article.keywords.length > 0 ? article.keywords : undefined,
    order: article.position || undefined,
    updated: article.updatedAt?.replace(/T00:00:00(?:\.0+)?Z$/, ''),
    audience: article.audience === 'public' ? undefined : article.audience,
    status: article.status === 'published' ? undefined : article.status,
    pages: article.pages.length > 0 ? article.pages : undefined,
    search: article.searchable,
    tour: article.tour,
  })
  return `---\n${yaml}---\n\n${tidyMarkdown(article.markdown)}\n`
}

/** A collection as its `_collection.yaml`. */
export function formatCollection(collection: WrittenCollection): string {
  return format({
    id: collection.collectionId,
    title: collection.title,
    summary: collection.summary ?? undefined,
    icon: collection.icon,
    order: collection.position || undefined,
  })
}

/** Keys in the order given, one line each where it fits: edits stay small in a diff. */
function format(fields: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined)
  return stringify(Object.fromEntries(said), { lineWidth: 0 })
}
