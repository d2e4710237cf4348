import type { SearchHit } from '@waypost/sdk/contract'
import type { PanelContext } from './panel-context.js'

/** Articles to begin with: of the host's page, or those for somebody who is nowhere in particular. */
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
  const page = url ? await client.suggestions({ url, locale, signal }) : { items: [] }
  if (page.items.length > 0) return { forPage: true, items: page.items.slice(0, MOST) }
  const { items } = await client.suggestions({ locale, signal })
  return { forPage: false, items: items.slice(0, MOST) }
}
