const DAY = 86_400_000

/** The day on a calendar that hangs in this zone, as `2026-11-22`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Date(wallClock(timeZone, at.getTime())).toISOString().slice(0, 10)
}

export function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}

/** 0 for a Monday, 6 for a Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

/**
 * When a clock on the wall of this zone shows a time of a day, in milliseconds; `24:00` is the day's
 * end. A time that the change to summer skips is as much later, one that occurs twice is the first.
 */
export function instantOf(timeZone: string, day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const shown = Date.parse(day) + (hours * 60 + minutes) * 60_000
  // The zone's distance from UTC a day before and a day after: where they differ, it changes here.
  const before = wallClock(timeZone, shown - DAY) - (shown - DAY)
  const after = wallClock(timeZone, shown + DAY) - (shown + DAY)
  const early = shown - before
  return wallClock(timeZone, early) === shown || before === after ? early : later(shown - after)

  /** In the gap neither is shown; then the distance from before it counts. */
  function later(late: number): number {
    return wallClock(timeZone, late) === shown ? late : early
  }
}

const formats: Record<string, Intl.DateTimeFormat> = {}

/** What the clock on the wall shows, in the milliseconds of a clock that shows the same in UTC. */
function wallClock(timeZone: string, at: number): number {
  const format = (formats[timeZone] ??= new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }))
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(at)) parts[type] = value
  const { year, month, day, hour, minute, second } = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
