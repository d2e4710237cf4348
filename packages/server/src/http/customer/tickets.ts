import type { NewTicketInput } from '@waypost/sdk/contract'
import type { Insights } from '../../domain/insights/insights.js'
import type { TicketTokens } from '../../domain/secrets.js'
import type { Claims } from '../../domain/tickets/claims.js'
import type { Tickets } from '../../domain/tickets/tickets.js'
import type { Endpoints } from '../endpoint.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentMessage, presentTicket } from '../present/ticket.js'

export function ticketEndpoints({
  tickets,
  claims,
  ticketTokens,
  insights,
}: {
  tickets: Tickets
  claims: Claims
  ticketTokens: TicketTokens
  insights: Insights
}) {
  return {
    createTicket: async ({ actor, caller, body, origin }) => {
      const { context, searchId } = withoutSearch(body.context)
      const ticket = await tickets.open(actor, { ...body, context }, origin)
      insights.asked({ actor, caller }, { ticketId: ticket.id, locale: context?.locale, searchId })
      const accessToken = ticketTokens.issue(ticket.id, ticket.accessVersion)
      return { reply: { ticket: presentTicket(ticket), accessToken } }
    },
    listTickets: async ({ actor, query }) => ({
      reply: presentPage(await tickets.list(actor, pageRequest(query)), presentTicket),
    }),
    getTicket: async ({ actor, params }) => ({
      reply: presentTicket(await tickets.get(actor, params.id)),
    }),
    listMessages: async ({ actor, params, query }) => {
      const page = await tickets.messages(actor, params.id, pageRequest(query))
      return { reply: presentPage(page, presentMessage) }
    },
    createMessage: async ({ actor, params, body, origin }) => ({
      reply: presentMessage(await tickets.reply(actor, params.id, body.message, origin)),
    }),
    solveTicket: async ({ actor, params }) => ({
      reply: presentTicket(await tickets.solve(actor, params.id)),
    }),
    reopenTicket: async ({ actor, params }) => ({
      reply: presentTicket(await tickets.reopen(actor, params.id)),
    }),
    markTicketRead: async ({ actor, params, body }) => ({
      reply: presentTicket(await tickets.markRead(actor, params.id, body.messageId)),
    }),
    claimTickets: async ({ actor, body }) => {
      const accesses = body.accessTokens.flatMap((token) => ticketTokens.read(token) ?? [])
      const items = await claims.claim(actor, accesses)
      return { reply: presentPage({ items, next: null }, presentTicket) }
    },
  } satisfies Partial<Endpoints>
}

/** Which search came before is counted by day; it does not stay on the ticket. */
function withoutSearch(said: NewTicketInput['context']) {
  if (said === undefined) return { context: undefined, searchId: undefined }
  const { searchId, ...context } = said
  return { context, searchId }
}
