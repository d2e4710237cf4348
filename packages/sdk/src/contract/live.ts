import * as v from 'valibot'
import { SiteKey } from './fields.js'
import type { Operation } from './operation.js'
import { contentKinds } from './targeting.js'

/** Lists that fill when their features come: who reads them takes what it knows, and no offence. */
const announced = v.array(v.looseObject({}))

/** What waits for whoever calls, in one small answer. */
export const LiveSchema = v.object({
  /** Replies of the team that the caller has not read, in all their tickets; 0 without a token. */
  unread: v.number(),
  incidents: announced,
  announcements: announced,
  /** Checklists, tours and tips that may still show themselves to the caller. */
  due: v.array(v.object({ kind: v.picklist(contentKinds), id: v.string() })),
})
export type Live = v.InferOutput<typeof LiveSchema>

export const liveOperations = {
  getLive: {
    summary: 'What waits for the caller: how many replies are unread',
    tag: 'live',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    status: 200,
    reply: LiveSchema,
  },
} as const satisfies Record<string, Operation>
