import type { Actor } from '../actor.js'
import type { AttachedFile } from '../attached-file.js'
import type { Transaction } from '../storage.js'

/** What tickets ask of the attachments room about the uploads that a message names. */
export interface Attaching {
  /**
   * Reads first and returns what to write, because all reads of a transaction precede its writes.
   * Throws `invalid_input` for an id that is not the actor's to name.
   */
  find(
    tx: Transaction,
    actor: Actor,
    ids: readonly string[],
    part: { ticketId: string; messageId: string; at: Date },
  ): Promise<{ files: readonly AttachedFile[]; save: () => void }>
}
