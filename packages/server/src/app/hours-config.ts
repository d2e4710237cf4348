import type { Hours } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { ConfigFault } from './config-fault.js'

/** As people write it: `09:00-17:00`. */
const span = v.pipe(
  v.string(),
  v.trim(),
  v.regex(
    /^([01]\d|2[0-3]):[0-5]\d ?[-–] ?(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    'is not a time of day as 09:00-17:00',
  ),
)

/** One time of the day or several; a day that is not named is off. */
const day = v.optional(v.union([span, v.array(span)]), [])

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When the team is there, as the configuration says it. */
export const HoursConfigSchema = v.strictObject({
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'is not a time zone as Europe/Stockholm')),
  week: v.strictObject({
    ...{ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  }),
  holidays: v.optional(v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(1_000)), []),
})
export type HoursConfig = v.InferOutput<typeof HoursConfigSchema>

export function composeHours({ timeZone, week, holidays }: HoursConfig): Hours {
  const spansOf = (name: (typeof days)[number]) => [week[name]].flat().map(fromTo)
  return { timeZone, week: days.map(spansOf), holidays: holidays.toSorted() }
}

/** What times that are right each for itself get wrong together. */
export function hoursFaults({ hours }: { hours: HoursConfig | null }): ConfigFault[] {
  if (!hours) return []
  const { week, holidays } = composeHours(hours)
  const faults = week.flatMap((spans, index) => {
    const path = ['hours', 'week', days[index] ?? 'mon']
    const backward = spans.find(([from, to]) => from >= to)
    if (backward) return [{ path, says: `ends before it begins: ${backward.join('-')}` }]
    const early = spans.find(([from], place) => place > 0 && from < (spans[place - 1]?.[1] ?? ''))
    return early ? [{ path, says: `has ${early.join('-')} before the end of what it follows` }] : []
  })
  const isNever = week.every((spans) => spans.length === 0)
  const unreal = holidays.find((holiday) => !isDay(holiday))
  return [
    ...faults,
    ...(isNever
      ? [{ path: ['hours', 'week'], says: 'has no day on which somebody is there' }]
      : []),
    ...(unreal ? [{ path: ['hours', 'holidays'], says: `names ${unreal}, which is no day` }] : []),
  ]
}

function fromTo(said: string): [from: string, to: string] {
  const [from = '', to = ''] = said.split(/ ?[-–] ?/)
  return [from, to]
}

function isDay(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
