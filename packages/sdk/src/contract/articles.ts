import * as v from 'valibot'
import { ContentId, line, listOf, objectId, pageQuery, prose, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { RichTextSchema } from './rich-text.js'
import { LearningHitSchema } from './search.js'
import { siteQuery } from './settings.js'

/** Who may read an article: everybody, signed-in customers, a segment of them, or the team. */
export type Audience = 'public' | 'customers' | 'team' | `segment:${string}`

export const articleStatuses = ['draft', 'published', 'archived'] as const
export type ArticleStatus = (typeof articleStatuses)[number]

export const ArticleSummarySchema = v.object({
  id: v.string(),
  locale: v.string(),
  title: v.string(),
  summary: v.nullable(v.string()),
  slug: v.string(),
  url: v.string(),
  collection: v.nullable(v.string()),
  updatedAt: Timestamp,
})
export type ArticleSummary = v.InferOutput<typeof ArticleSummarySchema>

export const ArticleSchema = v.object({
  ...ArticleSummarySchema.entries,
  body: RichTextSchema,
  /** A tour that shows on the host's page what it says; absent where the reader sees none. */
  tour: v.optional(
    v.object({ id: v.string(), title: v.string(), minutes: v.nullable(v.number()) }),
  ),
  /** Courses and lessons that go with it, two at most; absent where the reader sees none. */
  learning: v.optional(v.array(LearningHitSchema)),
  /** The same article in other locales. */
  translations: v.array(
    v.object({ locale: v.string(), title: v.string(), slug: v.string(), url: v.string() }),
  ),
})
export type Article = v.InferOutput<typeof ArticleSchema>

export const voteReasons = ['unclear', 'incomplete', 'outdated', 'wrong', 'other'] as const
export type VoteReason = (typeof voteReasons)[number]

const NewVoteSchema = v.object({
  helpful: v.boolean(),
  reason: v.optional(v.picklist(voteReasons)),
  comment: v.optional(prose(2_000)),
  /** The id of an earlier answer, to change that vote instead of adding one. */
  voteId: v.optional(objectId('vot')),
})
export type NewVote = v.InferInput<typeof NewVoteSchema>
export type NewVoteInput = v.InferOutput<typeof NewVoteSchema>

export const VoteSchema = v.object({
  id: v.string(),
  articleId: v.string(),
  locale: v.string(),
  helpful: v.boolean(),
  reason: v.nullable(v.picklist(voteReasons)),
  comment: v.nullable(v.string()),
})
export type Vote = v.InferOutput<typeof VoteSchema>

export const articleOperations = {
  listArticles: {
    summary: 'The articles of one locale: all, of a collection, or the one with a slug',
    tag: 'articles',
    access: 'anyone',
    query: v.object({
      ...siteQuery,
      collection: v.optional(ContentId),
      slug: v.optional(line(200)),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(ArticleSummarySchema),
  },
  getArticle: {
    summary: 'One article, in the nearest locale that has it',
    tag: 'articles',
    access: 'anyone',
    params: v.object({ id: ContentId }),
    query: v.object(siteQuery),
    status: 200,
    reply: ArticleSchema,
    problems: ['not_found'],
  },
  voteOnArticle: {
    summary: 'Say whether an article helped',
    tag: 'articles',
    access: 'anyone',
    params: v.object({ id: ContentId }),
    query: v.object(siteQuery),
    body: NewVoteSchema,
    status: 200,
    reply: VoteSchema,
    problems: ['not_found'],
  },
} as const satisfies Record<string, Operation>
