import type { OrderCard, TicketOrder } from '@waypost/sdk/contract'

export function presentOrder(order: OrderCard): OrderCard {
  const { id, title, status, placedAt, total, url, items } = order
  return {
    ...{ id, title },
    ...(status !== undefined && { status }),
    ...(placedAt !== undefined && { placedAt }),
    ...(total !== undefined && { total }),
    ...(url !== undefined && { url }),
    ...(items !== undefined && { items }),
  }
}

/** With whether the host's server has vouched for it. */
export function presentTicketOrder(order: TicketOrder): TicketOrder {
  return { ...presentOrder(order), verified: order.verified }
}
