import type { SearchHit } from '@waypost/sdk/contract'
import type { PanelContext } from './panel-context.js'

/** Articles to begin with: of the host's page, or those for somebody who is nowhere in particular. */
export interface Suggested {
  forPage: boolean
  items: readonly SearchHit[]
}

const MOST = 4

/** What the host has chosen for its page, else what names that page itself. */
export async function listSuggested(
  { client, context, locale }: Pick<PanelContext, 'client' | 'context' | 'locale'>,
  signal: AbortSignal,
): Promise<Suggested> {
  const { url, suggested } = context()
  for (const page of [suggested, url && { url }]) {
    const { items } = page ? await client.suggestions({ ...page, locale, signal }) : { items: [] }
    if (items.length > 0) return { forPage: true, items: items.slice(0, MOST) }
  }
  const { items } = await client.suggestions({ locale, signal })
  return { forPage: false, items: items.slice(0, MOST) }
}
