import type { Block, Inline, RichText } from '@waypost/sdk/contract'
import type { Articles } from '../../domain/knowledge/articles.js'
import { readArticle } from './find-article.js'
import type { Visit } from './page.js'

/**
 * Where the articles stand to which a text links: in the reader's locale, or in the nearest that has
 * them. A link to what the reader may not read leads nowhere.
 */
export async function resolveArticleLinks(
  articles: Articles,
  { actor, paths }: Visit,
  body: RichText,
  locale: string,
): Promise<(articleId: string, anchor?: string) => string | undefined> {
  const found = new Map<string, string>()
  const ids = [...new Set(idsInBlocks(body))]
  await Promise.all(
    ids.map(async (id) => {
      const target = await readArticle(articles, actor, id, locale)
      if (target) found.set(id, paths.article(target.article.locale, target.article.slug))
    }),
  )
  return (id, anchor) => {
    const path = found.get(id)
    return path !== undefined && anchor !== undefined ? `${path}#${encodeURI(anchor)}` : path
  }
}

function* idsInBlocks(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        yield* idsInInlines(block.children)
        break
      case 'quote':
      case 'callout':
        yield* idsInBlocks(block.children)
        break
      case 'list':
        for (const item of block.items) yield* idsInBlocks(item.children)
        break
      case 'table':
        for (const cell of [block.head, ...block.rows].flat()) yield* idsInInlines(cell)
    }
  }
}

function* idsInInlines(inlines: readonly Inline[]): Generator<string> {
  for (const inline of inlines) {
    if (inline.type === 'article-link') yield inline.articleId
    if ('children' in inline) yield* idsInInlines(inline.children)
  }
}
