import type { SearchHit } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Articles to begin with: of the host's page, or simply the first ones. */
export interface Suggested {
  forPage: boolean
  items: readonly Pick<SearchHit, 'articleId' | 'title' | 'url' | 'locale'>[]
}

const MOST = 4

export async function listSuggested(
  { client, context, locale }: PanelContext,
  signal: AbortSignal,
): Promise<Suggested> {
  const { url } = context()
  const { items } = await client.suggestions({ ...(url && { url }), locale, signal })
  if (items.length > 0) return { forPage: Boolean(url), items: items.slice(0, MOST) }
  const { items: articles } = await client.articles.list({ locale, limit: MOST, signal })
  return {
    forPage: false,
    items: articles.map((article) => ({ ...article, articleId: article.id })),
  }
}
