import type { AgentRole, ArticleStatus, Audience, Verification } from '@waypost/sdk/contract'
import { WaypostError } from '@waypost/sdk/contract'
import { type Actor, type AgentActor, type CustomerActor, holderId } from './actor.js'
import { answeredAt } from './answered-at.js'

/** What can be done to what. Every read and write asks `can`; there is no second place. */
export type Deed =
  | { action: TicketAction; ticket: GuardedTicket }
  | { action: 'read'; article: GuardedArticle }
  | { action: 'use'; upload: GuardedUpload }
  | { action: TeamAction }

export type TicketAction = 'read' | 'reply' | 'solve' | 'reopen' | 'mark-read' | 'manage'
export type TeamAction =
  | 'list-queue'
  | 'list-agents'
  | 'read-insights'
  | 'export-tickets'
  | 'export-progress'
  | 'read-manuscripts'
  | 'write-manuscripts'
  | 'list-customers'
  | 'export-customers'
  | 'erase-customers'
  | 'read-audit'
  | 'end-sessions'

export interface GuardedTicket {
  readonly id: string
  readonly site: string
  readonly requesterId: string
  readonly requester: { readonly email: string | null; readonly verification: Verification }
  readonly group?: string | undefined
}

/** A file that no message names yet. */
interface GuardedUpload {
  readonly site: string
  readonly uploaderId: string
}

interface GuardedArticle {
  readonly site: string
  readonly audience: Audience
  readonly status: ArticleStatus
}

const ANSWERS_TICKETS: readonly AgentRole[] = ['agent', 'coordinator', 'lead', 'admin']
const WRITES_CONTENT: readonly AgentRole[] = ['author', 'lead', 'admin']
const EXPORTS: readonly AgentRole[] = ['lead', 'admin']

export function can(actor: Actor, deed: Deed): boolean {
  if ('ticket' in deed) return canTicket(actor, deed.action, deed.ticket)
  if ('article' in deed) return canReadArticle(actor, deed.article)
  if ('upload' in deed) return canUse(actor, deed.upload)
  if (actor.kind !== 'agent') return false
  if (
    deed.action === 'end-sessions' ||
    deed.action === 'export-tickets' ||
    deed.action === 'export-progress' ||
    deed.action === 'export-customers'
  ) {
    return EXPORTS.includes(actor.role)
  }
  if (deed.action === 'erase-customers' || deed.action === 'read-audit') {
    return actor.role === 'admin'
  }
  if (deed.action === 'write-manuscripts') return WRITES_CONTENT.includes(actor.role)
  // What is missing is the authors' to know first of all.
  if (
    deed.action === 'list-agents' ||
    deed.action === 'read-insights' ||
    deed.action === 'read-manuscripts'
  ) {
    return true
  }
  return ANSWERS_TICKETS.includes(actor.role)
}

/**
 * The ticket, or `not_found`: what is foreign answers exactly like what does not exist. Who may read
 * it, and not do this with it, is told so: `forbidden`.
 */
export function guarded<T extends GuardedTicket>(
  actor: Actor,
  action: TicketAction,
  ticket: T | undefined,
): T {
  if (ticket === undefined || !can(actor, { action: 'read', ticket })) {
    throw new WaypostError('not_found')
  }
  if (!can(actor, { action, ticket })) throw new WaypostError('forbidden')
  return ticket
}

/** Whether the actor is the one who asked; a colleague who may read the ticket is not. */
export function isRequester(actor: Actor, ticket: GuardedTicket): boolean {
  if (actor.site !== ticket.site) return false
  if (actor.kind === 'ticket') return actor.ticketId === ticket.id
  if (actor.kind !== 'session') return false
  // Whoever has proved an address may read what is answered there: it is mailed to them anyway.
  const hasProved = actor.address !== undefined && actor.address === answeredAt(ticket)
  return hasProved || actor.customerId === ticket.requesterId
}

/** The company whose tickets the actor may read; `undefined` for whoever has none. */
export function readableGroup(actor: Actor): string | undefined {
  if (actor.kind !== 'session' || !actor.signed || actor.groupAccess === 'none') return undefined
  return actor.group ?? undefined
}

/** Whether one of the team works for a site: for all of them where nothing is said. */
export const worksFor = ({ sites }: { sites?: readonly string[] | undefined }, site: string) =>
  sites === undefined || sites.includes(site)

/** The actor as an agent who may do this; otherwise `unauthenticated` or `forbidden`. */
export function asAgent(actor: Actor, action: TeamAction): AgentActor {
  if (actor.kind !== 'agent') {
    throw new WaypostError('unauthenticated', {
      detail: 'This route takes an agent token (wpa_…).',
    })
  }
  if (!can(actor, { action })) {
    throw new WaypostError('forbidden', { detail: `The role ${actor.role} may not do this.` })
  }
  return actor
}

/** The actor as a customer of whom a host has said who it is; otherwise `forbidden`. */
export function asCustomer(actor: Actor): CustomerActor {
  if (actor.kind !== 'session' || !actor.signed || actor.customerId === null) {
    throw new WaypostError('forbidden', { detail: 'This takes a session of a signed customer.' })
  }
  return { ...actor, customerId: actor.customerId }
}

function canTicket(actor: Actor, action: TicketAction, ticket: GuardedTicket): boolean {
  if (actor.site !== ticket.site) return false
  switch (actor.kind) {
    case 'none':
      return false
    case 'agent':
      return (action === 'manage' || action === 'read') && ANSWERS_TICKETS.includes(actor.role)
    case 'session':
    case 'ticket':
      if (isRequester(actor, ticket)) return action !== 'manage'
      return isColleague(actor, ticket) && canAsColleague(actor, action)
  }
}

function isColleague(actor: Actor, { group }: GuardedTicket): boolean {
  return group !== undefined && readableGroup(actor) === group
}

/** Whoever asked says whether it is settled, and has their own mark of what they have read. */
function canAsColleague(actor: Actor, action: TicketAction): boolean {
  if (action === 'read') return true
  return action === 'reply' && actor.kind === 'session' && actor.groupAccess === 'write'
}

/** Read, name in a message, take back: nobody else can, not even of the same team. */
function canUse(actor: Actor, { site, uploaderId }: GuardedUpload): boolean {
  if (actor.kind === 'agent' && !ANSWERS_TICKETS.includes(actor.role)) return false
  return actor.site === site && holderId(actor) === uploaderId
}

function canReadArticle(actor: Actor, article: GuardedArticle): boolean {
  if (actor.site !== article.site || article.status !== 'published') return false
  return canReadAudience(actor, article.audience)
}

/** Whether the actor belongs to an audience of its own site. */
export function canReadAudience(actor: Actor, audience: Audience): boolean {
  if (audience === 'public' || actor.kind === 'agent') return true
  if (actor.kind !== 'session' || !actor.signed) return false
  if (audience === 'customers') return true
  return audience.startsWith('segment:') && actor.segments.includes(audience.slice(8))
}
