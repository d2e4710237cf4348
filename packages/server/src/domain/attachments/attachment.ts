import type { StoredRecord } from '../../foundation/records.js'
import type { AttachedFile } from '../attached-file.js'
import type { RequestOrigin } from '../request-origin.js'

/** A file, and whose it is: of who has uploaded it, until a message names it; then of its ticket. */
export interface Attachment extends StoredRecord {
  readonly site: string
  /** Who may name it in a message: a session, the holder of a ticket token, an agent. */
  readonly uploaderId: string
  readonly file: AttachedFile
  /** All bytes have come and are safe. */
  readonly isWhole: boolean
  /** `null` until a message names it. */
  readonly ticketId: string | null
  readonly messageId: string | null
  /** When it is swept away, the file before the record; `null` for what a message names. */
  readonly endsAt: string | null
  readonly origin: RequestOrigin | null
}

/** What a site lets people attach. */
export interface AttachmentLimits {
  /** Bytes of one file. */
  readonly maxBytes: number
  /** Files of one message. */
  readonly maxCount: number
  /** Bytes of all files of the site. */
  readonly quota: number
}

/** Milliseconds for which an upload waits for a message that names it. */
export const UPLOAD_LIFE = 24 * 3_600_000

/** How many uploads of one person may wait. */
export const MOST_WAITING = 20

/** The attachment as a part of a message, from now on for as long as that is there. */
export function named(
  attachment: Attachment,
  { ticketId, messageId }: { ticketId: string; messageId: string },
): Attachment {
  return { ...attachment, ticketId, messageId, endsAt: null }
}

/** The attachment as one that nothing opens any more; its file goes next. */
export function ended(attachment: Attachment, at: Date): Attachment {
  return { ...attachment, isWhole: false, endsAt: at.toISOString() }
}

/** Whether it waits for a message, and has not waited too long. */
export function isWaiting({ isWhole, messageId, endsAt }: Attachment, at: Date): boolean {
  return isWhole && messageId === null && endsAt !== null && endsAt > at.toISOString()
}
