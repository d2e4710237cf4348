import * as v from 'valibot'
import { Timestamp } from './fields.js'

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
