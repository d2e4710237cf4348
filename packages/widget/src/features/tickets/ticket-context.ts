import type { TicketContext } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Where the requester is, as much of it as a ticket takes. */
export function ticketContext({
  context,
  locale,
}: Pick<PanelContext, 'context' | 'locale'>): TicketContext {
  const { url, title } = context()
  return {
    ...(url && { url: url.slice(0, 2048) }),
    ...(title?.trim() && { title: title.trim().slice(0, 300) }),
    ...(locale && { locale: locale.slice(0, 35) }),
    userAgent: navigator.userAgent.slice(0, 500),
  }
}
