import * as v from 'valibot'
import { listOf, pageQuery } from './fields.js'
import type { Operation } from './operation.js'
import { siteQuery } from './settings.js'

export const CollectionSchema = v.object({
  id: v.string(),
  locale: v.string(),
  title: v.string(),
  summary: v.nullable(v.string()),
  /** Articles that the caller may read. */
  articleCount: v.number(),
})
export type Collection = v.InferOutput<typeof CollectionSchema>

export const collectionOperations = {
  listCollections: {
    summary: 'The collections of one locale, in their order',
    tag: 'articles',
    access: 'anyone',
    query: v.object({ ...siteQuery, ...pageQuery }),
    status: 200,
    reply: listOf(CollectionSchema),
  },
} as const satisfies Record<string, Operation>
