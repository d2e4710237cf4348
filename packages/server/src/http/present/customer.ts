import type { Customer as CustomerReply } from '@waypost/sdk/contract'
import type { Customer } from '../../domain/identity/customer.js'

/** A customer as they see themselves. */
export function presentCustomer(customer: Customer): CustomerReply {
  return {
    id: customer.id,
    name: customer.name,
    email: customer.email,
    verification: customer.verification,
    group: customer.group ?? null,
    groupAccess: customer.groupAccess ?? 'read',
  }
}
