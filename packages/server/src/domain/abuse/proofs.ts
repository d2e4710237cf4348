import type { Challenge } from '@waypost/sdk/contract'
import { WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'

/** The port on proof of work. */
export interface ProofOfWork {
  /** Work that ends at this moment. */
  ask(until: Date): Promise<Challenge>
  /** What was solved, by a name of its own, and when it ends; nothing where it is no solution. */
  read(proof: string): Promise<{ readonly id: string; readonly until: Date } | undefined>
}

export interface ProofsDeps {
  storage: Storage
  clock: Clock
  work: ProofOfWork
}

/** Milliseconds in which a browser has to be done, a slow phone with a page in the background too. */
const TIME = 20 * 60_000

/** Work that strangers do before they make some for the team. Each proof counts once, on all nodes. */
export function createProofs({ storage, clock, work }: ProofsDeps) {
  return {
    ask: (): Promise<Challenge> => work.ask(new Date(clock.now().getTime() + TIME)),

    /** Takes a proof; throws `proof_required` for none, and for one that counts no more. */
    async take(proof: string | undefined): Promise<void> {
      const solved = proof === undefined ? undefined : await work.read(proof)
      const now = clock.now()
      const at = now.toISOString()
      const isTaken =
        solved !== undefined &&
        solved.until > now &&
        (await storage.transaction(async (tx) => {
          if (await tx.spendings.find(solved.id)) return false
          const expiresAt = solved.until.toISOString()
          tx.spendings.save({ id: solved.id, createdAt: at, expiresAt, points: 1 })
          return true
        }))
      if (isTaken) return
      throw new WaypostError('proof_required', {
        detail: 'Solve what `GET /v1/challenges` asks, and send it again with the solution.',
      })
    },
  }
}

export type Proofs = ReturnType<typeof createProofs>
