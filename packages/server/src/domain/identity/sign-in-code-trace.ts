import { allOf } from '../../foundation/all-of.js'
import { addressKey } from '../answered-at.js'
import { givenAddresses } from '../given-addresses.js'
import type { Trace } from '../trace.js'

export const signInCodeTrace: Trace = {
  async ofCustomer(tx, customer) {
    const keys = givenAddresses(customer).map((each) => addressKey(customer.site, each))
    const found = keys.map((key) =>
      allOf((after) => tx.signInCodes.list('address', key, { limit: 1_000, after })),
    )
    const codes = (await Promise.all(found)).flat()
    return {
      told: codes.map(({ address, createdAt, tries }) => ({ address, createdAt, tries })),
      erase: () => {
        for (const { id } of codes) tx.signInCodes.delete(id)
      },
    }
  },
}
