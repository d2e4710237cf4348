import { WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../../../domain/actor.js'
import type { MailLinks } from '../../../domain/notifications/mail-links.js'
import type { TicketTokens } from '../../../domain/secrets.js'
import type { Ticket } from '../../../domain/tickets/ticket.js'
import type { Tickets } from '../../../domain/tickets/tickets.js'
import type { Visit } from '../page.js'

export interface FindRequestDeps {
  tickets: Tickets
  ticketTokens: TicketTokens
  mailLinks: Pick<MailLinks, 'read'>
}

/** A request with the link that opens it. */
export interface FoundRequest {
  readonly ticket: Ticket
  readonly token: string
  /** Who holds the link, and may do with this one ticket what its requester may. */
  readonly actor: Actor
}

/**
 * The request that a link opens, one to keep or one of a mail, which ends; throws `not_found`, for a
 * wrong one as for a revoked one.
 */
export async function findRequest(
  { tickets, ticketTokens, mailLinks }: FindRequestDeps,
  { site, now }: Visit,
  token: string,
): Promise<FoundRequest> {
  const mailed = mailLinks.read(token, now)
  const said = mailed?.kind === 'ticket' ? mailed : ticketTokens.read(token)
  const opened = said && (await tickets.findByAccess(said.ticketId, said.accessVersion))
  if (!opened) throw new WaypostError('not_found')
  const actor: Actor = { kind: 'ticket', site: site.key, ticketId: opened.id }
  return { ticket: await tickets.get(actor, opened.id), token, actor }
}
