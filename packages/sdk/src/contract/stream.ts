import * as v from 'valibot'
import { SiteKey } from './fields.js'
import type { Operation } from './operation.js'
import { ticketParams } from './tickets.js'

const ticketId = v.string()
const side = v.picklist(['requester', 'agent'])

/** What streams tell, by kind: ids and who it was, never what was written. */
export const StreamEventSchema = v.variant('kind', [
  v.object({ kind: v.literal('ticket.opened'), ticketId }),
  v.object({ kind: v.literal('ticket.replied'), ticketId, messageId: v.string(), author: side }),
  v.object({
    kind: v.literal('ticket.updated'),
    ticketId,
    /** A requester hears of `status` alone. */
    changed: v.array(v.picklist(['status', 'priority', 'assignee'])),
  }),
  v.object({ kind: v.literal('ticket.solved'), ticketId, by: side }),
  v.object({ kind: v.literal('ticket.reopened'), ticketId, by: side }),
  v.object({ kind: v.literal('ticket.read'), ticketId }),
  /** Shown for six seconds. Requesters hear of agents alone, and nobody of themselves. */
  v.object({
    kind: v.literal('ticket.typing'),
    ticketId,
    author: side,
    /** What an agent is called; requesters have no name here. */
    name: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('settings.changed') }),
  /** These the team alone hears. */
  v.object({ kind: v.literal('ticket.noted'), ticketId, noteId: v.string() }),
  /** Another of the team has it open; shown for thirty seconds. */
  v.object({ kind: v.literal('ticket.viewed'), ticketId, name: v.optional(v.string()) }),
  v.object({ kind: v.literal('ticket.claimed'), ticketId }),
  v.object({ kind: v.literal('ticket.quarantined'), ticketId }),
  v.object({ kind: v.literal('ticket.released'), ticketId }),
])
export type StreamEvent = v.InferOutput<typeof StreamEventSchema>
export type StreamEventKind = StreamEvent['kind']

/**
 * What a stream says of itself, as `event:` beside the kinds above: `ready`, from here on everything is
 * told; `reset`, something may have been missed, read again what is shown; `end`, why it is over.
 */
export const streamSignals = ['ready', 'reset', 'end'] as const
export type StreamSignal = (typeof streamSignals)[number]

export const streamOperations = {
  streamEvents: {
    summary: 'What happens, as it happens: a stream of server-sent events',
    tag: 'live',
    access: 'token',
    query: v.object({ site: v.optional(SiteKey) }),
    status: 200,
    streams: StreamEventSchema,
    problems: ['unavailable'],
  },
  tellTyping: {
    summary: 'Say that the requester is writing: the team sees it for six seconds',
    tag: 'live',
    access: 'requester',
    params: ticketParams,
    status: 204,
    problems: ['forbidden'],
  },
  tellAgentTyping: {
    summary: 'Say that an agent is writing: requester and team see it for six seconds',
    tag: 'live',
    access: 'agent',
    params: ticketParams,
    status: 204,
  },
  tellAgentReading: {
    summary: 'Say that an agent has a ticket open: the team sees it for thirty seconds',
    tag: 'live',
    access: 'agent',
    params: ticketParams,
    status: 204,
  },
} as const satisfies Record<string, Operation>
