import { type RouteName, routes, WaypostError } from '@waypost/sdk/contract'
// Its main file loads what speaks to a dozen databases; a start would feel it.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import type { Actor } from '../domain/actor.js'
import { addressOf } from '../foundation/address-of.js'

/** Calls a minute, for each of those whom `spenderOf` names. */
const BUDGETS = {
  open: { points: 5, duration: 60 },
  write: { points: 60, duration: 60 },
  track: { points: 60, duration: 60 },
  /** Steps, tasks and answers, which come one after another. */
  learn: { points: 240, duration: 60 },
  /** Files, which fill a disk: some full forms one after another. */
  upload: { points: 40, duration: 300 },
  /** Mails that somebody has sent to an address of their choice. */
  mail: { points: 5, duration: 60 },
  search: { points: 240, duration: 60 },
  read: { points: 600, duration: 60 },
  /** What makes the host's server work. */
  orders: { points: 30, duration: 60 },
  /** All calls of one address, before anybody knows who calls: an office shares one. */
  arrive: { points: 6_000, duration: 60 },
  /** Tokens that opened nothing, of one address. */
  refused: { points: 60, duration: 60 },
  /** Tokens typed into the portal's form for the team that opened nothing: nobody types one twice a minute. */
  guess: { points: 10, duration: 600 },
  /** Tickets for one e-mail address, by people who have not proven that it is theirs. */
  email: { points: 20, duration: 3_600 },
  /** Tickets of strangers on one site; more is no help desk's day but a flood. */
  site: { points: 60, duration: 60 },
} as const

type Budget = keyof typeof BUDGETS

/** Budgets that hold on all nodes together: what makes work for people, and what tries tokens. */
const SHARED = {
  open: { name: 'open', points: 5, seconds: 60, batch: 1, free: 0 },
  email: { name: 'email', points: 20, seconds: 3_600, batch: 5, free: 5 },
  identify: { name: 'identify', points: 60, seconds: 60, batch: 10, free: 5 },
} as const

const IDENTIFYING: readonly RouteName[] = ['createSession', 'claimTickets']

/** As what is tracked: a tour must never keep somebody from asking. */
const LEARNING: readonly RouteName[] = ['setProgress', 'setStepProgress', 'createAttempt']

/** Whoever watches over the server must always hear from it. */
const FREE: readonly RouteName[] = ['getHealth', 'getReadiness']

/** Who opens a ticket, from where, for whom. */
export interface Opening {
  readonly actor: Actor
  readonly address: string
  readonly email: string | undefined
}

export interface RateLimits {
  /** Takes a call of an address, before its token is read; throws `rate_limited`. */
  arrive(route: RouteName, address: string, hasToken: boolean): Promise<void>
  /** Notes that a token of this address has opened nothing. */
  refused(address: string): Promise<void>
  /** Looks for whom a typed token opens; throws `rate_limited` once an address has typed too many wrong ones. */
  guess<T>(address: string, find: () => Promise<T | undefined>): Promise<T | undefined>
  /** Takes one call from the budget of who calls; throws `rate_limited` when it is used up. */
  take(route: RouteName, address: string, actor?: Actor): Promise<void>
  /** Takes one opened ticket: asked only for a valid one, so that mending a form costs nothing. */
  takeOpening(opening: Opening): Promise<void>
  /** Counts a ticket of a stranger; true where a site has more of them than people write. */
  isFlooded(site: string): Promise<boolean>
}

/** Where nodes count together. */
export interface SharedBudgets {
  take(budget: (typeof SHARED)[keyof typeof SHARED], caller: string): Promise<void>
}

export const noRateLimits: RateLimits = {
  arrive: async () => {},
  refused: async () => {},
  guess: (_, find) => find(),
  take: async () => {},
  takeOpening: async () => {},
  isFlooded: async () => false,
}

/**
 * Budgets in this process' memory; with other nodes, some in storage as well. Whom this node refuses
 * costs storage nothing.
 */
export function createRateLimits(shared?: SharedBudgets): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(BUDGETS).map(([name, budget]) => [name, new RateLimiterMemory(budget)]),
  ) as Record<Budget, RateLimiterMemory>
  return {
    async arrive(route, address, hasToken) {
      if (FREE.includes(route)) return
      await consume('arrive', address)
      if (!hasToken) return
      const tried = await limiters.refused.get(address)
      if (tried && tried.consumedPoints >= BUDGETS.refused.points) throw refusal(tried)
    },

    async refused(address) {
      await limiters.refused.consume(address).catch(() => undefined)
    },

    async guess(address, find) {
      // Taken before it is known whether it is right: many at once have no more tries.
      await consume('guess', address)
      const found = await find()
      if (found !== undefined) await limiters.guess.reward(address)
      return found
    },

    async take(route, address, actor) {
      if (FREE.includes(route)) return
      for (const spender of spendersOf(address, actor)) await consume(budgetOf(route), spender)
      if (IDENTIFYING.includes(route)) await shared?.take(SHARED.identify, address)
    },

    async takeOpening({ actor, address, email }) {
      for (const spender of spendersOf(address, actor)) await consume('open', spender)
      const [first = address] = spendersOf(address, actor)
      await shared?.take(SHARED.open, first)
      if (email === undefined || isSigned(actor)) return
      const written = addressOf(email)
      await consume('email', written)
      await shared?.take(SHARED.email, written)
    },

    isFlooded: (site) =>
      limiters.site.consume(site).then(
        () => false,
        () => true,
      ),
  }

  async function consume(budget: Budget, spender: string): Promise<void> {
    try {
      await limiters[budget].consume(spender)
    } catch (cause) {
      throw cause instanceof RateLimiterRes ? refusal(cause) : cause
    }
  }
}

function refusal({ msBeforeNext }: RateLimiterRes): WaypostError {
  return new WaypostError('rate_limited', {
    retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })
}

/**
 * Whose budgets a call counts in: whom a host vouches for has one of their own, wherever they are,
 * and so has every agent. A session that anybody can start counts beside its address, so that many
 * addresses with one session have no more than one.
 */
function spendersOf(address: string, actor: Actor | undefined): readonly string[] {
  switch (actor?.kind) {
    case 'session':
      return isSigned(actor) ? [`${actor.customerId}`] : [address, actor.sessionId]
    case 'ticket':
      return [address, actor.ticketId]
    case 'agent':
      return [actor.agentId]
    default:
      return [address]
  }
}

const isSigned = (actor: Actor): boolean =>
  actor.kind === 'session' && actor.signed && actor.customerId !== null

function budgetOf(route: RouteName): Budget {
  if (route === 'search' || route === 'suggestForDraft') return 'search'
  // Apart from other writes: what a page tells of reading must never keep somebody from asking.
  if (route === 'track') return 'track'
  if (LEARNING.includes(route)) return 'learn'
  if (route === 'createAttachment') return 'upload'
  if (route === 'listOrders') return 'orders'
  if (route === 'createSignInCode' || route === 'mailRequestLinks') return 'mail'
  return routes[route].method === 'GET' ? 'read' : 'write'
}
