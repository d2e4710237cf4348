import type { AgentRole } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'

/** A person of the support team. */
export interface Agent extends StoredRecord {
  readonly email: string
  readonly name: string | null
  readonly role: AgentRole
  /** The sites that they work for; all of them where nothing is said. */
  readonly sites?: readonly string[] | undefined
  /** SHA-256 of the `wpa_…` token, which was shown once. */
  readonly tokenHash: string
}
