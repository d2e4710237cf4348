import type { Transaction } from '../storage.js'

/** What the identity room asks of attachments, in the same transaction. */
export interface WaitingUploads {
  /** Reads what waits for a message of a holder who will send none, and returns what lets it go. */
  letGo(tx: Transaction, holderId: string, at: Date): Promise<() => void>
}
