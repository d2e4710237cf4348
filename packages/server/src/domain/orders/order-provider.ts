import type { OrderCard } from '@waypost/sdk/contract'

/** Whose orders are wanted. */
export interface OrderQuestion {
  readonly site: string
  readonly customer: { readonly issuer: string; readonly subject: string }
  readonly locale: string | undefined
  /** One order; without it those to choose from. */
  readonly orderId: string | undefined
}

/** Where a host tells the orders of its customers. Throws `unavailable` where it does not answer. */
export interface OrderProvider {
  find(question: OrderQuestion): Promise<readonly OrderCard[]>
}
