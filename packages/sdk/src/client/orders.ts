import type { List } from '../contract/fields.js'
import type { OrderCard } from '../contract/orders.js'
import { orderRoutes } from '../contract/routes.js'
import type { AccessOptions } from './call.js'
import type { Client } from './client.js'
import type { LocaleOptions } from './in-locale.js'

/**
 * What the customer of a client has ordered: apart, so that only a form that asks for an order
 * carries it. `createOrders(client).list()`, then name one in the ticket.
 */
export function createOrders({ call }: Pick<Client, 'call'>) {
  return {
    /**
     * As the host's own server tells them. Throws `forbidden` where no host has said who the customer
     * is, `not_found` where the site has nobody to ask, `unavailable` where it does not answer.
     */
    list: (options?: AccessOptions & LocaleOptions): Promise<List<OrderCard>> =>
      call('listOrders', options, orderRoutes.listOrders),
  }
}
