import { ContentId, collectionIcons } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { actionOf, head } from './parts.js'
import { Text } from './words.js'

export const Keywords = v.optional(v.pipe(v.array(Text), v.maxLength(100)), [])

/** `<locale>/courses/<course>/_course.yaml`. */
export const AuthoredCourse = v.strictObject({
  /** The folder's name unless said; the same in every language. */
  id: v.optional(ContentId),
  title: Text,
  summary: v.optional(Text),
  icon: v.optional(v.picklist(collectionIcons)),
  keywords: Keywords,
  ...head,
  requires: v.optional(v.pipe(v.array(ContentId), v.maxLength(20)), []),
  inOrder: v.optional(v.boolean(), false),
  next: v.optional(actionOf(Text)),
})
export type AuthoredCourse = v.InferOutput<typeof AuthoredCourse>
