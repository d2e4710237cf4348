import * as v from 'valibot'
import type { Operation } from './operation.js'

export const HealthSchema = v.object({ status: v.picklist(['ok', 'starting', 'stopping']) })
export type Health = v.InferOutput<typeof HealthSchema>

export const healthOperations = {
  getHealth: {
    summary: 'Is the process alive?',
    tag: 'health',
    access: 'anyone',
    status: 200,
    reply: HealthSchema,
  },
  getReadiness: {
    summary: 'Is the server ready to answer?',
    tag: 'health',
    access: 'anyone',
    status: 200,
    reply: HealthSchema,
    problems: ['unavailable'],
  },
  getOpenApi: {
    summary: 'This API as an OpenAPI 3.1 document',
    tag: 'health',
    access: 'anyone',
    status: 200,
    reply: v.looseObject({ openapi: v.string() }),
  },
} as const satisfies Record<string, Operation>
