import type { LearningHit, SearchHit } from '@waypost/sdk/contract'
import type { PanelContext } from './panel-context.js'

/** Articles to begin with: of the host's page, or those for somebody who is nowhere in particular. */
export interface Suggested {
  forPage: boolean
  /** Articles, then what teaches it. */
  items: readonly (SearchHit | LearningHit)[]
}

const MOST = 4

/** What the host has chosen for its page, else what names that page itself. */
export async function listSuggested(
  { client, context, locale }: Pick<PanelContext, 'client' | 'context' | 'locale'>,
  signal: AbortSignal,
): Promise<Suggested> {
  const { url, suggested } = context()
  for (const page of [suggested, url && { url }]) {
    const items = page ? await list(page) : []
    if (items.length > 0) return { forPage: true, items }
  }
  return { forPage: false, items: await list({}) }

  async function list(page: object) {
    const { items, learning = [] } = await client.suggestions({ ...page, locale, signal })
    return [...items.slice(0, MOST), ...learning]
  }
}
