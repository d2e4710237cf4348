import { addressOf } from '../../foundation/address-of.js'
import { allOf } from '../../foundation/all-of.js'
import { addressKey } from '../answered-at.js'
import type { Trace } from '../trace.js'

export const signInCodeTrace: Trace = {
  async ofCustomer(tx, { site, email }) {
    const key = email === null ? undefined : addressKey(site, addressOf(email))
    const codes =
      key === undefined
        ? []
        : await allOf((after) => tx.signInCodes.list('address', key, { limit: 1_000, after }))
    return {
      told: codes.map(({ address, createdAt, tries }) => ({ address, createdAt, tries })),
      erase: () => {
        for (const { id } of codes) tx.signInCodes.delete(id)
      },
    }
  },
}
