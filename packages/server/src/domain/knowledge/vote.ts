import type { VoteReason } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'
import type { RequestOrigin } from '../request-origin.js'

/** Whether an article helped somebody, and why not. */
export interface Vote extends StoredRecord {
  readonly site: string
  readonly articleId: string
  readonly locale: string
  readonly helpful: boolean
  readonly reason: VoteReason | null
  readonly comment: string | null
  readonly origin: RequestOrigin | null
}
