import type { WaypostError } from '@waypost/sdk/client'
import type { Ticket } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

const MOST = 2

/** The latest tickets under way. Who has no session has none, and gets none just for looking. */
export async function listOpenTickets(
  { client, canAsk, customer }: PanelContext,
  signal: AbortSignal,
): Promise<readonly Ticket[]> {
  if (canAsk === false) return []
  const isKnown = (await client.session.has()) || (await customer?.().catch(() => null))
  if (!isKnown || signal.aborted) return []
  try {
    const { items } = await client.tickets.list({ limit: 10, signal })
    return items.filter(({ status }) => status !== 'solved' && status !== 'closed').slice(0, MOST)
  } catch (error) {
    if ((error as WaypostError).status === 401) return []
    throw error
  }
}
