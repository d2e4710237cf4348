import type { RichText, TicketStatus } from '@waypost/sdk/contract'
import type { CarriedCard } from '../carried.js'

/** What a mail says, as facts. Tokens are those of its links. */
export type Occasion =
  | { readonly kind: 'ticket-opened'; readonly reference: string; readonly token: string }
  | {
      readonly kind: 'ticket-replied'
      /** Of the last reply that it tells of. */
      readonly number: number
      readonly reference: string
      readonly token: string
      /** Whose reply it is; `null` for an agent without a name. */
      readonly author: string | null
      /** The subject and the team's words; `null` where whoever asked had not proved the address. */
      readonly said: {
        readonly subject: string
        readonly body: RichText
        readonly contents: readonly CarriedCard[]
      } | null
    }
  | { readonly kind: 'sign-in-code'; readonly code: string; readonly token: string }
  | { readonly kind: 'request-links'; readonly requests: readonly MailedRequest[] }

export interface MailedRequest {
  readonly reference: string
  readonly status: TicketStatus
  readonly createdAt: string
  readonly token: string
}
