import type { Hours } from './form.js'
import { dayIn, instantOf, nextDay, weekdayOf } from './zoned-time.js'

const HOUR = 3_600_000

/** So far is looked ahead: a team that is away for longer promises nothing. */
const MOST_DAYS = 400

/**
 * By when a reply can be expected: `replyHours` hours from now, of which only those count in which
 * the team is there. Without hours the clock alone counts; `null` where the site promises nothing.
 */
export function expectedReply(
  hours: Hours | null,
  replyHours: number | null,
  now: Date,
): Date | null {
  if (replyHours === null) return null
  let left = replyHours * HOUR
  if (hours === null) return new Date(now.getTime() + left)
  for (const [from, to] of presenceFrom(hours, now)) {
    if (from + left <= to) return new Date(from + left)
    left -= to - from
  }
  return null
}

/** Whether the team is there at this moment. */
export function isPresent(hours: Hours, now: Date): boolean {
  const [next] = presenceFrom(hours, now)
  return next !== undefined && next[0] === now.getTime()
}

/** When the team is there from now on, as pairs of milliseconds; one that has begun begins now. */
export function* presenceFrom(
  hours: Hours,
  now: Date,
): Iterable<readonly [from: number, to: number]> {
  const { timeZone, week, holidays } = hours
  let day = dayIn(timeZone, now)
  for (let count = 0; count < MOST_DAYS; count++, day = nextDay(day)) {
    if (holidays.includes(day)) continue
    for (const [opens, closes] of week[weekdayOf(day)] ?? []) {
      const from = Math.max(instantOf(timeZone, day, opens), now.getTime())
      const to = instantOf(timeZone, day, closes)
      if (from < to) yield [from, to]
    }
  }
}
