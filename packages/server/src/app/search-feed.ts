import { setImmediate } from 'node:timers/promises'
import type { EducationContent } from '../domain/education/content.js'
import type { LearningIndex } from '../domain/education/learning-index.js'
import type { Shelf } from '../domain/education/shelf.js'
import type { LoggedEvent } from '../domain/event-log.js'
import type { Article } from '../domain/knowledge/article.js'
import type { CollectionTitles } from '../domain/knowledge/collection-titles.js'
import type { Library } from '../domain/knowledge/library.js'
import type { Pins } from '../domain/knowledge/pins.js'
import type { SearchDocument, SearchIndex } from '../domain/knowledge/search-index.js'
import type { Storage } from '../domain/storage.js'
import { allOf } from '../foundation/all-of.js'
import { plainTextOf } from '../foundation/plain-text.js'
import { changesContent } from './changes-content.js'
import { type EventFollower, followEvents } from './follow-events.js'

/** Articles that are read in one go, so that answers never wait long for a large import. */
const AT_ONCE = 10

export interface SearchFeed extends EventFollower {
  /** Rises whenever something else may be found. */
  timesFound(): number
}

/** Fills the index from storage, then keeps it true by the event log. */
export async function feedSearch(deps: {
  storage: Storage
  library: Library
  index: SearchIndex
  shelf: Shelf
  learning: LearningIndex
  pins: Pins
  titles: CollectionTitles
  sites: readonly string[]
  onError(error: unknown): void
  /** Something else may be found. */
  onFound?(): Promise<void>
}): Promise<SearchFeed> {
  const { storage, library, index, shelf, learning, pins, titles } = deps
  let times = 0
  // Read before the articles: what changes meanwhile is put in twice rather than never.
  const after = await storage.transaction((tx) => tx.events.last())
  for (const site of deps.sites) {
    for (const { locale } of await library.rules(site)) await useRules(site, locale)
    for (const shelf of await allOf((at) => library.collections(site, at))) titles.put(shelf)
    const articles = await allOf((position) => library.articles(site, position))
    for (const [at, article] of articles.entries()) {
      put(article)
      if (at % AT_ONCE === 0) await setImmediate()
    }
  }
  for (const site of deps.sites) {
    for (const content of await allOf((at) => shelf.list(site, at))) putLearning(content)
  }
  await settle()
  const follower = followEvents({ storage, after, handle, onError: deps.onError })
  return { ...follower, timesFound: () => times }

  async function handle(events: readonly LoggedEvent[]): Promise<void> {
    let read = 0
    for (const { event } of events) {
      if (event.kind === 'article.saved' || event.kind === 'article.removed') {
        const { site, locale, articleId } = event
        const article = await library.find(site, locale, articleId)
        if (article) put(article)
        else index.remove(site, locale, articleId)
        read++
        if (read % AT_ONCE === 0) await settle().then(() => setImmediate())
      } else if (event.kind === 'collection.saved' || event.kind === 'collection.removed') {
        const { site, locale, collectionId } = event
        const collection = await library.findCollection(site, locale, collectionId)
        if (collection) titles.put(collection)
        else titles.remove(site, locale, collectionId)
      } else if (event.kind === 'search-rules.saved' || event.kind === 'search-rules.removed') {
        await useRules(event.site, event.locale)
      } else if (event.kind === 'education.saved' || event.kind === 'education.removed') {
        const { site, contentKind: kind, locale, contentId } = event
        if (kind !== 'course' && kind !== 'lesson') continue
        const content = await shelf.find(site, { kind, locale, contentId })
        if (content) putLearning(content)
        else learning.remove({ site, kind, locale, contentId })
      }
    }
    await settle()
    if (!events.some(changesContent)) return
    times += 1
    await deps.onFound?.()
  }

  /** Brings the index up to date, and lets answers through meanwhile. */
  async function settle(): Promise<void> {
    while (index.settleABit()) await setImmediate()
  }

  async function useRules(site: string, locale: string): Promise<void> {
    const rules = await library.findRules(site, locale)
    index.setSynonyms(site, locale, rules?.synonyms ?? [])
    pins.set(site, locale, rules?.pins ?? [])
  }

  function putLearning(content: EducationContent): void {
    if (content.kind !== 'course' && content.kind !== 'lesson') return
    if (content.status === 'published') learning.put(content)
    else learning.remove(content)
  }

  function put(article: Article): void {
    const isFound = article.status === 'published' && article.searchable !== false
    if (isFound) index.put(searchDocument(article, storage.isAlone === true))
    else index.remove(article.site, article.locale, article.articleId)
  }
}

/**
 * The text is made when it is asked for, where the storage has the article in memory anyway: of ten
 * thousand articles few are ever shown. Else it is made at once, so that the article can go.
 */
function searchDocument(article: Article, isInMemory: boolean): SearchDocument {
  const { articleId, createdAt, updatedAt, hash } = article
  let text = isInMemory ? undefined : plainTextOf(article.body)
  const body = isInMemory ? article.body : []
  return {
    site: article.site,
    locale: article.locale,
    articleId,
    title: article.title,
    slug: article.slug,
    collectionId: article.collectionId,
    keywords: article.keywords,
    summary: article.summary,
    get text() {
      text ??= plainTextOf(body)
      return text
    },
    audience: article.audience,
    // What was removed and has come again may have been read by another server.
    version: `${hash} ${createdAt} ${updatedAt}`,
  }
}
