import { type FieldError, WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import type { AttachedFile } from '../attached-file.js'
import { can } from '../policy.js'
import type { Transaction } from '../storage.js'
import {
  type Attachment,
  type AttachmentLimits,
  ended,
  isWaiting,
  MOST_WAITING,
  named,
} from './attachment.js'

export interface AttachingDeps {
  /** What a site lets people attach; `null` where that is nothing. */
  limitsOf(site: string): AttachmentLimits | null
}

/** Makes uploads parts of a message; see the port in the tickets room. */
export function createAttaching({ limitsOf }: AttachingDeps) {
  return {
    /** Ends what waits for somebody who will name it in no message; see the identity room's port. */
    async letGo(tx: Transaction, holderId: string, at: Date): Promise<() => void> {
      const { items } = await tx.attachments.list('waiting', holderId, { limit: MOST_WAITING })
      return () => {
        for (const upload of items) tx.attachments.save(ended(upload, at))
      }
    },

    /**
     * What waits for a visitor waits for the person that they are by now, as far as there is room beside
     * what waits for that one already; see the education room's port.
     */
    async handOver(tx: Transaction, visitorId: string, holderId: string): Promise<() => void> {
      const own = await tx.attachments.count('waiting', holderId)
      const { items } = await tx.attachments.list('waiting', visitorId, { limit: MOST_WAITING })
      return () => {
        for (const upload of items.slice(0, Math.max(0, MOST_WAITING - own)))
          tx.attachments.save({ ...upload, uploaderId: holderId })
      }
    },

    async find(
      tx: Transaction,
      actor: Actor,
      ids: readonly string[],
      part: { ticketId: string; messageId: string; at: Date },
    ): Promise<{ files: readonly AttachedFile[]; save: () => void }> {
      const unique = [...new Set(ids)]
      if (unique.length === 0) return { files: [], save() {} }
      if (unique.length > (limitsOf(actor.site)?.maxCount ?? 0)) {
        refuse([{ path: 'attachmentIds', code: 'too_long' }])
      }
      const found: Attachment[] = []
      for (const id of unique) {
        const upload = await tx.attachments.find(id)
        const isTheirs = upload && can(actor, { action: 'use', upload })
        // One of somebody else is refused like one that does not exist.
        if (!isTheirs || !isWaiting(upload, part.at)) {
          refuse([{ path: `attachmentIds.${ids.indexOf(id)}`, code: 'not_an_option' }])
        }
        found.push(upload)
      }
      return {
        files: found.map(({ file }) => file),
        save() {
          for (const upload of found) tx.attachments.save(named(upload, part))
        },
      }
    },
  }
}

function refuse(errors: readonly FieldError[]): never {
  throw new WaypostError('invalid_input', { errors })
}
