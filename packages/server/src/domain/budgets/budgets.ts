import { WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { Storage } from '../storage.js'

/** So many points in so many seconds, for each caller, on all nodes together. */
export interface Budget {
  readonly name: string
  readonly points: number
  readonly seconds: number
  /** How many points a node fetches at once: one write pays for as many calls. */
  readonly batch: number
  /** What each node gives besides, before it counts with the others: most callers never need more. */
  readonly free: number
}

export interface BudgetsDeps {
  storage: Storage
  clock: Clock
  /** A hash that nobody can make who has the storage alone: callers are addresses, which are few. */
  digest(text: string): string
}

/** The points of one caller that this node has fetched and not handed out. */
interface Purse {
  left: number
  /** When its points, and all that were spent, are over and forgotten. */
  until: number
  /** Nothing more is to be had in this time. */
  isLast: boolean
}

/** Callers are forgotten when there are more, so that nobody fills the memory. */
const MOST = 10_000

/** Budgets that hold on all nodes. What a node has fetched and not used in time is lost. */
export function createBudgets({ storage, clock, digest }: BudgetsDeps) {
  const purses = new Map<string, Purse>()

  return {
    /** Takes one point; throws `rate_limited` when there is none left. */
    async take(budget: Budget, caller: string): Promise<void> {
      const id = digest(`${budget.name}|${caller}`)
      const now = clock.now().getTime()
      const purse = purseOf(id)
      const { free, seconds } = budget
      if (purse.until <= now) {
        Object.assign(purse, { left: free, until: now + seconds * 1000, isLast: false })
      }
      if (purse.left === 0 && !purse.isLast) await refill(purse, id, budget)
      if (purse.left === 0) {
        const retryAfter = Math.max(1, Math.ceil((purse.until - now) / 1000))
        throw new WaypostError('rate_limited', { retryAfter })
      }
      purse.left -= 1
    },
  }

  /** Adds, as others of this caller may have fetched meanwhile. */
  async function refill(
    purse: Purse,
    id: string,
    { points, seconds, batch }: Budget,
  ): Promise<void> {
    const now = clock.now()
    const fetched = await storage.transaction(async (tx) => {
      const found = await tx.spendings.find(id)
      const before = found && found.expiresAt > now.toISOString() ? found : undefined
      const spent = before?.points ?? 0
      const got = Math.min(batch, points - spent)
      const end = new Date(now.getTime() + seconds * 1000).toISOString()
      const { createdAt, expiresAt } = before ?? { createdAt: now.toISOString(), expiresAt: end }
      if (got > 0) tx.spendings.save({ id, createdAt, expiresAt, points: spent + got })
      return { got, until: Date.parse(expiresAt), isLast: spent + got === points }
    })
    const { got, until, isLast } = fetched
    const left = purse.until === until ? purse.left + got : got
    Object.assign(purse, { left, until, isLast })
  }

  function purseOf(id: string): Purse {
    const purse = purses.get(id) ?? { left: 0, until: 0, isLast: false }
    purses.set(id, purse)
    if (purses.size > MOST) purses.delete([...purses.keys()][0] ?? '')
    return purse
  }
}

export type Budgets = ReturnType<typeof createBudgets>
