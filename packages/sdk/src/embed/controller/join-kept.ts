/** As many as one claim takes; the oldest make room. */
export const MOST_TICKETS = 100

/**
 * What was written now comes before what an earlier visit kept, but requests add up. Who was named
 * last then stays so: what may be theirs is handed to nobody else.
 */
export function joinKept(newer: string, older: string | null | undefined): string {
  try {
    const [now, before] = [JSON.parse(newer), JSON.parse(older ?? '')]
    // Words of a person that happen to be JSON name no server, nor are they of another one.
    if (now.of === undefined || now.of !== before.of) return newer
    now.subject ??= before.subject
    if (now.tickets) {
      const byId = [...before.tickets, ...now.tickets].map((one) => [one.id, one] as const)
      now.tickets = [...new Map(byId).values()].slice(-MOST_TICKETS)
      now.after = before.after ?? now.after
    }
    return JSON.stringify(now)
  } catch {
    return newer
  }
}
