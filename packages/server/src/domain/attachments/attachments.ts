import { WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { NewId } from '../../foundation/ids.js'
import { type Actor, holderId } from '../actor.js'
import type { AttachedFile } from '../attached-file.js'
import type { AuditLog } from '../audit-log.js'
import { can, guarded } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { Storage, Transaction } from '../storage.js'
import {
  type Attachment,
  type AttachmentLimits,
  ended,
  isWaiting,
  MOST_WAITING,
  UPLOAD_LIFE,
} from './attachment.js'
import { examine } from './examine.js'
import { safeName } from './file-name.js'
import type { ByteRange, FileStore } from './file-store.js'
import { UNKNOWN_TYPE } from './file-type.js'
import { withBytes } from './used-bytes.js'

export interface AttachmentsDeps {
  storage: Storage
  files: FileStore
  clock: Clock
  newId: NewId
  /** What a site lets people attach; `null` where that is nothing. */
  limitsOf(site: string): AttachmentLimits | null
  audit: AuditLog
}

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/** What people can do with files. */
export function createAttachments(deps: AttachmentsDeps) {
  const { storage, files, clock, newId, limitsOf, audit } = deps
  return {
    /**
     * Keeps a file for a message that names it within a day. A record comes before the first byte, so
     * that no file is without one, whatever dies when.
     */
    async upload(
      actor: Actor,
      { name, bytes }: IncomingFile,
      origin: RequestOrigin | null,
    ): Promise<AttachedFile> {
      const { uploaderId, limits } = admitted(actor)
      const at = clock.now()
      const id = newId('att')
      const begun = begin({ id, name, at, origin, uploaderId, site: actor.site })
      const earlier = await storage.transaction(async (tx) => {
        const made = await madeBefore(tx.attachments, origin)
        if (made) return made
        await refuseErased(tx, actor)
        if ((await tx.attachments.count('waiting', uploaderId)) >= MOST_WAITING) {
          const detail = `${MOST_WAITING} files wait for a message that names them.`
          throw new WaypostError('storage_full', { detail })
        }
        await withBytes(tx, { site: actor.site, bytes: 1, quota: limits.quota })
        tx.attachments.save(begun)
        return undefined
      })
      if (earlier) return earlier.file

      const seen = examine(bytes, limits.maxBytes)
      try {
        await files.write(id, seen.passing())
        const whole = { ...begun, isWhole: true, file: { ...begun.file, ...seen.result() } }
        await storage.transaction(async (tx) => {
          const { site, file } = whole
          // Who sends it may have been erased meanwhile, or their session may have ended.
          const now = await tx.attachments.get(id)
          if (now.endsAt !== begun.endsAt) throw new WaypostError('not_found')
          const used = await withBytes(tx, { site, bytes: file.size, quota: limits.quota })
          // By now it may be somebody else's: a visitor who has got a name meanwhile.
          tx.attachments.save({ ...whole, uploaderId: now.uploaderId })
          tx.counters.save(used)
        })
        return whole.file
      } catch (error) {
        // An erase takes the file away under whoever was writing it.
        const isErased = await storage
          .transaction(async (tx) => (await tx.attachments.find(id))?.endsAt !== begun.endsAt)
          .catch(() => false)
        // What cannot be taken away now is swept later.
        await forget([begun]).catch(() => {})
        throw isErased ? new WaypostError('not_found') : error
      }
    },

    get(actor: Actor, id: string): Promise<AttachedFile> {
      return storage.transaction(async (tx) => {
        const attachment = await tx.attachments.find(id)
        if (attachment?.isWhole !== true) throw new WaypostError('not_found')
        await refuseOthers(tx, actor, attachment)
        return attachment.file
      })
    },

    /** Takes back an upload; whoever manages the ticket takes a file out of its message. */
    async remove(actor: Actor, id: string): Promise<void> {
      const at = clock.now()
      const attachment = await storage.transaction(async (tx) => {
        const before = await tx.attachments.find(id)
        if (before?.isWhole !== true) throw new WaypostError('not_found')
        await refuseOthers(tx, actor, before, 'manage')
        const message = before.messageId && (await tx.messages.find(before.messageId))
        const noteDeed = actor.kind === 'agent' ? await audit.open(tx, actor, at) : undefined
        noteDeed?.('attachment.removed', id)
        if (message) {
          const attachments = message.attachments?.filter((file) => file.id !== id)
          tx.messages.save({ ...message, attachments })
        }
        const after = ended(before, at)
        tx.attachments.save(after)
        return after
      })
      await forget([attachment])
    },

    /** What a signed address opens: who has one need not say who they are. */
    find(id: string): Promise<AttachedFile | undefined> {
      return storage.transaction(async (tx) => {
        const attachment = await tx.attachments.find(id)
        const isThere =
          attachment?.isWhole &&
          (attachment.messageId !== null || isWaiting(attachment, clock.now()))
        return isThere ? attachment.file : undefined
      })
    },

    read: (id: string, range?: ByteRange) => files.read(id, range),

    /**
     * Takes away what has waited too long for a message, what was never whole, and what was removed;
     * returns how many that were. May be interrupted anywhere; asks between a hundred and the next
     * whether to go on.
     */
    async sweep(mayGoOn: () => Promise<boolean> = async () => true): Promise<number> {
      let swept = 0
      for (;;) {
        const at = clock.now()
        const due = await storage.transaction(async (tx) => {
          const { items } = await tx.attachments.list('ending', '', { limit: SWEPT_AT_ONCE })
          return items.filter((attachment) => isDue(attachment, at))
        })
        if (due.length === 0) return swept
        await forget(due)
        swept += due.length
        if (!(await mayGoOn())) return swept
      }
    },
  }

  function admitted(actor: Actor) {
    const uploaderId = holderId(actor)
    if (uploaderId === undefined) throw new WaypostError('unauthenticated')
    const limits = limitsOf(actor.site)
    const upload = { site: actor.site, uploaderId }
    if (!limits || !can(actor, { action: 'use', upload })) throw new WaypostError('forbidden')
    return { uploaderId, limits }
  }

  /** The file first: a record without one is swept again, a file without a record never. */
  async function forget(attachments: readonly Attachment[]): Promise<void> {
    for (const { id } of attachments) await files.delete(id)
    for (const { id } of attachments) {
      await storage.transaction(async (tx) => {
        const attachment = await tx.attachments.find(id)
        if (!attachment) return
        const { site, file } = attachment
        const used = await withBytes(tx, { site, bytes: -file.size })
        tx.attachments.delete(id)
        tx.counters.save(used)
      })
    }
  }
}

export type Attachments = ReturnType<typeof createAttachments>

const SWEPT_AT_ONCE = 100
/** Milliseconds by which the clocks of two nodes do not differ: another may still let it be named. */
const CLOCKS_DIFFER = 5 * 60_000

function isDue({ endsAt, isWhole }: Attachment, at: Date): boolean {
  if (endsAt === null) return false
  return Date.parse(endsAt) + (isWhole ? CLOCKS_DIFFER : 0) <= at.getTime()
}

function begin(upload: {
  id: string
  site: string
  uploaderId: string
  name: string
  at: Date
  origin: RequestOrigin | null
}): Attachment {
  const { id, site, uploaderId, name, at, origin } = upload
  const createdAt = at.toISOString()
  const nothing = { type: UNKNOWN_TYPE, size: 0, width: null, height: null }
  return {
    id,
    createdAt,
    site,
    uploaderId,
    file: { id, name: safeName(name), ...nothing, createdAt },
    isWhole: false,
    ticketId: null,
    messageId: null,
    endsAt: new Date(at.getTime() + UPLOAD_LIFE).toISOString(),
    origin,
  }
}

/** Nobody would find what is begun for who has been erased since they were let in. */
async function refuseErased(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.kind === 'session') await tx.sessions.get(actor.sessionId)
  if (actor.kind === 'ticket') await tx.tickets.get(actor.ticketId)
}

/** A file of a message is guarded by its ticket, any other by who has uploaded it. */
async function refuseOthers(
  tx: Transaction,
  actor: Actor,
  attachment: Attachment,
  action: 'read' | 'manage' = 'read',
): Promise<void> {
  if (attachment.ticketId !== null) {
    guarded(actor, action, await tx.tickets.find(attachment.ticketId))
  } else if (!can(actor, { action: 'use', upload: attachment })) {
    throw new WaypostError('not_found')
  }
}
