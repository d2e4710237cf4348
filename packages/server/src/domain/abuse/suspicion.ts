import type { QuarantineReason } from '@waypost/sdk/contract'

/** What a form says of how it was filled in. */
export interface TicketGuard {
  /** What stands in a field that nobody sees. */
  readonly trap?: string | undefined
  /** How long it took. */
  readonly seconds?: number | undefined
}

/** What is known of a ticket before it is opened. */
export interface Suspected {
  readonly guard: TicketGuard | undefined
  readonly message: string
  /** A host vouches for whoever asks. */
  readonly isSigned: boolean
  /** There is more than people write, and nothing has shown that a person writes this. */
  readonly isFlood: boolean
}

/** Nobody reads a form and fills it in faster: seconds. */
const FASTEST = 2

/** More addresses than anybody quotes who asks for help. */
const MANY_LINKS = 10

/**
 * Why a ticket is put aside for the team to look at, if at all. It is opened all the same, and
 * answers as any other: who fills in forms by machine learns nothing.
 */
export function suspicionOf({
  guard,
  message,
  isSigned,
  isFlood,
}: Suspected): QuarantineReason | undefined {
  if (isSigned) return undefined
  if (guard?.trap) return 'trap'
  if (guard?.seconds !== undefined && guard.seconds < FASTEST) return 'too-fast'
  if ((message.match(/https?:\/\//gi) ?? []).length >= MANY_LINKS) return 'links'
  return isFlood ? 'flood' : undefined
}
