import * as v from 'valibot'
import { Email, line } from './fields.js'
import type { Operation } from './operation.js'
import { CustomerSchema } from './sessions.js'

export const CustomerChangeSchema = v.object({
  name: v.optional(line(200)),
  /** Takes `code`: an address counts only where somebody reads what is mailed to it. */
  email: v.optional(Email),
  /** The six digits that `POST /v1/sign-in-codes` has mailed to the new address. */
  code: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\d{6}$/))),
})
export type CustomerChange = v.InferInput<typeof CustomerChangeSchema>

export const customerOperations = {
  getCurrentCustomer: {
    summary: 'Who the session speaks for, as they are known',
    tag: 'sessions',
    access: 'requester',
    status: 200,
    reply: CustomerSchema,
    problems: ['not_found'],
  },
  updateCurrentCustomer: {
    summary: 'Correct name or e-mail address, here and in the tickets that they have opened',
    tag: 'sessions',
    access: 'requester',
    body: CustomerChangeSchema,
    status: 200,
    reply: CustomerSchema,
    problems: ['forbidden', 'not_found'],
  },
} as const satisfies Record<string, Operation>
