import type { NewTicketInput } from '@waypost/sdk/contract'
import type { CarryingRoom } from '../../domain/education/carrying.js'
import type { Insights } from '../../domain/insights/insights.js'
import type { TicketTokens } from '../../domain/secrets.js'
import type { Claims } from '../../domain/tickets/claims.js'
import type { Tickets } from '../../domain/tickets/tickets.js'
import type { Endpoints } from '../endpoint.js'
import type { GuardOpening } from '../guard-opening.js'
import { type MessageUrls, presentMessage, presentMessageFor } from '../present/message.js'
import { pageRequest, presentPage } from '../present/page.js'
import { presentTicketFor } from '../present/ticket.js'

export function ticketEndpoints({
  tickets,
  claims,
  ticketTokens,
  insights,
  guardOpening,
  carrying,
  urls,
}: {
  tickets: Tickets
  claims: Claims
  ticketTokens: TicketTokens
  insights: Insights
  guardOpening: GuardOpening
  carrying: CarryingRoom
  urls: MessageUrls
}) {
  return {
    createTicket: async ({ actor, caller, body, origin, guard }) => {
      const { context, searchId } = withoutSearch(body.context)
      const { proof } = guard ?? {}
      const opening = { actor, address: caller, body, guard, proof, canProve: true }
      // To mend a form costs nothing: what is wrong is refused, and not counted. Nor does a retry.
      const isRight = tickets.faultsOf(actor, body).length === 0
      const isNew = isRight && !(await tickets.isOpened(origin))
      const doubt = isNew ? await guardOpening(opening) : undefined
      const ticket = await tickets.open(actor, { ...body, context }, origin, undefined, doubt)
      insights.asked({ actor, caller }, { ticketId: ticket.id, locale: context?.locale, searchId })
      const accessToken = ticketTokens.issue(ticket.id, ticket.accessVersion)
      return { reply: { ticket: presentTicketFor(actor)(ticket), accessToken } }
    },
    listTickets: async ({ actor, query }) => ({
      reply: presentPage(
        await tickets.list(actor, pageRequest(query), query.scope),
        presentTicketFor(actor),
      ),
    }),
    getTicket: async ({ actor, params }) => ({
      reply: presentTicketFor(actor)(await tickets.get(actor, params.id)),
    }),
    listMessages: async ({ actor, params, query }) => {
      const page = await tickets.messages(actor, params.id, pageRequest(query))
      const locale = query.locale ?? page.ticket.context.locale
      const cards = await carrying.seenBy(actor, page.items, locale)
      return { reply: presentPage(page, presentMessageFor(actor, page.ticket, urls, cards)) }
    },
    createMessage: async ({ actor, params, body, origin }) => {
      const message = await tickets.reply(actor, params.id, body, origin)
      return { reply: { ...presentMessage(urls, actor.site, new Map())(message), isOwn: true } }
    },
    solveTicket: async ({ actor, params }) => ({
      reply: presentTicketFor(actor)(await tickets.solve(actor, params.id)),
    }),
    reopenTicket: async ({ actor, params }) => ({
      reply: presentTicketFor(actor)(await tickets.reopen(actor, params.id)),
    }),
    markTicketRead: async ({ actor, params, body }) => ({
      reply: presentTicketFor(actor)(await tickets.markRead(actor, params.id, body.messageId)),
    }),
    claimTickets: async ({ actor, body }) => {
      const accesses = body.accessTokens.flatMap((token) => ticketTokens.read(token) ?? [])
      const items = await claims.claim(actor, accesses)
      return { reply: presentPage({ items, next: null }, presentTicketFor(actor)) }
    },
  } satisfies Partial<Endpoints>
}

/** Which search came before is counted by day; it does not stay on the ticket. */
function withoutSearch(said: NewTicketInput['context']) {
  if (said === undefined) return { context: undefined, searchId: undefined }
  const { searchId, ...context } = said
  return { context, searchId }
}
