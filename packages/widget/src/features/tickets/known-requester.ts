import type { Customer } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

export type KnownRequester = Pick<Customer, 'name' | 'email'>

/** Longer than this nobody waits to see a whole form: then it asks. */
const PATIENCE = 3000

/**
 * Whom the host vouches for; `null` for a visitor whom the form must ask. Where the host has not
 * said, a ticket that it vouched for does. Starts no session.
 */
export async function knownRequester(
  panel: Pick<PanelContext, 'client' | 'customer'>,
): Promise<KnownRequester | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))
  try {
    return await Promise.race([panel.customer ? panel.customer() : lastSigned(panel), patience])
  } catch {
    return null
  }
}

async function lastSigned({
  client,
}: Pick<PanelContext, 'client'>): Promise<KnownRequester | null> {
  if (!(await client.session.has())) return null
  const { items } = await client.tickets.list({ limit: 1 })
  const requester = items[0]?.requester
  return requester?.verification === 'signed' ? requester : null
}
