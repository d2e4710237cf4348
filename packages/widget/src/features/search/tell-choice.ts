import type { Client } from '@waypost/sdk/client'
import type { FoundHit } from './render-hit.js'

/**
 * Tells the server which article was chosen. Nobody waits for it, and nobody hears of trouble with it.
 * Of lessons it is told nothing: what is counted are articles that a search finds, or lacks.
 */
export function tellChoice(client: Client, hit: FoundHit, position: number, searchId?: string) {
  if (!searchId || hit.kind !== 'article') return
  const { articleId } = hit
  client.track([{ kind: 'search.chosen', searchId, articleId, position }]).catch(() => {})
}
