import { type Audience, type ExcerptPart, WaypostError } from '@waypost/sdk/contract'
import type { Actor } from '../actor.js'
import { confident } from '../confidence.js'
import { can, canReadAudience } from '../policy.js'
import type { Storage } from '../storage.js'
import { type Article, contentKey } from './article.js'
import type { CollectionTitles } from './collection-titles.js'
import { localesByNearness, nearestLocale } from './nearest-locale.js'
import { fitting, mostHelpful, opening } from './offered-articles.js'
import type { Pins } from './pins.js'
import type {
  CollectionCount,
  FoundArticle,
  QuotedAnswer,
  SearchAnswer,
  SearchIndex,
} from './search-index.js'

export interface FinderDeps {
  index: SearchIndex
  pins: Pins
  titles: CollectionTitles
  storage: Storage
  fallbackLocale(site: string): string
  mostRead: MostRead
}

/** The port on what readers open most: ids of a locale's articles, the most read first. */
export type MostRead = (site: string, locale: string, limit: number) => Promise<readonly string[]>

export interface SearchQuery {
  text: string
  locale: string | undefined
  collectionId?: string | undefined
  limit: number
  cursor?: string | undefined
}

export interface FoundArticles extends SearchAnswer {
  /** The reader's own, or, where there are hits of another language, that one. */
  readonly locale: string
  readonly next: string | null
  readonly collections: readonly (CollectionCount & { readonly title: string })[]
}

export interface FoundSuggestion {
  article: Article
  score: number
  excerpt: readonly ExcerptPart[]
}

const SUGGESTIONS = 5
/** Characters of a draft that say what it is about; and so few that they say nothing yet. */
const ENOUGH = 2_000
const TOO_FEW = 3
/** Characters; whoever writes more writes it in the language that they read. */
const LONGEST_ABROAD = 200
/** How many of the most read are looked at: some may be for others, or gone. */
const MOST_READ = 50

/** Search, and suggestions for a page or a draft. */
export function createFinder(deps: FinderDeps) {
  const { index, pins, titles, storage, fallbackLocale, mostRead } = deps
  return {
    /** The locale of a site that answers for the wanted one. */
    localeFor,

    /**
     * Articles for a few words. Where the words are nowhere in the reader's language, those of the
     * nearest one that has them, translated where they are: each document says its locale.
     */
    search(actor: Actor, query: SearchQuery): FoundArticles {
      const offset = offsetOf(query.cursor)
      const { own, locale, answer: found } = searchByNearness(actor, query, offset)
      const hits = found.hits.map((hit) => inLocale(actor, own, hit))
      const end = offset + hits.length
      const { answer, ...rest } = found
      return {
        ...rest,
        hits,
        // What was found in words of another language is quoted only where there is no translation.
        ...(answer && inLocale(actor, own, answer) === answer && { answer }),
        locale: localeOf(hits, own, locale),
        next: end < found.total ? String(end) : null,
        collections: found.collections.map(({ collectionId, count }) => ({
          ...{ collectionId, count },
          title: titles.find(actor.site, [own, locale], collectionId),
        })),
      }
    },

    /**
     * Articles that may well answer a draft: rather none than some that only share words with it.
     * Where those in the reader's language do not, the language is asked that the draft is written in.
     */
    suggestForDraft(
      actor: Actor,
      draft: Pick<SearchQuery, 'text' | 'locale' | 'limit'>,
    ): { locale: string; hits: readonly FoundArticle[] } {
      const query = { ...draft, text: draft.text.trim().slice(0, ENOUGH) }
      const own = localeFor(actor.site, draft.locale)
      if (query.text.length < TOO_FEW) return { locale: own, hits: [] }
      const found = confident(searchIn(actor, own, query).hits)
      if (found.length > 0) return { locale: own, hits: found }
      const locale = writtenIn(actor, query)
      if (locale === own) return { locale: own, hits: [] }
      const hits = confident(searchIn(actor, locale, query).hits).map((hit) =>
        inLocale(actor, own, hit),
      )
      return { locale: localeOf(hits, own, locale), hits }
    },

    /**
     * Articles that somebody has chosen by id, in their order, then those that words are likely to be
     * about. They come in the reader's language, or in the nearest one that has them.
     */
    suggestChosen(
      actor: Actor,
      { ids, text, locale }: { ids: readonly string[]; text: string; locale: string | undefined },
    ): { locale: string; hits: readonly Pick<FoundArticle, 'document' | 'score' | 'excerpt'>[] } {
      const { site } = actor
      const locales = localesByNearness(locale, index.locales(site), fallbackLocale(site))
      const named = ids.flatMap((id) => {
        const documents = locales.map((each) => index.find(site, each, id))
        const document = documents.find((each) => each && canReadAudience(actor, each.audience))
        return document ? [{ document, score: 0, excerpt: opening(document) }] : []
      })
      const { hits } = this.suggestForDraft(actor, { text, locale, limit: SUGGESTIONS })
      const others = hits.filter(({ document }) => !ids.includes(document.articleId))
      return { locale: localeFor(site, locale), hits: [...named, ...others].slice(0, SUGGESTIONS) }
    },

    /**
     * Articles whose `pages` fit the address of a host page, the best fit first; without an address
     * what is read most, then the first of each collection.
     */
    async suggest(
      actor: Actor,
      url: string | undefined,
      wanted: string | undefined,
    ): Promise<{ locale: string; items: readonly FoundSuggestion[] }> {
      const { site } = actor
      const locale = localeFor(site, wanted)
      const ids = url === undefined ? await mostRead(site, locale, MOST_READ) : []
      const key = contentKey(site, locale, '')
      const { items } = await storage.transaction((tx) =>
        tx.articles.list('locale', key, { limit: 5_000 }),
      )
      const readable = items.filter(
        (article) => article.searchable !== false && can(actor, { action: 'read', article }),
      )
      const found = url === undefined ? mostHelpful(readable, ids) : fitting(readable, url)
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

  /** A hit in the reader's language, where its article has that one too. */
  function inLocale<T extends QuotedAnswer>(actor: Actor, locale: string, hit: T): T {
    if (hit.document.locale === locale) return hit
    const document = index.find(actor.site, locale, hit.document.articleId)
    if (!document || !canReadAudience(actor, document.audience)) return hit
    return { ...hit, document, excerpt: opening(document) }
  }

  function searchByNearness(
    actor: Actor,
    query: Pick<SearchQuery, 'text' | 'locale' | 'collectionId' | 'limit'>,
    offset: number,
  ): { own: string; locale: string; answer: SearchAnswer } {
    const [own = fallbackLocale(actor.site), ...others] = localesNear(actor.site, query.locale)
    const first = searchIn(actor, own, query, offset)
    if (isAny(first)) return { own, locale: own, answer: first }
    for (const locale of query.text.length > LONGEST_ABROAD ? [] : others) {
      const answer = searchIn(actor, locale, query, offset)
      if (isAny(answer)) return { own, locale, answer }
    }
    return { own, locale: own, answer: first }
  }

  /** The locale whose articles know most of a text; of those that know as much the nearest. */
  function writtenIn(actor: Actor, { text, locale }: Pick<SearchQuery, 'text' | 'locale'>): string {
    const { site } = actor
    const canRead = (audience: Audience) => canReadAudience(actor, audience)
    const [first] = localesNear(site, locale)
      .map((near) => ({ near, known: index.knownShare({ site, locale: near, text, canRead }) }))
      .toSorted((a, b) => b.known - a.known)
    return first?.near ?? fallbackLocale(site)
  }

  function localesNear(site: string, wanted: string | undefined): readonly string[] {
    return localesByNearness(wanted, index.locales(site), fallbackLocale(site))
  }

  function searchIn(
    actor: Actor,
    locale: string,
    { text, limit, collectionId }: Pick<SearchQuery, 'text' | 'collectionId' | 'limit'>,
    offset = 0,
  ): SearchAnswer {
    const { site } = actor
    return index.search({
      ...{ site, locale, text, limit, offset, collectionId },
      pinned: pins.find(site, locale, text),
      canRead: (audience) => canReadAudience(actor, audience),
    })
  }
}

export type Finder = ReturnType<typeof createFinder>

/** The reader's own, unless something is in another. */
function localeOf(hits: readonly FoundArticle[], own: string, found: string): string {
  return hits.every(({ document }) => document.locale === own) ? own : found
}

/** Also where hits stand in another collection than the one that was asked for. */
function isAny({ total, collections }: SearchAnswer): boolean {
  return total > 0 || collections.length > 0
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor)
  throw new WaypostError('invalid_input', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] })
}
