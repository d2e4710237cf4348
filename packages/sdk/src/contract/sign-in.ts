import * as v from 'valibot'
import { Email, Locale, SiteKey } from './fields.js'
import type { Operation } from './operation.js'

export const MailRequestSchema = v.object({
  email: Email,
  /** In which the mail is written; the language of the site unless said. */
  locale: v.optional(Locale),
})
export type MailRequest = v.InferInput<typeof MailRequestSchema>

export const signInOperations = {
  createSignInCode: {
    summary:
      'Mail a code to sign in with; the answer is the same whether the address is known or not',
    tag: 'sessions',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: MailRequestSchema,
    status: 204,
  },
  mailRequestLinks: {
    summary:
      'Mail the links of the requests of an address; the answer is the same for every address',
    tag: 'sessions',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: MailRequestSchema,
    status: 204,
  },
} as const satisfies Record<string, Operation>
