import { type RouteName, routes, WaypostError } from '@waypost/sdk/contract'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Calls a minute from one address: opening tickets, other writes, what pages tell, searches, reads. */
const BUDGETS = {
  open: { points: 5, duration: 60 },
  write: { points: 60, duration: 60 },
  track: { points: 60, duration: 60 },
  search: { points: 240, duration: 60 },
  read: { points: 600, duration: 60 },
} as const

type Budget = keyof typeof BUDGETS

/** Budgets that hold on all nodes together: what makes work for people, and what tries tokens. */
const SHARED = {
  open: { name: 'open', points: 5, seconds: 60, batch: 1, free: 0 },
  identify: { name: 'identify', points: 60, seconds: 60, batch: 10, free: 5 },
} as const

const IDENTIFYING: readonly RouteName[] = ['createSession', 'claimTickets']

/** Whoever watches over the server must always hear from it. */
const FREE: readonly RouteName[] = ['getHealth', 'getReadiness']

export interface RateLimits {
  /** Takes one call from the budget of an address; throws `rate_limited` when it is used up. */
  take(route: RouteName, address: string): Promise<void>
  /** Takes one opened ticket: asked only for a valid one, so that mending a form costs nothing. */
  takeOpening(address: string): Promise<void>
}

/** Where nodes count together. */
export interface SharedBudgets {
  take(budget: (typeof SHARED)[keyof typeof SHARED], address: string): Promise<void>
}

export const noRateLimits: RateLimits = { take: async () => {}, takeOpening: async () => {} }

/**
 * Budgets by address, in this process' memory; with other nodes, some in storage as well. Whom this
 * node refuses costs storage nothing.
 */
export function createRateLimits(shared?: SharedBudgets): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(BUDGETS).map(([name, budget]) => [name, new RateLimiterMemory(budget)]),
  ) as Record<Budget, RateLimiterMemory>
  return {
    async take(route, address) {
      if (FREE.includes(route)) return
      await consume(budgetOf(route), address)
      if (IDENTIFYING.includes(route)) await shared?.take(SHARED.identify, address)
    },
    async takeOpening(address) {
      await consume('open', address)
      await shared?.take(SHARED.open, address)
    },
  }

  async function consume(budget: Budget, address: string): Promise<void> {
    try {
      await limiters[budget].consume(address)
    } catch (cause) {
      if (!(cause instanceof RateLimiterRes)) throw cause
      const retryAfter = Math.max(1, Math.ceil(cause.msBeforeNext / 1000))
      throw new WaypostError('rate_limited', { retryAfter })
    }
  }
}

function budgetOf(route: RouteName): Budget {
  if (route === 'search' || route === 'suggestForDraft') return 'search'
  // Apart from other writes: what a page tells of reading must never keep somebody from asking.
  if (route === 'track') return 'track'
  return routes[route].method === 'GET' ? 'read' : 'write'
}
