import type { Agents } from '../../domain/identity/agents.js'
import type { Queue } from '../../domain/tickets/queue.js'
import type { Endpoints } from '../endpoint.js'
import type { FileUrl } from '../present/attachment.js'
import { presentMessage } from '../present/message.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentAgentTicket, presentNote } from '../present/ticket.js'

/** The team's side. Who may do what is the domain's to say. */
export function agentEndpoints({
  agents,
  queue,
  fileUrl,
}: {
  agents: Agents
  queue: Queue
  fileUrl: FileUrl
}) {
  const present = presentMessage(fileUrl)
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
      return { reply: presentPage(page, presentAgentTicket) }
    },
    getAgentTicket: async ({ actor, params }) => ({
      reply: presentAgentTicket(await queue.get(actor, params.id)),
    }),
    updateAgentTicket: async ({ actor, params, body, ifMatch }) => ({
      reply: presentAgentTicket(await queue.update(actor, params.id, body, ifMatch)),
    }),
    quarantineTicket: async ({ actor, params }) => ({
      reply: presentAgentTicket(await queue.quarantine(actor, params.id)),
    }),
    releaseTicket: async ({ actor, params }) => ({
      reply: presentAgentTicket(await queue.release(actor, params.id)),
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
        ticket: presentAgentTicket(ticket),
        messages: messages.map(present),
      }))
      return { reply }
    },
  } satisfies Partial<Endpoints>
}
