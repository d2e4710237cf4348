import type { PanelContext } from '../../foundation/panel-context.js'
import { timeLocale } from '../../foundation/when.js'

/** The day of something, with its year where that is another than this one. */
export function dayOf(time: string, panel: PanelContext, now = new Date()): string {
  const date = new Date(time)
  return new Intl.DateTimeFormat(timeLocale(panel), {
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
  }).format(date)
}
