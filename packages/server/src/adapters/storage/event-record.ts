const KEPT_HOURS = 24

/** An event's number as its id: padded, so that text sorts as numbers. */
export function eventId(number: number): string {
  return String(number).padStart(16, '0')
}

/**
 * When an event came and when it ends, after one that came at `lastAt`: a clock set back must not let
 * a younger event end before an older one.
 */
export function eventTimes(now: Date, lastAt: string): { createdAt: string; expiresAt: string } {
  const at = now.toISOString() > lastAt ? now : new Date(lastAt)
  const end = new Date(at.getTime() + KEPT_HOURS * 3_600_000)
  return { createdAt: at.toISOString(), expiresAt: end.toISOString() }
}
