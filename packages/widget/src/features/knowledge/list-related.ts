import type { Article } from '@waypost/sdk/contract'
import type { Hit } from '../../foundation/hit.js'
import type { PanelContext } from '../../foundation/panel-context.js'

export interface Related {
  /** The name of the shelf that the article stands on. */
  collection: string
  items: readonly Hit[]
}

const MOST = 3

/**
 * What to read next: from the same collection, or else what the host's page is about; and what teaches
 * it.
 */
export async function listRelated(
  { client, locale, context }: PanelContext,
  { id, collection, learning = [] }: Article,
  signal: AbortSignal,
): Promise<Related> {
  const [shelf, neighbours] = collection
    ? await Promise.all([
        client.collections.list({ locale, limit: 100, signal }),
        client.articles.list({ locale, collection, limit: MOST + 1, signal }),
      ])
    : []
  const title = shelf?.items.find((each) => each.id === collection)?.title ?? ''
  const others = (neighbours?.items ?? [])
    .filter((article) => article.id !== id)
    .map((article) => ({ ...article, articleId: article.id }))
  if (others.length > 0)
    return { collection: title, items: [...others.slice(0, MOST), ...learning] }
  const { url } = context()
  const { items } = await client.suggestions({ ...(url && { url }), locale, signal })
  const suggested = items.filter(({ articleId }) => articleId !== id).slice(0, MOST)
  return { collection: title, items: [...suggested, ...learning] }
}
