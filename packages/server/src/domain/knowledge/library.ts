import { type Article, type ArticleSource, type Collection, contentKey } from './article.js'
import type { ArticleDraft, CollectionDraft } from './article-draft.js'
import type { LibraryDeps } from './library-deps.js'
import { createRulesKeeper } from './rules-keeper.js'

export interface KeptContent {
  saved: number
  unchanged: number
  removed: number
  /** Drafts that were refused because their id belongs to another source. */
  clashes: readonly { draft: ArticleDraft | CollectionDraft; owner: ArticleSource }[]
}

/** Few enough that the loop is never held up, many enough that a large import is quick. */
const BATCH = 50

/** Brings what authors wrote into storage: only what changed is written. */
export function createLibrary({ storage, clock, digest }: LibraryDeps) {
  return {
    ...createRulesKeeper({ storage, clock, digest }),

    /** Adds or replaces articles and collections by id and locale; `source` then owns them. */
    async keep(
      site: string,
      source: ArticleSource,
      drafts: { articles: readonly ArticleDraft[]; collections: readonly CollectionDraft[] },
    ): Promise<KeptContent> {
      const kept = { saved: 0, unchanged: 0, removed: 0, clashes: [] as Clash[] }
      for (const batch of batches(drafts.collections)) {
        const records = batch.map((draft) => collectionRecord(site, source, draft))
        await saveChanged('collections', records, batch, kept)
      }
      for (const batch of batches(drafts.articles)) {
        const records = batch.map((draft) => articleRecord(site, source, draft))
        await saveChanged('articles', records, batch, kept)
      }
      return kept
    },

    /** Adds the collections that are missing; those that exist stay as they are. */
    async ensureCollections(
      site: string,
      source: ArticleSource,
      drafts: readonly CollectionDraft[],
    ): Promise<void> {
      const records = drafts.map((draft) => collectionRecord(site, source, draft))
      await storage.transaction(async (tx) => {
        const known = await Promise.all(records.map((record) => tx.collections.find(record.id)))
        for (const record of records.filter((_, index) => !known[index])) {
          const { collectionId, locale } = record
          tx.collections.save(record)
          tx.events.add({ kind: 'collection.saved', site, collectionId, locale })
        }
      })
    },

    /** Removes what a source once delivered and no longer does. */
    async removeMissing(
      site: string,
      source: ArticleSource,
      drafts: { articles: readonly ArticleDraft[]; collections: readonly CollectionDraft[] },
    ): Promise<number> {
      const articles = new Set(drafts.articles.map((d) => contentKey(site, d.locale, d.articleId)))
      const collections = new Set(
        drafts.collections.map((d) => contentKey(site, d.locale, d.collectionId)),
      )
      return (
        (await removeWhere('articles', site, (r) => r.source === source && !articles.has(r.id))) +
        (await removeWhere(
          'collections',
          site,
          (r) => r.source === source && !collections.has(r.id),
        ))
      )
    },

    /** One page of everything that the site holds, for exports and the search index. */
    articles(site: string, after: string | undefined) {
      return storage.transaction((tx) => tx.articles.list('site', site, { limit: 200, after }))
    },

    collections(site: string, after: string | undefined) {
      return storage.transaction((tx) => tx.collections.list('site', site, { limit: 200, after }))
    },

    /** Whether another article of the locale stands at this address already. */
    async isSlugTaken(site: string, { locale, slug, articleId }: ArticleDraft): Promise<boolean> {
      const key = contentKey(site, locale, slug)
      const owner = await storage.transaction((tx) => tx.articles.findBy('slug', key))
      return owner !== undefined && owner.articleId !== articleId
    },

    find(site: string, locale: string, articleId: string): Promise<Article | undefined> {
      return storage.transaction((tx) => tx.articles.find(contentKey(site, locale, articleId)))
    },

    findCollection(site: string, locale: string, id: string): Promise<Collection | undefined> {
      return storage.transaction((tx) => tx.collections.find(contentKey(site, locale, id)))
    },
  }

  function articleRecord(site: string, source: ArticleSource, draft: ArticleDraft): Article {
    const { place: _, picturesFrom, updatedAt, ...content } = draft
    const at = clock.now().toISOString()
    return {
      ...content,
      id: contentKey(site, draft.locale, draft.articleId),
      site,
      source,
      createdAt: at,
      updatedAt: updatedAt ?? at,
      // The body is made from these, so it need not be hashed as well.
      hash: digest(JSON.stringify({ ...content, body: undefined, picturesFrom })),
    }
  }

  function collectionRecord(site: string, source: ArticleSource, draft: CollectionDraft) {
    const { place: _, ...content } = draft
    const record: Collection = {
      ...content,
      id: contentKey(site, draft.locale, draft.collectionId),
      site,
      source,
      createdAt: clock.now().toISOString(),
      hash: digest(JSON.stringify(content)),
    }
    return record
  }

  async function saveChanged<N extends 'articles' | 'collections'>(
    table: N,
    records: readonly (Article | Collection)[],
    drafts: readonly (ArticleDraft | CollectionDraft)[],
    kept: { saved: number; unchanged: number; clashes: Clash[] },
  ): Promise<void> {
    const result = await storage.transaction(async (tx) => {
      const known = await Promise.all(records.map((record) => tx[table].find(record.id)))
      const saved = []
      const clashes: Clash[] = []
      for (const [index, record] of records.entries()) {
        const before = known[index]
        const draft = drafts[index]
        if (before && before.source !== record.source && draft) {
          clashes.push({ draft, owner: before.source })
        } else if (isNews(before, record, draft)) {
          saved.push({ ...record, createdAt: before?.createdAt ?? record.createdAt })
        }
      }
      for (const record of saved) {
        if ('articleId' in record) {
          const { site, articleId, locale } = record
          tx.articles.save(record)
          tx.events.add({ kind: 'article.saved', site, articleId, locale })
        } else {
          const { site, collectionId, locale } = record as Collection
          tx.collections.save(record as Collection)
          tx.events.add({ kind: 'collection.saved', site, collectionId, locale })
        }
      }
      return { saved: saved.length, clashes }
    })
    kept.saved += result.saved
    kept.unchanged += records.length - result.saved - result.clashes.length
    kept.clashes.push(...result.clashes)
  }

  async function removeWhere(
    table: 'articles' | 'collections',
    site: string,
    isGone: (record: Article | Collection) => boolean,
  ): Promise<number> {
    let removed = 0
    let after: string | undefined
    do {
      const page = await storage.transaction(async (tx) => {
        const found = await tx[table].list('site', site, { limit: BATCH, after })
        const gone = found.items.filter(isGone)
        for (const record of gone) {
          tx[table].delete(record.id)
          const { locale } = record
          tx.events.add(
            'articleId' in record
              ? { kind: 'article.removed', site, articleId: record.articleId, locale }
              : { kind: 'collection.removed', site, collectionId: record.collectionId, locale },
          )
        }
        return { next: found.next, gone: gone.length }
      })
      removed += page.gone
      after = page.next ?? undefined
    } while (after !== undefined)
    return removed
  }
}

export type Library = ReturnType<typeof createLibrary>

/** Content, or a date that the author gave: where they gave none, ours stays as it is. */
function isNews(
  before: Article | Collection | undefined,
  record: Article | Collection,
  draft: ArticleDraft | CollectionDraft | undefined,
): boolean {
  if (before?.hash !== record.hash) return true
  const said = draft && 'updatedAt' in draft ? draft.updatedAt : null
  return said !== null && 'updatedAt' in before && said !== before.updatedAt
}

type Clash = KeptContent['clashes'][number]

function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}
