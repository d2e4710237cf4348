import type { authorKinds, RichText } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'
import type { RequestOrigin } from '../request-origin.js'

/** What everyone in the conversation sees. */
export interface Message extends StoredRecord {
  readonly ticketId: string
  /** Place in the conversation, from 1: two messages may come in the same millisecond. */
  readonly number: number
  readonly author: {
    readonly kind: (typeof authorKinds)[number]
    /** The customer or agent; `null` for the system. */
    readonly id: string | null
    readonly name: string | null
  }
  readonly body: RichText
  readonly origin: RequestOrigin | null
}

/** What the team alone sees: a type of its own, so that no list of messages can show it. */
export interface Note extends StoredRecord {
  readonly ticketId: string
  readonly author: { readonly id: string; readonly name: string | null }
  readonly body: RichText
  readonly origin: RequestOrigin | null
}
