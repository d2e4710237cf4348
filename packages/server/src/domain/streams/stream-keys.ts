import type { WaypostEvent } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { addressKey, answeredAt } from '../answered-at.js'
import { readableGroup } from '../policy.js'
import type { HeardTicket } from './heard.js'

/** Where an actor listens: whatever reaches none of these keys costs them nothing. */
export function keysOf(actor: Actor): readonly string[] {
  const { site } = actor
  const all = `site|${site}`
  switch (actor.kind) {
    case 'none':
      return []
    case 'agent':
      return [all, `queue|${site}`]
    case 'ticket':
      return [all, `ticket|${actor.ticketId}`]
    case 'session': {
      const group = readableGroup(actor)
      return [
        all,
        sessionKey(actor.sessionId),
        actor.customerId === null ? namelessKey(site) : customerKey(actor.customerId),
        ...(actor.address === undefined ? [] : [`address|${addressKey(site, actor.address)}`]),
        ...(group === undefined ? [] : [groupKey(site, group)]),
      ]
    }
  }
}

/** Whom an event may reach. What they may hear of it is another question. */
export function keysReached(event: WaypostEvent, ticket: HeardTicket | undefined): string[] {
  if (event.kind === 'settings.changed') return [`site|${event.site}`]
  // Nothing of these is told, but whose stream it was is over.
  if (event.kind === 'session.ended') return [sessionKey(event.sessionId)]
  if (event.kind === 'customer.erased') return [customerKey(event.customerId)]
  if (ticket === undefined) return []
  const { id, site, requesterId, group } = ticket
  const address = ticket.quarantine ? undefined : answeredAt(ticket)
  return [
    `queue|${site}`,
    `ticket|${id}`,
    customerKey(requesterId),
    ...(address === undefined ? [] : [`address|${addressKey(site, address)}`]),
    ...(group === undefined ? [] : [groupKey(site, group)]),
  ]
}

export const sessionKey = (sessionId: string): string => `session|${sessionId}`

/** Sessions that are nobody's yet: with their first ticket they become somebody's. */
export const namelessKey = (site: string): string => `nameless|${site}`

const customerKey = (customerId: string): string => `customer|${customerId}`

/** JSON, because the name of a company may hold any character. */
const groupKey = (site: string, group: string): string => `group|${JSON.stringify([site, group])}`
