import * as v from 'valibot'
import { fieldCodes } from './errors.js'

/** An error as it travels: RFC 9457, `application/problem+json`. */
export const ProblemSchema = v.object({
  /** `urn:waypost:problem:<code>`. */
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.string(),
  detail: v.optional(v.string()),
  errors: v.optional(
    v.array(
      v.object({
        path: v.string(),
        code: v.picklist(fieldCodes),
        message: v.optional(v.string()),
      }),
    ),
  ),
})
export type Problem = v.InferOutput<typeof ProblemSchema>
