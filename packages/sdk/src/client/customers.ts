import type { CustomerChange } from '../contract/customers.js'
import { profileRoutes } from '../contract/routes.js'
import type { Customer } from '../contract/sessions.js'
import type { Client } from './client.js'
import type { CallOptions, ChangeOptions } from './transport.js'

/** What is known of the customer whom a client speaks for. Apart, as few pages ask. */
export function createCustomers({ call }: Pick<Client, 'call'>) {
  return {
    /** The customer; throws `not_found` for a visitor who has not asked anything yet. */
    current: (options?: CallOptions): Promise<Customer> =>
      call('getCurrentCustomer', options, profileRoutes.getCurrentCustomer),

    /**
     * Corrects name or address, also in the tickets that they have opened. An address takes the code
     * that was mailed to it. Throws `forbidden` where a host says who they are: it is said there.
     */
    update: (change: CustomerChange, options?: ChangeOptions): Promise<Customer> =>
      call('updateCurrentCustomer', options, {
        ...profileRoutes.updateCurrentCustomer,
        body: change,
      }),
  }
}
