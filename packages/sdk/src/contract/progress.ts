import * as v from 'valibot'
import { ContentId, listOf, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { siteQuery } from './settings.js'
import { contentKinds } from './targeting.js'

/** Of a step of a tour, a task of a checklist, a lesson of a course. */
export const stepStates = ['started', 'completed', 'skipped'] as const
export type StepState = (typeof stepStates)[number]

/** An id that an author gave to a step, a task or a lesson inside its content. */
export const StepId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const StepProgressSchema = v.object({
  id: v.string(),
  state: v.picklist(stepStates),
  /** When it came to this. */
  at: Timestamp,
})
export type StepProgress = v.InferOutput<typeof StepProgressSchema>

/** How far one person is with one content. */
export const ProgressSchema = v.object({
  contentId: v.string(),
  kind: v.picklist(contentKinds),
  /** That of the content when this was begun; an older one counts no more. */
  version: v.number(),
  state: v.picklist(['started', 'completed', 'skipped', 'dismissed']),
  /** Those that anything is known of, in the order in which they were begun. */
  steps: v.array(StepProgressSchema),
  startedAt: Timestamp,
  /** When all of it was first done. */
  completedAt: v.nullable(Timestamp),
  /** When it was last shown by itself, and how often. */
  shownAt: v.nullable(Timestamp),
  shown: v.number(),
  /** The best of each of its quizzes, added up, where it is a course. */
  score: v.nullable(v.object({ right: v.number(), of: v.number() })),
  updatedAt: Timestamp,
})
export type Progress = v.InferOutput<typeof ProgressSchema>

const changed = {
  kind: v.picklist(contentKinds),
  /** The one that the person has before them; the current one unless said. */
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
}

const StepChangeSchema = v.object({ ...changed, state: v.picklist(stepStates) })
export type StepChange = v.InferInput<typeof StepChangeSchema>

const ContentChangeSchema = v.object({
  ...changed,
  /** `restarted` forgets its steps; `shown` counts for how often it may show itself. */
  state: v.picklist(['started', 'completed', 'skipped', 'dismissed', 'restarted', 'shown']),
})
export type ContentChange = v.InferInput<typeof ContentChangeSchema>

/** The language in which it is read is counted by. */
const query = v.object(siteQuery)

export const progressOperations = {
  listProgress: {
    summary: 'How far the caller is with everything',
    tag: 'education',
    access: 'token',
    query,
    status: 200,
    reply: listOf(ProgressSchema),
    problems: ['forbidden'],
  },
  setProgress: {
    summary: 'Say what became of a content: begun, done, skipped, put away, begun anew',
    tag: 'education',
    access: 'token',
    params: v.object({ contentId: ContentId }),
    query,
    body: ContentChangeSchema,
    status: 200,
    reply: ProgressSchema,
    problems: ['forbidden', 'not_found', 'idempotency_key_reused'],
  },
  setStepProgress: {
    summary: 'Say what became of a step, a task or a lesson; saying it again changes nothing',
    tag: 'education',
    access: 'token',
    params: v.object({ contentId: ContentId, stepId: StepId }),
    query,
    body: StepChangeSchema,
    status: 200,
    reply: ProgressSchema,
    problems: ['forbidden', 'not_found', 'idempotency_key_reused'],
  },
} as const satisfies Record<string, Operation>
