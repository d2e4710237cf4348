import type { TicketGuard } from '../domain/abuse/suspicion.js'

/** What a form says beside its ticket: `Waypost-Guard: seconds=12; proof=eyJ…`. */
export interface GuardHeader extends TicketGuard {
  /** Solved work, as ALTCHA writes it. */
  readonly proof?: string | undefined
}

/**
 * Reads the header. It stands beside the body, so that a retry that took longer, or had to work first,
 * has the same body and the same idempotency key.
 */
export function guardIn(header: string | undefined): GuardHeader | undefined {
  if (header === undefined) return undefined
  const parts = new Map(
    header.split(';').map((part): [string, string] => {
      const [name = '', ...value] = part.trim().split('=')
      return [name, value.join('=')]
    }),
  )
  const seconds = Number(parts.get('seconds') || Number.NaN)
  return {
    seconds: Number.isFinite(seconds) ? seconds : undefined,
    proof: parts.get('proof') || undefined,
  }
}
