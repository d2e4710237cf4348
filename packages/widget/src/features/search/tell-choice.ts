import type { Client } from '@waypost/sdk/client'

/** Tells the server which hit was chosen. Nobody waits for it, and nobody hears of trouble with it. */
export function tellChoice(client: Client, articleId: string, position: number, searchId?: string) {
  if (!searchId) return
  client.track([{ kind: 'search.chosen', searchId, articleId, position }]).catch(() => {})
}
