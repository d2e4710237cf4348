import type { Orders } from '../../domain/orders/orders.js'
import type { Endpoints } from '../endpoint.js'
import { presentOrder } from '../present/order.js'

export function orderEndpoints({ orders }: { orders: Orders }) {
  return {
    listOrders: async ({ actor, query }) => {
      const found = await orders.list(actor, query.locale)
      return { reply: { items: found.map(presentOrder), nextCursor: null } }
    },
  } satisfies Partial<Endpoints>
}
