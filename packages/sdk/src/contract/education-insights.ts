import * as v from 'valibot'
import { Day, Locale, listOf, pageQuery, SiteKey, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { ProgressSchema } from './progress.js'
import { AnswerSchema } from './quiz.js'
import { contentKinds } from './targeting.js'

/** What learners are to the site. */
export const learnerKinds = ['visitor', 'customer', 'agent'] as const
export type LearnerKind = (typeof learnerKinds)[number]

export const LearnerGroupSchema = v.object({
  locale: v.string(),
  learners: v.picklist(learnerKinds),
  started: v.number(),
  completed: v.number(),
})
export type LearnerGroup = v.InferOutput<typeof LearnerGroupSchema>

export const StepInsightSchema = v.object({
  /** A step of a tour, a task of a checklist, a lesson of a course. */
  id: v.string(),
  title: v.string(),
  /** Who has begun it. */
  reached: v.number(),
  completed: v.number(),
  skipped: v.number(),
  /** Who has not done the whole, and came no further than this. */
  stopped: v.number(),
})
export type StepInsight = v.InferOutput<typeof StepInsightSchema>

export const QuestionInsightSchema = v.object({
  lessonId: v.string(),
  id: v.string(),
  text: v.string(),
  /** First tries alone: what somebody has seen the answer to says nothing. */
  answered: v.number(),
  right: v.number(),
})
export type QuestionInsight = v.InferOutput<typeof QuestionInsightSchema>

export const ContentInsightSchema = v.object({
  contentId: v.string(),
  kind: v.picklist(contentKinds),
  title: v.string(),
  /** The one that counts: what was done of older ones is not in here. */
  version: v.number(),
  started: v.number(),
  /** Of those who have begun it. */
  completed: v.number(),
  skipped: v.number(),
  dismissed: v.number(),
  groups: v.array(LearnerGroupSchema),
  /** In the order of the content. */
  steps: v.array(StepInsightSchema),
  /** Of all quizzes of a course. */
  questions: v.array(QuestionInsightSchema),
})
export type ContentInsight = v.InferOutput<typeof ContentInsightSchema>

export const ProgressExportSchema = v.object({
  learner: v.object({
    /** Of the customer or agent; of a visitor, of the session of their browser. */
    id: v.string(),
    kind: v.picklist(learnerKinds),
    /** The host's own name for them. */
    subject: v.nullable(v.string()),
    /** What they belonged to when they last did something. */
    audiences: v.array(v.string()),
  }),
  locale: v.string(),
  progress: ProgressSchema,
  /** Every go at a quiz of the course, the first one first. */
  attempts: v.array(
    v.object({
      id: v.string(),
      lessonId: v.string(),
      startedAt: Timestamp,
      answers: v.array(
        v.object({ questionId: v.string(), given: AnswerSchema, isRight: v.boolean() }),
      ),
    }),
  ),
})
export type ProgressExport = v.InferOutput<typeof ProgressExportSchema>

const AudienceName = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?:public|customers|team|segment:.+)$/u),
)

export const educationInsightOperations = {
  listEducationProgress: {
    summary:
      'What is begun and done of each content, where people stop, and which questions are hard',
    tag: 'insights',
    access: 'agent',
    query: v.object({
      site: v.optional(SiteKey),
      /** Days on which it was begun, in UTC; any unless said. */
      from: v.optional(Day),
      to: v.optional(Day),
      /** In which it was read last. */
      locale: v.optional(Locale),
      /** Learners who belong to this one. */
      audience: v.optional(AudienceName),
      kind: v.optional(v.picklist(contentKinds)),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(ContentInsightSchema),
  },
  exportProgress: {
    summary: 'How far everybody is with everything, oldest first; for leads and admins',
    tag: 'insights',
    access: 'agent',
    query: v.object({ site: v.optional(SiteKey), ...pageQuery }),
    status: 200,
    reply: listOf(ProgressExportSchema),
    problems: ['forbidden'],
  },
} as const satisfies Record<string, Operation>
