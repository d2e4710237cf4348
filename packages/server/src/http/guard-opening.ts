import type { NewTicketInput, QuarantineReason } from '@waypost/sdk/contract'
import type { Proofs } from '../domain/abuse/proofs.js'
import { suspicionOf, type TicketGuard } from '../domain/abuse/suspicion.js'
import type { Actor } from '../domain/actor.js'
import type { RateLimits } from './rate-limits.js'
import type { Sites } from './site.js'

export interface GuardOpeningDeps {
  rateLimits: RateLimits
  proofs: Proofs
  sites: Sites
  /** Nobody is held to anything: for benchmarks and tests on this machine. */
  isUnlimited: boolean
}

export interface GuardedOpening {
  readonly actor: Actor
  readonly address: string
  readonly body: Pick<NewTicketInput, 'message' | 'email'>
  readonly guard?: TicketGuard | undefined
  readonly proof?: string | undefined
  /** Whoever writes can be asked for work; a page without script cannot, and is looked at instead. */
  readonly canProve: boolean
}

/**
 * Stands before every new ticket, after its words were found valid, and before no retry: throws
 * `rate_limited` or `proof_required`, or says why it is to be put aside, if at all.
 */
export function createGuardOpening({ rateLimits, proofs, sites, isUnlimited }: GuardOpeningDeps) {
  return async (opening: GuardedOpening): Promise<QuarantineReason | undefined> => {
    const { actor, address, body, guard, proof, canProve } = opening
    await rateLimits.takeOpening({ actor, address, email: body.email })
    const isSigned = actor.kind === 'agent' || (actor.kind === 'session' && actor.signed)
    const isFlooded = !isSigned && (await rateLimits.isFlooded(actor.site))
    const wish = sites.find(actor.site)?.proofOfWork ?? 'under-load'
    const isAsked = !isSigned && (wish === 'always' || (wish === 'under-load' && isFlooded))
    if (isAsked && canProve) await proofs.take(proof)
    const isFlood = isAsked && !canProve
    const { trap, seconds } = guard ?? {}
    const seen = { trap, seconds: isUnlimited ? undefined : seconds }
    return suspicionOf({ guard: seen, message: body.message, isSigned, isFlood })
  }
}

export type GuardOpening = ReturnType<typeof createGuardOpening>
