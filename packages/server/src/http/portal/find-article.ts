import { isWaypostError } from '@waypost/sdk/contract'
import type { Article } from '../../domain/knowledge/article.js'
import type { Articles, FoundTranslations } from '../../domain/knowledge/articles.js'
import { slugOf } from '../../foundation/slug.js'
import type { Visit } from './page.js'

/** What an address led to: the article itself, or the same one under another address. */
export interface FoundArticle extends FoundTranslations {
  /** False for its id, for its slug in another language, for a slug that was pasted with a dot. */
  readonly isCanonical: boolean
}

/**
 * The article that an address means, in the reader's locale, or in another where it has no
 * translation. `undefined` where no reader can mean any by it.
 */
export async function findArticle(
  articles: Articles,
  { actor, locale, locales }: Visit,
  asked: string,
): Promise<FoundArticle | undefined> {
  const own = await bySlug(locale.tag, asked)
  if (own) return withTranslations(own.articleId, true)
  const byId = await withTranslations(asked, false)
  if (byId) return byId
  for (const slug of new Set([asked, slugOf(asked)])) {
    for (const { tag } of slug === '' ? [] : locales) {
      const found = await bySlug(tag, slug)
      if (found) return withTranslations(found.articleId, false)
    }
  }
  return undefined

  async function bySlug(tag: string, slug: string): Promise<Article | undefined> {
    const { items } = await articles.list(actor, tag, { slug }, { limit: 1 })
    return items[0]
  }

  async function withTranslations(
    articleId: string,
    isCanonical: boolean,
  ): Promise<FoundArticle | undefined> {
    const found = await readArticle(articles, actor, articleId, locale.tag)
    return found && { ...found, isCanonical }
  }
}

/** An article by its id, or nothing where it does not exist for this reader. */
export async function readArticle(
  articles: Articles,
  actor: Visit['actor'],
  articleId: string,
  locale: string,
): Promise<FoundTranslations | undefined> {
  try {
    return await articles.get(actor, articleId, locale)
  } catch (error) {
    if (isWaypostError(error) && error.code === 'not_found') return undefined
    throw error
  }
}
