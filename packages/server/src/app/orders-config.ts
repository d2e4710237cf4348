import { WebUrl } from '@waypost/sdk/contract'
import * as v from 'valibot'

const url = v.pipe(
  WebUrl,
  // A name and a password in it would not be sent, and a log could hold them.
  v.check((text) => new URL(text).username === '', 'is not an address without a password'),
)

/** Where a host's server tells the orders of its customers, and what our calls are signed with. */
export const OrdersConfigSchema = v.union([
  v.strictObject({ url, secret: v.pipe(v.string(), v.minLength(32)) }),
  v.strictObject({ url, secretFile: v.pipe(v.string(), v.minLength(1)) }),
])
