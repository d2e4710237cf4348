import * as v from 'valibot'
import { voteReasons } from './articles.js'
import { Day, Locale, listOf, pageQuery, SiteKey } from './fields.js'
import type { Operation } from './operation.js'

const periodQuery = {
  site: v.optional(SiteKey),
  /** The first day, in UTC: nothing is counted more finely; thirty days with the last one unless said. */
  from: v.optional(Day),
  /** The last day; today unless said. */
  to: v.optional(Day),
  locale: v.optional(Locale),
}

const searchNumbers = {
  count: v.number(),
  /** Searches that found nothing. */
  misses: v.number(),
  /** The part of the searches after which a hit was opened, 0 to 1. */
  chosenShare: v.number(),
  /** Where the hits stood that were opened; `null` where none was. */
  meanPosition: v.nullable(v.number()),
  /** Searches after which the visitor asked the team. */
  tickets: v.number(),
}

export const SearchInsightSchema = v.object({
  /** What was typed, without what could name somebody. */
  query: v.string(),
  locale: v.string(),
  ...searchNumbers,
})
export type SearchInsight = v.InferOutput<typeof SearchInsightSchema>

export const SearchInsightsSchema = v.object({
  ...listOf(SearchInsightSchema).entries,
  /** Every search of the period, those whose words were not kept too. */
  totals: v.object(searchNumbers),
})
export type SearchInsights = v.InferOutput<typeof SearchInsightsSchema>

export const ArticleInsightSchema = v.object({
  articleId: v.string(),
  locale: v.string(),
  /** `null` for an article that is there no more. */
  title: v.nullable(v.string()),
  reads: v.number(),
  helpful: v.number(),
  notHelpful: v.number(),
  /** Of those whom it did not help, who said why. */
  reasons: v.object(v.entriesFromList(voteReasons, v.number())),
  /** How often the team was asked after it was the last thing read. */
  tickets: v.number(),
  /** How often it answered somebody who was about to ask. */
  deflected: v.number(),
})
export type ArticleInsight = v.InferOutput<typeof ArticleInsightSchema>

export const DeflectionDaySchema = v.object({
  day: v.string(),
  deflected: v.number(),
  tickets: v.number(),
})
export type DeflectionDay = v.InferOutput<typeof DeflectionDaySchema>

export const DeflectionInsightsSchema = v.object({
  /** Each day on which there was something to count, the last one first. */
  ...listOf(DeflectionDaySchema).entries,
  totals: v.object({
    /** Visitors who were about to ask and found the answer. */
    deflected: v.number(),
    /** Tickets that requesters opened. */
    tickets: v.number(),
    /** Of those, the ones opened after a search. */
    afterSearch: v.number(),
  }),
})
export type DeflectionInsights = v.InferOutput<typeof DeflectionInsightsSchema>

export const searchOrders = ['count', 'misses', 'tickets'] as const
export const articleOrders = ['reads', 'notHelpful', 'tickets'] as const

export const insightOperations = {
  listSearchInsights: {
    summary: 'What was searched for, how often it was missed, and what came of it',
    tag: 'insights',
    access: 'agent',
    query: v.object({
      ...periodQuery,
      sort: v.optional(v.picklist(searchOrders), 'count'),
      ...pageQuery,
    }),
    status: 200,
    reply: SearchInsightsSchema,
  },
  listArticleInsights: {
    summary: 'What was read, whether it helped, and what led to a ticket all the same',
    tag: 'insights',
    access: 'agent',
    query: v.object({
      ...periodQuery,
      sort: v.optional(v.picklist(articleOrders), 'reads'),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(ArticleInsightSchema),
  },
  listDeflectionInsights: {
    summary: 'How many found the answer who were about to ask, beside how many asked',
    tag: 'insights',
    access: 'agent',
    query: v.object({ ...periodQuery, ...pageQuery }),
    status: 200,
    reply: DeflectionInsightsSchema,
  },
} as const satisfies Record<string, Operation>
