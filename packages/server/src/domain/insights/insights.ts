import type { TrackedEvent } from '@waypost/sdk/contract'
import { WaypostError } from '@waypost/sdk/contract'
import type { Clock } from '../../foundation/clock.js'
import type { Actor } from '../actor.js'
import { can } from '../policy.js'
import type { RequestOrigin } from '../request-origin.js'
import type { Storage } from '../storage.js'
import type { CountNumbers } from './daily-count.js'
import { keptQuery } from './kept-query.js'
import { createRecent, type RecentSearch } from './recent.js'
import { createTally } from './tally.js'

export interface InsightsDeps {
  storage: Storage
  clock: Clock
  /** How many days counts are kept; 0 counts nothing. */
  keptDays: number
  onError(error: unknown): void
}

/** One search as it was answered. */
export interface PerformedSearch {
  readonly searchId: string
  readonly locale: string
  readonly text: string
  /** The articles found, the first hit first. */
  readonly articleIds: readonly string[]
  /** Whether an article was found, or anything that teaches. */
  readonly isAnswered: boolean
}

export interface ReadArticle {
  readonly articleId: string
  readonly locale: string
}

export interface AskedTicket {
  readonly ticketId: string
  readonly locale: string | undefined
  /** The search that its requester's page names. */
  readonly searchId: string | undefined
}

/** Who did it, and from where: the address tells callers apart for half an hour, in memory. */
export interface Witnessed {
  readonly actor: Actor
  readonly caller: string
}

/** Milliseconds between two writes. */
const EVERY = 5_000
const MOST_ORIGINS = 5_000

/** Counts what becomes of self-service: numbers by day, never who, where from, or when. */
export function createInsights({ storage, clock, keptDays, onError }: InsightsDeps) {
  const tally = createTally({ storage, clock, keptDays })
  const recent = createRecent()
  const origins = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    /** Somebody searched; while they still type, it is one search. */
    searched(
      { actor, caller }: Witnessed,
      { searchId, locale, text, articleIds, isAnswered }: PerformedSearch,
    ) {
      if (isSilent(actor) || text.trim() === '') return
      const at = clock.now().getTime()
      const said = { site: actor.site, locale, text, articleIds, isAnswered, at }
      recent.search(caller, searchId, said)
      flushSoon()
    },

    /** Somebody was shown an article; the same one again within half an hour counts once. */
    read,

    /** Somebody asked the team, maybe after a search or an article that was to spare them that. */
    asked({ actor, caller }: Witnessed, { ticketId, locale, searchId }: AskedTicket): void {
      if (isSilent(actor) || isRepeated({ key: ticketId, body: '' })) return
      const now = clock.now().getTime()
      const named = searchId === undefined ? undefined : searchIn(actor, searchId)
      const search = named ?? recent.searchesOf(caller, now).find(({ site }) => site === actor.site)
      const isAfterSearch = search !== undefined && !search.isAsked
      if (isAfterSearch) {
        search.isAsked = true
        addToSearch(search, { tickets: 1 })
      }
      const last = recent.lastRead(caller, now)
      if (last?.site === actor.site) tally.add(articleOf(last), { tickets: 1 })
      tally.add(
        { site: actor.site, topic: 'ticket', locale: search?.locale ?? locale ?? '', key: '' },
        { tickets: 1, ...(isAfterSearch && { afterSearch: 1 }) },
      )
      flushSoon()
    },

    /** What a page tells of its visitor. What names nothing that the caller may read is passed over. */
    async track(
      { actor, caller }: Witnessed,
      events: readonly TrackedEvent[],
      origin: RequestOrigin | null,
      fallbackLocale: string,
    ): Promise<void> {
      if (isSilent(actor)) return
      const told: TrackedEvent[] = []
      for (const event of events) if (await isReadable(actor, event.articleId)) told.push(event)
      // Only now: a try that storage has failed is not one, and the next one is no repetition.
      if (isRepeated(origin)) return
      for (const event of told) {
        const locale = 'locale' in event ? (event.locale ?? fallbackLocale) : fallbackLocale
        const { articleId } = event
        if (event.kind === 'article.read')
          read({ actor, caller }, { articleId: event.articleId, locale })
        else if (event.kind === 'search.chosen') {
          const search = searchIn(actor, event.searchId)
          if (search) choose(search, event.position)
        } else {
          const search = event.searchId === undefined ? undefined : searchIn(actor, event.searchId)
          if (search) addToSearch(search, { deflected: 1 })
          const { site } = actor
          tally.add({ site, topic: 'deflection', locale, key: '' }, { deflected: 1 })
          if (articleId !== undefined) {
            tally.add(articleOf({ site, locale, articleId }), { deflected: 1 })
          }
        }
      }
      flushSoon()
    },

    /** Keeps what was counted up to now, so that it can be read; what is being typed is not over. */
    flush,

    /** Counts also what was being typed, and keeps everything. */
    async close(): Promise<void> {
      clearTimeout(timer)
      for (const search of recent.typed(Number.POSITIVE_INFINITY)) count(search)
      await tally.flush()
    },
  }

  function read({ actor, caller }: Witnessed, { articleId, locale }: ReadArticle): void {
    if (isSilent(actor)) return
    const { site } = actor
    const now = clock.now().getTime()
    const shown = { site, locale, articleId, at: now }
    if (!recent.read(caller, shown)) return
    tally.add(articleOf(shown), { reads: 1 })
    // A hit of theirs that they open is chosen, whether or not their page says so.
    const search = recent
      .searchesOf(caller, now)
      .find((one) => one.site === site && one.articleIds.includes(articleId))
    if (search) choose(search, search.articleIds.indexOf(articleId) + 1)
    flushSoon()
  }

  /** The team's own looking around says nothing of customers. */
  function isSilent(actor: Actor): boolean {
    return keptDays === 0 || actor.kind === 'agent'
  }

  function searchIn({ site }: Actor, searchId: string): RecentSearch | undefined {
    const search = recent.find(searchId)
    return search?.site === site ? search : undefined
  }

  function choose(search: RecentSearch, position: number): void {
    if (search.isChosen) return
    search.isChosen = true
    addToSearch(search, { chosen: 1, positions: position })
  }

  function addToSearch(search: RecentSearch, numbers: CountNumbers): void {
    recent.settle(search)
    count(search)
    tally.add(subjectOf(search), numbers, new Date(search.at))
  }

  function count(search: RecentSearch): void {
    if (search.isCounted) return
    search.isCounted = true
    const numbers = { searches: 1, ...(!search.isAnswered && { misses: 1 }) }
    // What comes of it later belongs to its day, too.
    tally.add(subjectOf(search), numbers, new Date(search.at))
  }

  async function isReadable(actor: Actor, articleId: string | undefined): Promise<boolean> {
    if (articleId === undefined) return true
    const { items } = await storage.transaction((tx) =>
      tx.articles.list('translations', `${actor.site}|${articleId}`, { limit: 200 }),
    )
    return items.some((article) => can(actor, { action: 'read', article }))
  }

  /** The same call made again: remembered in memory, since a number too many hurts nobody. */
  function isRepeated(origin: RequestOrigin | null): boolean {
    if (origin === null) return false
    const before = origins.get(origin.key)
    if (before !== undefined && before !== origin.body) {
      throw new WaypostError('idempotency_key_reused')
    }
    origins.set(origin.key, origin.body)
    if (origins.size > MOST_ORIGINS) origins.delete([...origins.keys()][0] ?? '')
    return before !== undefined
  }

  async function flush(): Promise<void> {
    for (const search of recent.typed(clock.now().getTime())) count(search)
    if (!tally.isEmpty) await tally.flush()
  }

  function flushSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      flush()
        .catch(onError)
        .finally(() => {
          if (recent.isTyping || !tally.isEmpty) flushSoon()
        })
    }, EVERY).unref()
  }
}

export type Insights = ReturnType<typeof createInsights>

function subjectOf({ site, locale, text }: RecentSearch) {
  return { site, topic: 'search' as const, locale, key: keptQuery(text) }
}

function articleOf({ site, locale, articleId }: ReadArticle & { site: string }) {
  return { site, topic: 'article' as const, locale, key: articleId }
}
