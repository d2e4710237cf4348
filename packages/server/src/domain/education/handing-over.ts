import { allOf } from '../../foundation/all-of.js'
import { type Actor, holderId } from '../actor.js'
import type { Storage, Transaction } from '../storage.js'
import { merged, progressKey } from './kept-progress.js'
import { type Learner, learnerKey, learnerOf } from './learner.js'

export interface HandingOverDeps {
  storage: Storage
  /** Files that no message names yet. */
  uploads: {
    /** Reads, and returns what makes those of one holder another's. */
    handOver(tx: Transaction, visitorId: string, holderId: string): Promise<() => void>
  }
}

/** How a visitor who gets a name keeps what they have learnt, and what they have uploaded, without one. */
export function createHandingOver({ storage, uploads }: HandingOverDeps) {
  return {
    /**
     * Makes what a nameless session has that of whoever is named now, added to what is theirs.
     * Nothing of another person, nor of another site, is handed over.
     */
    async handOver(from: Actor | undefined, to: Actor): Promise<void> {
      if (from?.kind !== 'session' || from.site !== to.site) return
      const [visitor, learner] = [learnerOf(from), learnerOf(to)]
      if (visitor.isNamed || !learner.isNamed) return
      await storage.transaction(async (tx) => {
        const { progress, attempts } = await learntBy(tx, visitor)
        const ids = [holderId(from), holderId(to)] as [string, string]
        const moveUploads = await uploads.handOver(tx, ...ids)
        const known = await Promise.all(
          progress.map(({ contentId }) => tx.progress.find(progressKey(learner, contentId))),
        )
        const own = await allOf((after) =>
          tx.attempts.list('learner', learnerKey(learner), { limit: 1_000, after }),
        )
        const tried = new Set(own.map(({ lessonId }) => lessonId))
        moveUploads()
        for (const [at, record] of progress.entries()) {
          const { site, contentId } = record
          tx.progress.delete(record.id)
          tx.progress.save(merged(known[at], record, learner))
          tx.events.add({ kind: 'progress.changed', site, contentId, learnerId: learner.id })
        }
        for (const { expiresAt: _, ...attempt } of attempts) {
          const isFirst = attempt.isFirst && !tried.has(attempt.lessonId)
          const { id: learnerId, audiences } = learner
          tx.attempts.save({ ...attempt, learnerId, audiences, isFirst })
        }
      })
    },

    /** A session without a name is over: nobody can come back to what it has learnt. */
    async forget(actor: Actor): Promise<void> {
      if (actor.kind !== 'session') return
      const visitor = learnerOf(actor)
      if (visitor.isNamed) return
      await storage.transaction(async (tx) => {
        const { progress, attempts } = await learntBy(tx, visitor)
        for (const { id } of progress) tx.progress.delete(id)
        for (const { id } of attempts) tx.attempts.delete(id)
      })
    },
  }
}

export type HandingOver = ReturnType<typeof createHandingOver>

/** All that one learner has done on their site. */
export async function learntBy(tx: Transaction, learner: Pick<Learner, 'site' | 'id'>) {
  const key = learnerKey(learner)
  const [progress, attempts] = await Promise.all([
    allOf((after) => tx.progress.list('learner', key, { limit: 1_000, after })),
    allOf((after) => tx.attempts.list('learner', key, { limit: 1_000, after })),
  ])
  return { progress, attempts }
}
