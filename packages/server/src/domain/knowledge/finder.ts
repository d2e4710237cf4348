import { type ExcerptPart, WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { can, canReadAudience } from '../policy.js'
import type { Storage } from '../storage.js'
import { type Article, contentKey } from './article.js'
import { nearestLocale } from './nearest-locale.js'
import { pageMatch } from './page-match.js'
import type { Pins } from './pins.js'
import type { SearchAnswer, SearchIndex } from './search-index.js'

export interface FinderDeps {
  index: SearchIndex
  pins: Pins
  storage: Storage
  fallbackLocale(site: string): string
}

export interface SearchQuery {
  text: string
  locale: string | undefined
  collectionId?: string | undefined
  limit: number
  cursor?: string | undefined
}

export interface FoundSuggestion {
  article: Article
  score: number
  excerpt: readonly ExcerptPart[]
}

const SUGGESTIONS = 5

/** Search, and suggestions for a page or a draft. */
export function createFinder({ index, pins, storage, fallbackLocale }: FinderDeps) {
  return {
    /** The locale of a site that answers for the wanted one. */
    localeFor,

    search(
      actor: Actor,
      query: SearchQuery,
    ): SearchAnswer & { locale: string; next: string | null } {
      const offset = offsetOf(query.cursor)
      const locale = localeFor(actor.site, query.locale)
      const answer = index.search({
        site: actor.site,
        locale,
        text: query.text,
        limit: query.limit,
        offset,
        collectionId: query.collectionId,
        pinned: pins.find(actor.site, locale, query.text),
        canRead: (audience) => canReadAudience(actor, audience),
      })
      const end = offset + answer.hits.length
      return { ...answer, locale, next: end < answer.total ? String(end) : null }
    },

    /**
     * Articles whose `pages` fit the address of a host page, the best fit first; without an address
     * the first of each collection, for somebody who is nowhere in particular.
     */
    async suggest(
      actor: Actor,
      url: string | undefined,
      wanted: string | undefined,
    ): Promise<{ locale: string; items: readonly FoundSuggestion[] }> {
      const locale = localeFor(actor.site, wanted)
      const key = contentKey(actor.site, locale, '')
      const { items } = await storage.transaction((tx) =>
        tx.articles.list('locale', key, { limit: 5_000 }),
      )
      const readable = items.filter(
        (article) => article.searchable !== false && can(actor, { action: 'read', article }),
      )
      const found = url === undefined ? firstOfEach(readable) : fitting(readable, url)
      return {
        locale,
        items: found
          .slice(0, SUGGESTIONS)
          .map(({ article, score }) => ({ article, score, excerpt: opening(article) })),
      }
    },
  }

  function localeFor(site: string, wanted: string | undefined): string {
    const fallback = fallbackLocale(site)
    return nearestLocale(wanted, index.locales(site), fallback) ?? fallback
  }
}

export type Finder = ReturnType<typeof createFinder>

interface Candidate {
  article: Article
  score: number
}

function fitting(articles: readonly Article[], url: string): readonly Candidate[] {
  return articles
    .map((article) => ({ article, score: pageMatch(url, article.pages) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

function firstOfEach(articles: readonly Article[]): readonly Candidate[] {
  const seen = new Set<string | null>()
  return articles
    .filter(({ collectionId }) => !seen.has(collectionId) && seen.add(collectionId))
    .map((article) => ({ article, score: 0 }))
}

function opening({ summary }: Article): readonly ExcerptPart[] {
  return summary === null ? [] : [{ text: summary, match: false }]
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor)
  throw new WaypostError('invalid_input', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] })
}
