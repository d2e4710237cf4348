import { expectedReply, isPresent, presenceFrom } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'

type Here = Pick<PanelContext, 'settings' | 'translator' | 'locale'>

const DAY = 86_400_000

/** Until when the team is there, or when it will be again; then by when it replies. */
export function renderHours(panel: Here, now = new Date()) {
  const { hours } = panel.settings ?? {}
  if (!hours) return undefined
  const { t } = panel.translator
  const isOpen = isPresent(hours, now)
  const [next] = presenceFrom(hours, now)
  const until = next && new Date(next[isOpen ? 1 : 0])
  const said =
    until && t(`form.hours.${isOpen ? 'open' : 'closed'}`, { time: sayTime(until, panel, now) })
  const reply = sayReply(panel, now)
  if (!said && !reply) return nothing
  return html`<p class="hours small second ${isOpen ? '' : 'shut'}">
    <span>${said ? html`<strong>${said}</strong> ` : nothing}${reply}</span>
  </p>`
}

/** By when a reply can be expected, as the clock stands where the person is. */
export function sayReply(panel: Here, now = new Date()): string {
  const { hours, replyHours } = panel.settings ?? {}
  const at = hours && expectedReply(hours, replyHours ?? null, now)
  return at ? panel.translator.t('form.hours.reply', { time: sayTime(at, panel, now) }) : ''
}

/** A time to come, as one says it: the time alone today, tomorrow by that word, then its day. */
function sayTime(at: Date, panel: Here, now: Date): string {
  const { t } = panel.translator
  const locale = timeLocale(panel)
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at)
  const days = Math.round((midnight(at) - midnight(now)) / DAY)
  if (days === 0) return t('form.hours.time', { time })
  return t('form.hours.day', { day: sayDate(at, days, locale), time })
}

function sayDate(at: Date, days: number, locale: string): string {
  if (days === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(1, 'day')
  const isSoon = days < 7
  const { format } = new Intl.DateTimeFormat(
    locale,
    isSoon ? { weekday: 'long' } : { month: 'long', day: 'numeric' },
  )
  return format(at)
}

const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0)
