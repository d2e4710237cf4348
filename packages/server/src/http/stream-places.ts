import { WaypostError } from '@waypost/sdk/contract'
import { type Actor, actorId } from '../domain/actor.js'

export interface StreamLimits {
  /** Streams of one session, customer, ticket or agent. */
  readonly perCaller: number
  /** Streams of one address, of those for whom nobody vouches: an office shares one. */
  readonly perAddress: number
  readonly perNode: number
}

/** Seconds after which somebody without a place asks again. */
const LATER = 30

/** How many streams there may be, of whom and in all. */
export function createStreamPlaces(limits: StreamLimits, { isUnlimited = false } = {}) {
  const taken = new Map<string, number>()

  return {
    /** Takes a place and returns what gives it back; `unavailable` where there is none. */
    take(actor: Actor, address: string): () => void {
      const places: [string, number][] = [['node', limits.perNode]]
      if (!isUnlimited) {
        places.push([`caller|${actorId(actor)}`, limits.perCaller])
        if (!isVouchedFor(actor)) places.push([`address|${address}`, limits.perAddress])
      }
      if (places.some(([key, most]) => (taken.get(key) ?? 0) >= most)) {
        throw new WaypostError('unavailable', {
          detail: 'There are as many streams as there may be: end one, or ask GET /v1/live.',
          retryAfter: LATER,
        })
      }
      for (const [key] of places) taken.set(key, (taken.get(key) ?? 0) + 1)
      let isGiven = false
      return () => {
        if (isGiven) return
        isGiven = true
        for (const [key] of places) {
          const left = (taken.get(key) ?? 1) - 1
          if (left > 0) taken.set(key, left)
          else taken.delete(key)
        }
      }
    },
  }
}

export type StreamPlaces = ReturnType<typeof createStreamPlaces>

const isVouchedFor = (actor: Actor): boolean =>
  actor.kind === 'agent' || (actor.kind === 'session' && actor.signed)
