import * as v from 'valibot'
import { AttachmentIds, AttachmentSchema } from './attachments.js'
import { listOf, pageQuery, prose, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { RichTextSchema, richTextLimits } from './rich-text.js'
import { ticketParams } from './tickets.js'

export const authorKinds = ['requester', 'agent', 'system'] as const

export const MessageSchema = v.object({
  id: v.string(),
  author: v.object({ kind: v.picklist(authorKinds), name: v.nullable(v.string()) }),
  /** True for what the caller has written; a colleague's words are a requester's, and not own. */
  isOwn: v.optional(v.boolean()),
  body: RichTextSchema,
  attachments: v.array(AttachmentSchema),
  createdAt: Timestamp,
})
export type Message = v.InferOutput<typeof MessageSchema>

export const NewMessageSchema = v.object({
  /** Plain text from a requester, Markdown from an agent. */
  message: prose(richTextLimits.message),
  attachmentIds: v.optional(AttachmentIds),
})
export type NewMessage = v.InferInput<typeof NewMessageSchema>

export const messageOperations = {
  listMessages: {
    summary: 'The conversation, oldest first',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    query: v.object(pageQuery),
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
