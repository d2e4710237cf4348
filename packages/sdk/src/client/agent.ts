import type { Agent, AgentTicket, Note, TicketChange, TicketExport } from '../contract/agents.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Message, NewMessage } from '../contract/messages.js'
import type { RouteName } from '../contract/routes.js'
import type { TicketStatus } from '../contract/tickets.js'
import {
  type CallOptions,
  type ChangeOptions,
  createTransport,
  type RouteRequest,
  type TransportOptions,
} from './transport.js'

export interface AgentClientOptions extends TransportOptions {
  /** An agent token, `wpa_…`. It opens every ticket of the site: keep it off public pages. */
  token: string
}

export interface PagedOptions extends CallOptions, PageOptions {}

export interface ListAgentTicketsOptions extends PagedOptions {
  status?: TicketStatus
  /** The id of the agent who has it. */
  assignee?: string
}

export type AgentClient = ReturnType<typeof createAgentClient>

/** Speaks the HTTP API for the support team. */
export function createAgentClient({ token, ...options }: AgentClientOptions) {
  const send = createTransport(options)
  const call = <N extends RouteName>(name: N, request: RouteRequest) =>
    send(name, { ...request, token })
  return {
    agents: {
      /** The support team. */
      list: ({ limit, cursor, ...rest }: PagedOptions = {}): Promise<List<Agent>> =>
        call('listAgents', { query: { limit, cursor }, ...rest }),
    },
    tickets: {
      /** Tickets of the site, newest first. */
      list: ({
        status,
        assignee,
        limit,
        cursor,
        ...rest
      }: ListAgentTicketsOptions = {}): Promise<List<AgentTicket>> =>
        call('listAgentTickets', { query: { status, assignee, limit, cursor }, ...rest }),

      /** One ticket, as the team sees it. */
      get: (id: string, options?: CallOptions): Promise<AgentTicket> =>
        call('getAgentTicket', { params: { id }, ...options }),

      /** Changes the ticket that has this version; throws `ticket_changed` when it has another by now. */
      update: (
        id: string,
        change: TicketChange,
        version: number,
        options?: ChangeOptions,
      ): Promise<AgentTicket> =>
        call('updateAgentTicket', { params: { id }, body: change, version, ...options }),

      /** The conversation, oldest first. */
      messages: (
        id: string,
        { limit, cursor, ...rest }: PagedOptions = {},
      ): Promise<List<Message>> =>
        call('listAgentMessages', { params: { id }, query: { limit, cursor }, ...rest }),

      /** Replies to the requester, in Markdown. */
      reply: (id: string, message: NewMessage, options?: ChangeOptions): Promise<Message> =>
        call('createAgentMessage', { params: { id }, body: message, ...options }),

      /** Internal notes, oldest first; a requester never sees them. */
      notes: (id: string, { limit, cursor, ...rest }: PagedOptions = {}): Promise<List<Note>> =>
        call('listNotes', { params: { id }, query: { limit, cursor }, ...rest }),

      /** Adds an internal note, in Markdown. */
      note: (id: string, message: NewMessage, options?: ChangeOptions): Promise<Note> =>
        call('createNote', { params: { id }, body: message, ...options }),

      /** A page of every ticket with its conversation, oldest first; see `paginate`. */
      export: ({ limit, cursor, ...rest }: PagedOptions = {}): Promise<List<TicketExport>> =>
        call('exportTickets', { query: { limit, cursor }, ...rest }),
    },
  }
}
