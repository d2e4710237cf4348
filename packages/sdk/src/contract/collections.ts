import * as v from 'valibot'
import { listOf, pageQuery } from './fields.js'
import type { Operation } from './operation.js'
import { siteQuery } from './settings.js'

/** What a collection may have beside its name; without one it is shown as a folder. */
export const collectionIcons = [
  'alert',
  'bank',
  'bell',
  'book',
  'calendar',
  'card',
  'clock',
  'flag',
  'folder',
  'globe',
  'invoice',
  'link',
  'lock',
  'mail',
  'percent',
  'person',
  'phone',
  'star',
  'tip',
] as const
export type CollectionIcon = (typeof collectionIcons)[number]

export const CollectionSchema = v.object({
  id: v.string(),
  locale: v.string(),
  title: v.string(),
  summary: v.nullable(v.string()),
  /** What its author chose; `null` for none. */
  icon: v.nullable(v.picklist(collectionIcons)),
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
