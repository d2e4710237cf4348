import * as v from 'valibot'
import { AttachmentIds, AttachmentSchema } from './attachments.js'
import { ContentId, Locale, listOf, pageQuery, prose, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { RichTextSchema, richTextLimits } from './rich-text.js'
import { ticketParams } from './tickets.js'

export const authorKinds = ['requester', 'agent', 'system'] as const

/** What a reply can carry to be learnt from. A tip stands where it is; articles are linked in the words. */
export const carriedKinds = ['lesson', 'course', 'checklist', 'tour'] as const
export type CarriedKind = (typeof carriedKinds)[number]

export const CarriedContentSchema = v.object({
  kind: v.picklist(carriedKinds),
  id: v.string(),
  locale: v.string(),
  title: v.string(),
  minutes: v.nullable(v.number()),
  /** Where it stands in the help centre; `null` where that of the first site does not show it. */
  url: v.nullable(v.string()),
})
export type CarriedContent = v.InferOutput<typeof CarriedContentSchema>

export const MessageSchema = v.object({
  id: v.string(),
  author: v.object({ kind: v.picklist(authorKinds), name: v.nullable(v.string()) }),
  /** True for what the caller has written; a colleague's words are a requester's, and not own. */
  isOwn: v.optional(v.boolean()),
  body: RichTextSchema,
  attachments: v.array(AttachmentSchema),
  /** Of what it carries, all that the caller may see by now; absent where that is nothing. */
  contents: v.optional(v.array(CarriedContentSchema)),
  createdAt: Timestamp,
})
export type Message = v.InferOutput<typeof MessageSchema>

export const NewMessageSchema = v.object({
  /** Plain text from a requester, Markdown from an agent. */
  message: prose(richTextLimits.message),
  attachmentIds: v.optional(AttachmentIds),
})
export type NewMessage = v.InferInput<typeof NewMessageSchema>

/** Of the team, which may send along what the requester can learn from. */
export const NewReplySchema = v.object({
  ...NewMessageSchema.entries,
  contents: v.optional(
    v.pipe(v.array(v.object({ kind: v.picklist(carriedKinds), id: ContentId })), v.maxLength(5)),
  ),
})
export type NewReply = v.InferInput<typeof NewReplySchema>

export const messageOperations = {
  listMessages: {
    summary: 'The conversation, oldest first',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    query: v.object({ ...pageQuery, locale: v.optional(Locale) }),
    status: 200,
    reply: listOf(MessageSchema),
    problems: ['not_found'],
  },
  createMessage: {
    summary: "Add the requester's reply; a solved ticket opens again",
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    body: NewMessageSchema,
    status: 201,
    reply: MessageSchema,
    problems: ['not_found', 'ticket_closed', 'idempotency_key_reused'],
  },
} as const satisfies Record<string, Operation>
