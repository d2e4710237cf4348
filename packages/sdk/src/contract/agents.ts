import * as v from 'valibot'
import { listOf, objectId, pageQuery, prose, Timestamp } from './fields.js'
import { fieldTypes } from './form.js'
import { MessageSchema, NewReplySchema } from './messages.js'
import type { Operation } from './operation.js'
import { TicketOrderSchema } from './orders.js'
import { RichTextSchema, richTextLimits } from './rich-text.js'
import {
  TicketContextSchema,
  TicketFieldSchema,
  TicketFieldsSchema,
  TicketSchema,
  ticketChannels,
  ticketParams,
  ticketPriorities,
  ticketStatuses,
} from './tickets.js'

export const agentRoles = ['agent', 'coordinator', 'lead', 'author', 'admin'] as const
export type AgentRole = (typeof agentRoles)[number]

export const AgentSchema = v.object({
  id: v.string(),
  email: v.string(),
  name: v.nullable(v.string()),
  role: v.picklist(agentRoles),
})
export type Agent = v.InferOutput<typeof AgentSchema>

/** Why a ticket was put aside: by a filled trap, written too fast, full of links, in a flood, by hand. */
export const quarantineReasons = ['trap', 'too-fast', 'links', 'flood', 'agent'] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/** One answer of a ticket's form, in the words of the site. */
export const TicketAnswerSchema = v.object({
  /** The field's name in `fields`. */
  id: v.string(),
  /** What was asked, in the default language of the site; the id where it asks that no more. */
  label: v.string(),
  type: v.nullable(v.picklist(fieldTypes)),
  value: TicketFieldSchema,
  /** What was chosen, in words, where there was something to choose. */
  chosen: v.array(v.string()),
})
export type TicketAnswer = v.InferOutput<typeof TicketAnswerSchema>

/** A ticket as the team sees it. */
export const AgentTicketSchema = v.object({
  ...TicketSchema.entries,
  requesterId: v.string(),
  status: v.picklist(ticketStatuses),
  priority: v.picklist(ticketPriorities),
  channel: v.picklist(ticketChannels),
  assigneeId: v.nullable(v.string()),
  /** The company whose customer asked, where a host has named one. */
  group: v.nullable(v.string()),
  fields: TicketFieldsSchema,
  /** The same as people read it, in the order of the form. */
  answers: v.array(TicketAnswerSchema),
  context: TicketContextSchema,
  /** The order that it is about. */
  order: v.nullable(TicketOrderSchema),
  /** When the requester agreed to what the site asks them to; `null` where it asks nothing. */
  consentedAt: v.nullable(Timestamp),
  /** Put aside: in no queue, and nobody is told of it; `null` where it is not. */
  quarantine: v.nullable(v.object({ reason: v.picklist(quarantineReasons), at: Timestamp })),
  /** Goes into `If-Match` when the ticket is changed. */
  version: v.number(),
})
export type AgentTicket = v.InferOutput<typeof AgentTicketSchema>

export const TicketChangeSchema = v.object({
  status: v.optional(v.picklist(ticketStatuses)),
  priority: v.optional(v.picklist(ticketPriorities)),
  /** The agent who takes it on; `null` for nobody. */
  assigneeId: v.optional(v.nullable(objectId('agt'))),
})
export type TicketChange = v.InferInput<typeof TicketChangeSchema>

/** What the team says among itself; a requester never sees it. */
export const NoteSchema = v.object({
  id: v.string(),
  author: v.object({ id: v.string(), name: v.nullable(v.string()) }),
  body: RichTextSchema,
  createdAt: Timestamp,
})
export type Note = v.InferOutput<typeof NoteSchema>

export const NewNoteSchema = v.object({
  /** Markdown. */
  message: prose(richTextLimits.message),
})
export type NewNote = v.InferInput<typeof NewNoteSchema>

export const TicketExportSchema = v.object({
  ticket: AgentTicketSchema,
  messages: v.array(MessageSchema),
})
export type TicketExport = v.InferOutput<typeof TicketExportSchema>

export const agentOperations = {
  listAgents: {
    summary: 'The support team',
    tag: 'agent',
    access: 'agent',
    query: v.object(pageQuery),
    status: 200,
    reply: listOf(AgentSchema),
  },
  listAgentTickets: {
    summary:
      'Tickets of the site, newest first; with `q` those that hold its words, the best first',
    tag: 'agent',
    access: 'agent',
    query: v.object({
      /** Blank means every ticket, so that a caller may always send it. */
      q: v.optional(
        v.pipe(
          v.string(),
          v.maxLength(1_000),
          v.transform((words) => (words.trim() === '' ? undefined : words)),
        ),
      ),
      status: v.optional(v.picklist(ticketStatuses)),
      assignee: v.optional(objectId('agt')),
      /** Those that were put aside, which stand in no other list. */
      quarantined: v.optional(v.literal('true')),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(AgentTicketSchema),
  },
  getAgentTicket: {
    summary: 'One ticket, as the team sees it',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    status: 200,
    reply: AgentTicketSchema,
    problems: ['not_found'],
  },
  updateAgentTicket: {
    summary: 'Change status, priority or assignee; takes `If-Match: "<version>"`',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    body: TicketChangeSchema,
    ifMatch: { names: 'version', required: true },
    status: 200,
    reply: AgentTicketSchema,
    problems: ['not_found', 'ticket_changed'],
  },
  quarantineTicket: {
    summary: 'Put a ticket aside: it leaves every queue, and nobody is told of it',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    status: 200,
    reply: AgentTicketSchema,
    problems: ['not_found'],
  },
  releaseTicket: {
    summary: 'Take a ticket out of quarantine, into the queue',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    status: 200,
    reply: AgentTicketSchema,
    problems: ['not_found'],
  },
  listAgentMessages: {
    summary: 'The conversation, oldest first',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    query: v.object(pageQuery),
    status: 200,
    reply: listOf(MessageSchema),
    problems: ['not_found'],
  },
  createAgentMessage: {
    summary: 'Reply to the requester, in Markdown; the ticket waits for them',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    body: NewReplySchema,
    status: 201,
    reply: MessageSchema,
    problems: ['not_found', 'ticket_closed', 'idempotency_key_reused'],
  },
  listNotes: {
    summary: 'Internal notes, oldest first',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    query: v.object(pageQuery),
    status: 200,
    reply: listOf(NoteSchema),
    problems: ['not_found'],
  },
  createNote: {
    summary: 'Add an internal note, in Markdown',
    tag: 'agent',
    access: 'agent',
    params: ticketParams,
    body: NewNoteSchema,
    status: 201,
    reply: NoteSchema,
    problems: ['not_found', 'idempotency_key_reused'],
  },
  exportTickets: {
    summary: 'Every ticket of the site with its conversation, oldest first',
    tag: 'agent',
    access: 'agent',
    query: v.object(pageQuery),
    status: 200,
    reply: listOf(TicketExportSchema),
    problems: ['forbidden'],
  },
} as const satisfies Record<string, Operation>
