import {
  isWaypostError,
  type OrderCard,
  type TicketOrder,
  WaypostError,
} from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { asCustomer } from '../policy.js'
import type { Storage } from '../storage.js'
import type { OrderProvider } from './order-provider.js'

export interface OrdersDeps {
  storage: Storage
  providerOf(site: string): OrderProvider | undefined
}

/** What a customer has ordered, as far as the host tells. Nothing of it is kept but what a ticket names. */
export function createOrders({ storage, providerOf }: OrdersDeps) {
  return {
    /** The orders to choose from; `not_found` where the site has nobody to ask. */
    async list(actor: Actor, locale: string | undefined): Promise<readonly OrderCard[]> {
      const provider = providerOf(actor.site)
      if (!provider) {
        throw new WaypostError('not_found', { detail: 'This site tells no orders.' })
      }
      const { site, customerId } = asCustomer(actor)
      const customer = await identityOf(customerId)
      return customer ? provider.find({ site, customer, locale, orderId: undefined }) : []
    },

    /**
     * The card as the host's server tells it, where somebody can be asked about somebody: else, and
     * where it does not answer, as it came, and marked so. `undefined` for no order of theirs.
     */
    async vouch(
      actor: Actor,
      card: OrderCard,
      locale: string | undefined,
    ): Promise<TicketOrder | undefined> {
      const unproven = { ...card, verified: false }
      const provider = providerOf(actor.site)
      if (!provider || actor.kind !== 'session' || !actor.signed) return unproven
      const customer = actor.customerId && (await identityOf(actor.customerId))
      if (!customer) return unproven
      try {
        const question = { site: actor.site, customer, locale, orderId: card.id }
        const known = (await provider.find(question)).find(({ id }) => id === card.id)
        return known && { ...known, verified: true }
      } catch (error) {
        // Whoever asks must not wait for the shop: the team sees that nobody has vouched.
        if (isWaypostError(error, 'unavailable')) return unproven
        throw error
      }
    },
  }

  async function identityOf(customerId: string) {
    const customer = await storage.transaction((tx) => tx.customers.find(customerId))
    return customer?.identity ?? undefined
  }
}

export type Orders = ReturnType<typeof createOrders>
