import { Email } from '@waypost/sdk/contract'
import * as v from 'valibot'

/** Where mails go, and from whom they come. */
export const MailConfigSchema = v.strictObject({
  /** Where each mail is left as a file; `mail` in the data folder unless said. */
  folder: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** The sender; `no-reply` at the host of `publicUrl` unless said. */
  from: v.optional(Email),
})
