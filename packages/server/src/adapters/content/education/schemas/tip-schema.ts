import * as v from 'valibot'
import { actionOf, anchorOf, head, PagePath, Placement } from './parts.js'
import { MarkdownWords, Words } from './words.js'

/** `tips/<id>.yaml`. */
export const AuthoredTip = v.strictObject({
  title: Words,
  ...head,
  anchor: anchorOf(Words),
  placement: Placement,
  page: v.optional(PagePath),
  body: MarkdownWords,
  actions: v.optional(v.pipe(v.array(actionOf(Words)), v.maxLength(5)), []),
})
export type AuthoredTip = v.InferOutput<typeof AuthoredTip>
