import type { Message as MessageReply } from '@waypost/sdk/contract'
import type { CarryingRoom } from '../../domain/education/carrying.js'
import type { Agents } from '../../domain/identity/agents.js'
import type { Message } from '../../domain/tickets/message.js'
import type { Queue } from '../../domain/tickets/queue.js'
import type { Ticket } from '../../domain/tickets/ticket.js'
import type { Endpoints } from '../endpoint.js'
import { type MessageUrls, presentMessage } from '../present/message.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentAgentTicket, presentNote } from '../present/ticket.js'
import type { Sites } from '../site.js'

/** The team's side. Who may do what is the domain's to say. */
export function agentEndpoints({
  agents,
  queue,
  carrying,
  sites,
  urls,
}: {
  agents: Agents
  queue: Queue
  carrying: CarryingRoom
  sites: Sites
  urls: MessageUrls
}) {
  /** What a message carries is told as its requester sees it. */
  const presentAll = async (ticket: Ticket, messages: readonly Message[]) =>
    messages.map(
      presentMessage(
        urls,
        ticket.site,
        await carrying.seenBy(
          { site: ticket.site, requesterId: ticket.requesterId },
          messages,
          undefined,
        ),
      ),
    )
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
      const { ticket, ...page } = await queue.messages(actor, params.id, pageRequest(query))
      const items = await presentAll(ticket, page.items)
      return { reply: presentPage({ ...page, items }, (message) => message) }
    },
    createAgentMessage: async ({ actor, params, body, origin }) => {
      const message = await queue.reply(actor, params.id, body, origin)
      const [reply] = await presentAll(await queue.get(actor, params.id), [message])
      return { reply: reply as MessageReply }
    },
    listNotes: async ({ actor, params, query }) => {
      const page = await queue.notes(actor, params.id, pageRequest(query))
      return { reply: presentPage(page, presentNote) }
    },
    createNote: async ({ actor, params, body, origin }) => ({
      reply: presentNote(await queue.note(actor, params.id, body.message, origin)),
    }),
    exportTickets: async ({ actor, query }) => {
      const page = await queue.export(actor, pageRequest(query))
      const items = await Promise.all(
        page.items.map(async ({ ticket, messages }) => ({
          ticket: ticketOf(ticket),
          messages: await presentAll(ticket, messages),
        })),
      )
      return { reply: presentPage({ ...page, items }, (one) => one) }
    },
  } satisfies Partial<Endpoints>
}
