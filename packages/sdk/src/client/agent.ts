import type {
  Agent,
  AgentTicket,
  NewNote,
  Note,
  TicketChange,
  TicketExport,
} from '../contract/agents.js'
import type { List, PageOptions } from '../contract/fields.js'
import type { Message, NewReply } from '../contract/messages.js'
import { type AgentRouteName, agentRoutes } from '../contract/routes.js'
import type { NewRevocation, Revocation } from '../contract/sessions.js'
import type { TicketStatus } from '../contract/tickets.js'
import type { Call } from './call.js'
import {
  type CallOptions,
  type ChangeOptions,
  createTransport,
  type Send,
  type TransportOptions,
} from './transport.js'

export interface AgentClientOptions extends TransportOptions {
  /** An agent token, `wpa_…`. It opens every ticket of the site: keep it off public pages. */
  token: string
}

export interface PagedOptions extends CallOptions, PageOptions {}

export interface ListAgentTicketsOptions extends PagedOptions {
  /**
   * Words of subject, requester, messages or notes; any of them may match, the last may be only begun.
   * An e-mail address or a reference is found whole.
   */
  q?: string
  status?: TicketStatus
  /** Those that were put aside, which stand in no other list. */
  quarantined?: 'true'
  /** The id of the agent who has it. */
  assignee?: string
}

export type AgentClient = ReturnType<typeof createAgentClient>

/** Speaks the HTTP API for the support team. */
export function createAgentClient({ token, ...options }: AgentClientOptions) {
  const send = createTransport(options, agentRoutes)
  const call: Send<AgentRouteName> = (name, options, request) =>
    send(name, options, { ...request, token })
  return {
    /** What listens is made of it: `listenToEvents(agent, { onEvent })`. */
    call: call as unknown as Call,
    agents: {
      /** The support team. */
      list: (options?: PagedOptions): Promise<List<Agent>> => call('listAgents', options),
    },
    sessions: {
      /** Ends every session of a person; identity tokens that were signed by now start no other. */
      revoke: (whom: NewRevocation, options?: ChangeOptions): Promise<Revocation> =>
        call('createRevocation', options, { body: whom }),
    },
    tickets: {
      /** Tickets of the site, newest first; with `q` those that hold its words, the best first. */
      list: (options?: ListAgentTicketsOptions): Promise<List<AgentTicket>> =>
        call('listAgentTickets', options),

      /** One ticket, as the team sees it. */
      get: (id: string, options?: CallOptions): Promise<AgentTicket> =>
        call('getAgentTicket', options, { params: { id } }),

      /** Changes the ticket that has this version; throws `ticket_changed` when it has another by now. */
      update: (
        id: string,
        change: TicketChange,
        version: number,
        options?: ChangeOptions,
      ): Promise<AgentTicket> =>
        call('updateAgentTicket', options, { params: { id }, body: change, version }),

      /** The conversation, oldest first. */
      messages: (id: string, options?: PagedOptions): Promise<List<Message>> =>
        call('listAgentMessages', options, { params: { id } }),

      /** Replies to the requester, in Markdown. */
      reply: (id: string, message: NewReply, options?: ChangeOptions): Promise<Message> =>
        call('createAgentMessage', options, { params: { id }, body: message }),

      /** Internal notes, oldest first; a requester never sees them. */
      notes: (id: string, options?: PagedOptions): Promise<List<Note>> =>
        call('listNotes', options, { params: { id } }),

      /** Adds an internal note, in Markdown. */
      note: (id: string, note: NewNote, options?: ChangeOptions): Promise<Note> =>
        call('createNote', options, { params: { id }, body: note }),

      /** Puts a ticket aside: it leaves every queue, and nobody is told of it. */
      quarantine: (id: string, options?: ChangeOptions): Promise<AgentTicket> =>
        call('quarantineTicket', options, { params: { id } }),

      /** Takes a ticket out of quarantine, into the queue. */
      release: (id: string, options?: ChangeOptions): Promise<AgentTicket> =>
        call('releaseTicket', options, { params: { id } }),

      /** A page of every ticket with its conversation, oldest first; see `paginate`. */
      export: (options?: PagedOptions): Promise<List<TicketExport>> =>
        call('exportTickets', options),
    },
  }
}
