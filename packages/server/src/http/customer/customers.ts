import type { Customers } from '../../domain/identity/customers.js'
import type { Endpoints } from '../endpoint.js'
import { presentCustomer } from '../present/customer.js'

export function customerEndpoints({ customers }: { customers: Customers }) {
  return {
    getCurrentCustomer: async ({ actor }) => ({
      reply: presentCustomer(await customers.current(actor)),
    }),
    updateCurrentCustomer: async ({ actor, body }) => ({
      reply: presentCustomer(await customers.correct(actor, body)),
    }),
  } satisfies Partial<Endpoints>
}
