import * as v from 'valibot'
import { objectId } from './fields.js'
import { RichTextSchema } from './rich-text.js'

const Option = v.object({ id: v.string(), text: v.string() })

/** Without what is right, which only an answer brings. */
export const QuestionSchema = v.variant('kind', [
  v.object({ id: v.string(), kind: v.literal('one'), text: v.string(), options: v.array(Option) }),
  v.object({
    id: v.string(),
    kind: v.literal('several'),
    text: v.string(),
    options: v.array(Option),
  }),
  /** Put into an order; they come in one that is not it. */
  v.object({
    id: v.string(),
    kind: v.literal('ordering'),
    text: v.string(),
    options: v.array(Option),
  }),
  v.object({ id: v.string(), kind: v.literal('text'), text: v.string() }),
  v.object({
    id: v.string(),
    kind: v.literal('number'),
    text: v.string(),
    unit: v.nullable(v.string()),
  }),
])
export type Question = v.InferOutput<typeof QuestionSchema>
export type QuestionKind = Question['kind']

export const QuizSchema = v.object({
  /** Share of right answers that passes, 0 to 1. */
  passMark: v.number(),
  questions: v.array(QuestionSchema),
})
export type Quiz = v.InferOutput<typeof QuizSchema>

/** An answer to a question: the id of an option, ids, words or a number. */
export const AnswerSchema = v.union([
  v.pipe(v.string(), v.maxLength(500)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(50)),
  v.number(),
])
export type QuizAnswer = v.InferOutput<typeof AnswerSchema>

export const AttemptBodySchema = v.object({
  /** Of an earlier answer, to go on with that attempt; without it a new one begins. */
  attemptId: v.optional(objectId('att')),
  /** By question; the first answer to each counts. Some of them now, others later. */
  answers: v.pipe(v.record(v.pipe(v.string(), v.maxLength(100)), AnswerSchema), v.maxEntries(100)),
})
export type NewAttempt = v.InferInput<typeof AttemptBodySchema>

export const AnswerResultSchema = v.object({
  questionId: v.string(),
  isRight: v.boolean(),
  /** What was answered. */
  given: AnswerSchema,
  /** What is right: ids in the order of the question, or what could have been written. */
  right: AnswerSchema,
  /** Why, in the author's words. */
  feedback: v.nullable(RichTextSchema),
  /** The heading of the lesson under which that is said. */
  anchor: v.nullable(v.string()),
})
export type AnswerResult = v.InferOutput<typeof AnswerResultSchema>

export const AttemptSchema = v.object({
  id: v.string(),
  lessonId: v.string(),
  /** Of all questions that this attempt has answered. */
  results: v.array(AnswerResultSchema),
  right: v.number(),
  of: v.number(),
  /** `null` until every question is answered. */
  passed: v.nullable(v.boolean()),
})
export type Attempt = v.InferOutput<typeof AttemptSchema>
