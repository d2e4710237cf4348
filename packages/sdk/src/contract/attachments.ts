import * as v from 'valibot'
import { objectId, Timestamp } from './fields.js'
import type { Operation } from './operation.js'

/** A file that belongs to a ticket, or to the session that will name it in one. */
export const AttachmentSchema = v.object({
  /** `att_…` */
  id: v.string(),
  /** As its sender called it, without what could mislead: control, bidi and invisible characters. */
  name: v.string(),
  /** By its content, whatever its name says: `image/png`. */
  type: v.string(),
  /** Bytes. */
  size: v.number(),
  /** Pixels of a picture that may be shown; `null` for all else, which is only downloaded. */
  width: v.nullable(v.number()),
  height: v.nullable(v.number()),
  /** Opens the file for 15 minutes; every answer has a new one. */
  url: v.string(),
  createdAt: Timestamp,
})
export type Attachment = v.InferOutput<typeof AttachmentSchema>

/** Uploads that a message names: they become parts of it, and of its ticket. */
export const AttachmentIds = v.pipe(v.array(objectId('att')), v.maxLength(20))

const attachmentParams = v.object({ id: objectId('att') })

export const attachmentOperations = {
  createAttachment: {
    summary: 'Upload one file, for a ticket or a reply that names it within a day',
    tag: 'tickets',
    access: 'token',
    takesFile: true,
    status: 201,
    reply: AttachmentSchema,
    problems: ['invalid_input', 'storage_full'],
  },
  getAttachment: {
    summary: 'One file, with a new address that opens it',
    tag: 'tickets',
    access: 'token',
    params: attachmentParams,
    status: 200,
    reply: AttachmentSchema,
    problems: ['not_found'],
  },
  deleteAttachment: {
    summary: 'Take back an upload that no message names; the team also takes one out of a message',
    tag: 'tickets',
    access: 'token',
    params: attachmentParams,
    status: 204,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
