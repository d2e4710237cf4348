import type { ArticleSummary, SearchHit } from '@waypost/sdk/contract'
import type { PanelContext } from './panel-context.js'

/** Articles to begin with: of the host's page, or simply the first ones. */
export interface Suggested {
  forPage: boolean
  items: readonly SearchHit[]
}

const MOST = 4

export async function listSuggested(
  { client, context, locale }: Pick<PanelContext, 'client' | 'context' | 'locale'>,
  signal: AbortSignal,
): Promise<Suggested> {
  const { url } = context()
  const { items } = await client.suggestions({ ...(url && { url }), locale, signal })
  if (items.length > 0) return { forPage: Boolean(url), items: items.slice(0, MOST) }
  const { items: first } = await client.articles.list({ locale, limit: MOST, signal })
  return { forPage: false, items: first.map(asHit) }
}

/** An article as if it had been found, by nothing. */
function asHit({ id, summary: _, updatedAt: __, ...article }: ArticleSummary): SearchHit {
  return { ...article, kind: 'article', articleId: id, score: 0, excerpt: [] }
}
