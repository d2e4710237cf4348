import type { TicketPrefill } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/** Whether the form is more than a letter: by what the site asks, or what the host has put in. */
export function asksMore(
  { settings, context }: Pick<PanelContext, 'settings' | 'context'>,
  { fields, hidden, order }: TicketPrefill = {},
): boolean {
  const { kinds, ...asked } = settings?.form ?? {}
  const orders = kinds?.includes('order') && context().orders
  const wanted = [...Object.values(asked), settings?.hours, orders, fields, hidden, order]
  return wanted.some((it) => it && (!Array.isArray(it) || it.length > 0))
}
