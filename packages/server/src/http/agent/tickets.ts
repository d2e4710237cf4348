import type { Agents } from '../../domain/identity/agents.js'
import type { Queue } from '../../domain/tickets/queue.js'
import type { Endpoints } from '../endpoint.js'
import type { FileUrl } from '../present/attachment.js'
import { presentMessage } from '../present/message.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentAgentTicket, presentNote } from '../present/ticket.js'
import type { Sites } from '../site.js'

/** The team's side. Who may do what is the domain's to say. */
export function agentEndpoints({
  agents,
  queue,
  sites,
  fileUrl,
}: {
  agents: Agents
  queue: Queue
  sites: Sites
  fileUrl: FileUrl
}) {
  const present = presentMessage(fileUrl)
  const ticketOf = presentAgentTicket(sites)
  return {
    listAgents: async ({ actor, query }) => ({
      reply: presentPage(
        await agents.list(actor, pageRequest(query)),
        ({ id, email, name, role }) => ({ id, email, name, role }),
      ),
    }),
    listAgentTickets: async ({ actor, query }) => {
      const { status, assignee, q: words } = query
      const isQuarantined = query.quarantined !== undefined
      const filter = { status, assignee, words, isQuarantined }
      const page = await queue.list(actor, filter, pageRequest(query))
      return { reply: presentPage(page, ticketOf) }
    },
    getAgentTicket: async ({ actor, params }) => ({
      reply: ticketOf(await queue.get(actor, params.id)),
    }),
    updateAgentTicket: async ({ actor, params, body, ifMatch }) => ({
      reply: ticketOf(await queue.update(actor, params.id, body, ifMatch)),
    }),
    quarantineTicket: async ({ actor, params }) => ({
      reply: ticketOf(await queue.quarantine(actor, params.id)),
    }),
    releaseTicket: async ({ actor, params }) => ({
      reply: ticketOf(await queue.release(actor, params.id)),
    }),
    listAgentMessages: async ({ actor, params, query }) => {
      const page = await queue.messages(actor, params.id, pageRequest(query))
      return { reply: presentPage(page, present) }
    },
    createAgentMessage: async ({ actor, params, body, origin }) => ({
      reply: present(await queue.reply(actor, params.id, body, origin)),
    }),
    listNotes: async ({ actor, params, query }) => {
      const page = await queue.notes(actor, params.id, pageRequest(query))
      return { reply: presentPage(page, presentNote) }
    },
    createNote: async ({ actor, params, body, origin }) => ({
      reply: presentNote(await queue.note(actor, params.id, body.message, origin)),
    }),
    exportTickets: async ({ actor, query }) => {
      const page = await queue.export(actor, pageRequest(query))
      const reply = presentPage(page, ({ ticket, messages }) => ({
        ticket: ticketOf(ticket),
        messages: messages.map(present),
      }))
      return { reply }
    },
  } satisfies Partial<Endpoints>
}
