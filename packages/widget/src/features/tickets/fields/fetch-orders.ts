import type { LocaleOptions } from '@waypost/sdk/client'
import type { OrderCard } from '@waypost/sdk/contract'
import type { PanelContext } from '../../../foundation/panel-context.js'

/** The orders of the customer whom the host vouches for, as its server tells ours. */
export async function fetchOrders({ client, locale }: PanelContext): Promise<readonly OrderCard[]> {
  const route = { method: 'GET', path: '/v1/orders' } as const
  const options: LocaleOptions = { locale }
  const { items } = await client.call('listOrders', options, route)
  return items
}
