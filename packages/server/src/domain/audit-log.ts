import type { AuditDeed } from '@waypost/sdk/contract'
import type { Transaction } from './storage.js'

/** Who did something: an agent on a site, whoever sits at the server, or the server by itself. */
export type Doer =
  | { readonly site: string; readonly agentId: string }
  | { readonly site: string; readonly by: 'operator' | 'server' }

/** Adds a deed and the id of what it was done to. */
export type NoteDeed = (deed: AuditDeed, object: string | null) => void

/** What was done, by whom, to what and when; never what was written, and no token. */
export interface AuditLog {
  /**
   * Reads the end of the log: to be called among the reads of a transaction. What it returns adds
   * to the log among the writes, so that there is no deed without its entry.
   */
  open(tx: Transaction, doer: Doer, at: Date): Promise<NoteDeed>
}
