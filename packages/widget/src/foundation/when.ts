import type { PanelContext } from './panel-context.js'
import { sameLanguage } from './same-language.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How the reader writes times: as where they are, where that is in the language of our words. */
export function timeLocale({
  locale,
  translator,
}: Pick<PanelContext, 'locale' | 'translator'>): string {
  try {
    const [wanted = ''] = Intl.getCanonicalLocales(locale)
    return sameLanguage(wanted, translator.locale) ? wanted : translator.locale
  } catch {
    return translator.locale
  }
}

/** From the largest unit that fits: seconds in one, and what it is called. */
const units: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [365 * DAY, 'year'],
  [30 * DAY, 'month'],
  [7 * DAY, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
]

/** How long ago, as one says it: “now”, “12 min. ago”, “yesterday”. */
export function ago(time: string, locale: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(time) - now) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  for (const [size, unit] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}

/** The time of day, and the date where that is another than today's. */
export function clock(time: string, locale: string, now = new Date()): string {
  const date = new Date(time)
  const isToday = date.toDateString() === now.toDateString()
  const format = isToday
    ? new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
    : new Intl.DateTimeFormat(locale, {
        ...(date.getFullYear() !== now.getFullYear() && { year: 'numeric' }),
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      })
  return format.format(date)
}
