import { type NewVoteInput, WaypostError } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import { filteredPage } from '../../foundation/filtered-page.js'
import type { NewId } from '../../foundation/ids.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { can } from '../policy.js'
import { madeBefore, type RequestOrigin } from '../request-origin.js'
import type { Storage, Transaction } from '../storage.js'
import { type Article, type Collection, contentKey } from './article.js'
import { nearestLocale } from './nearest-locale.js'
import type { Vote } from './vote.js'

export interface ArticlesDeps {
  storage: Storage
  clock: Clock
  newId: NewId
  /** The locale that answers when the wanted one has nothing. */
  fallbackLocale(site: string): string
}

export interface ArticleFilter {
  collectionId?: string | undefined
  slug?: string | undefined
}

export interface FoundTranslations {
  article: Article
  translations: readonly Article[]
}

/** What readers can do with articles. Nobody sees an article that is not for them. */
export function createArticles({ storage, clock, newId, fallbackLocale }: ArticlesDeps) {
  return {
    /** The collections of a locale in their order, each with the number of readable articles. */
    collections(
      actor: Actor,
      locale: string,
      request: PageRequest,
    ): Promise<Page<{ collection: Collection; articleCount: number }>> {
      return storage.transaction(async (tx) => {
        const key = contentKey(actor.site, locale, '')
        const { items, next } = await tx.collections.list('locale', key, request)
        const counted = items.map(async (collection) => {
          const shelf = contentKey(actor.site, locale, collection.collectionId)
          const articles = await allOf((after) =>
            tx.articles.list('collection', shelf, { limit: 500, after }),
          )
          return { collection, articleCount: articles.filter(isReadable(actor)).length }
        })
        return { items: await Promise.all(counted), next }
      })
    },

    /** The articles of a locale: all, those of a collection, or the one with a slug. */
    list(
      actor: Actor,
      locale: string,
      filter: ArticleFilter,
      request: PageRequest,
    ): Promise<Page<Article>> {
      const { collectionId, slug } = filter
      const matches = (article: Article) =>
        (collectionId === undefined || article.collectionId === collectionId) &&
        isReadable(actor)(article)
      return storage.transaction((tx) =>
        filteredPage(
          request,
          (page) => {
            if (slug !== undefined) {
              return tx.articles.list('slug', contentKey(actor.site, locale, slug), page)
            }
            return collectionId === undefined
              ? tx.articles.list('locale', contentKey(actor.site, locale, ''), page)
              : tx.articles.list('collection', contentKey(actor.site, locale, collectionId), page)
          },
          matches,
        ),
      )
    },

    /** One article in the nearest locale that has it, with its translations. */
    get(actor: Actor, articleId: string, locale: string | undefined): Promise<FoundTranslations> {
      return storage.transaction((tx) => find(tx, actor, articleId, locale))
    },

    /** Counts whether an article helped; with `voteId` an earlier vote is changed. */
    async vote(
      actor: Actor,
      articleId: string,
      locale: string | undefined,
      input: NewVoteInput,
      origin: RequestOrigin | null,
    ): Promise<Vote> {
      const id = newId('vot')
      const createdAt = clock.now().toISOString()
      return storage.transaction(async (tx) => {
        const { article } = await find(tx, actor, articleId, locale)
        const repeated = await madeBefore(tx.votes, origin)
        if (repeated) return repeated
        const earlier = input.voteId ? await tx.votes.find(input.voteId) : undefined
        if (input.voteId && (earlier?.site !== actor.site || earlier.articleId !== articleId)) {
          throw new WaypostError('invalid_input', {
            errors: [{ path: 'voteId', code: 'not_an_option' }],
          })
        }
        const vote: Vote = {
          ...(earlier ?? { id, createdAt, site: actor.site, articleId, locale: article.locale }),
          helpful: input.helpful,
          reason: input.reason ?? null,
          comment: input.comment ?? null,
          origin,
        }
        tx.votes.save(vote)
        tx.events.add({
          kind: 'article.voted',
          site: actor.site,
          articleId,
          locale: vote.locale,
          helpful: vote.helpful,
        })
        return vote
      })
    },
  }

  async function find(
    tx: Transaction,
    actor: Actor,
    articleId: string,
    wanted: string | undefined,
  ): Promise<FoundTranslations> {
    const { items } = await tx.articles.list('translations', `${actor.site}|${articleId}`, {
      limit: 200,
    })
    const readable = items.filter(isReadable(actor))
    const locales = readable.map((article) => article.locale)
    const locale = nearestLocale(wanted, locales, fallbackLocale(actor.site))
    const article = readable.find((candidate) => candidate.locale === locale)
    if (!article) throw new WaypostError('not_found')
    return { article, translations: readable.filter((other) => other !== article) }
  }
}

export type Articles = ReturnType<typeof createArticles>

const isReadable = (actor: Actor) => (article: Article) => can(actor, { action: 'read', article })
