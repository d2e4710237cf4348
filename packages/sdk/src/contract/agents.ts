import * as v from 'valibot'
import { listOf, objectId, pageQuery, Timestamp } from './fields.js'
import { MessageSchema, NewMessageSchema } from './messages.js'
import type { Operation } from './operation.js'
import { RichTextSchema } from './rich-text.js'
import {
  TicketContextSchema,
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
  context: TicketContextSchema,
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
    status: 200,
    reply: AgentTicketSchema,
    problems: ['not_found', 'ticket_changed'],
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
    body: NewMessageSchema,
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
    body: NewMessageSchema,
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
