import * as v from 'valibot'
import { PartId } from './parts.js'
import { Text } from './words.js'

const question = { id: PartId, text: Text, feedback: v.optional(Text), anchor: v.optional(Text) }

/** `- Wait ten days`, or with what else there is to say of it. */
const Option = v.union([
  Text,
  v.strictObject({ id: v.optional(PartId), text: Text, right: v.optional(v.boolean()) }),
])
const options = v.pipe(v.array(Option), v.minLength(2), v.maxLength(20))
type Option = v.InferOutput<typeof Option>

const rightOf = (all: readonly Option[]) =>
  all.filter((one) => typeof one === 'object' && one.right === true).length

export const AuthoredQuestion = v.variant('kind', [
  v.strictObject({
    ...question,
    kind: v.literal('one'),
    options: v.pipe(
      options,
      v.check((all) => rightOf(all) === 1, 'options of which one says right: true'),
    ),
  }),
  v.strictObject({
    ...question,
    kind: v.literal('several'),
    options: v.pipe(
      options,
      v.check((all) => rightOf(all) > 0, 'options of which some say right: true'),
    ),
  }),
  v.strictObject({ ...question, kind: v.literal('ordering'), options }),
  v.strictObject({
    ...question,
    kind: v.literal('text'),
    accept: v.pipe(v.array(Text), v.minLength(1), v.maxLength(50)),
  }),
  v.strictObject({
    ...question,
    kind: v.literal('number'),
    answer: v.number(),
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
    unit: v.optional(Text),
  }),
])
export type AuthoredQuestion = v.InferOutput<typeof AuthoredQuestion>

export const AuthoredQuiz = v.strictObject({
  passMark: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.7),
  questions: v.pipe(v.array(AuthoredQuestion), v.minLength(1), v.maxLength(100)),
})
export type AuthoredQuiz = v.InferOutput<typeof AuthoredQuiz>
