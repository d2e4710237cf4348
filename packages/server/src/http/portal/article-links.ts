import type { RichText } from '@waypost/sdk/contract'
import type { Articles } from '../../domain/knowledge/articles.js'
import { inlinesOf } from '../../foundation/rich-text-parts.js'
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
  const ids = new Set<string>()
  for (const inline of inlinesOf(body)) {
    if (inline.type === 'article-link') ids.add(inline.articleId)
  }
  await Promise.all(
    [...ids].map(async (id) => {
      const target = await readArticle(articles, actor, id, locale)
      if (target) found.set(id, paths.article(target.article.locale, target.article.slug))
    }),
  )
  return (id, anchor) => {
    const path = found.get(id)
    return path !== undefined && anchor !== undefined ? `${path}#${encodeURI(anchor)}` : path
  }
}
