import { createHttpOrders } from '../adapters/orders/http-orders.js'
import type { OrderProvider } from '../domain/orders/order-provider.js'
import type { Clock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import type { Logger } from '../foundation/logger.js'
import type { Config } from './config-schema.js'

/** Whom each site asks for orders, where it asks anybody. */
export function composeOrders(
  { sites }: Config,
  { clock, log }: { clock: Clock; log: Logger },
): (site: string) => OrderProvider | undefined {
  const providers = new Map(
    sites.flatMap(({ key, orders }) => {
      const onTrouble = (reason: string) => log.warn('orders', { site: key, reason })
      return orders ? [[key, createHttpOrders({ ...orders, clock, newId, onTrouble })]] : []
    }) as [string, OrderProvider][],
  )
  return (site) => providers.get(site)
}
