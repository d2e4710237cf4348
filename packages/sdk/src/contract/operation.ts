import type * as v from 'valibot'
import type { ErrorCode } from './errors.js'

/**
 * Who may call: anybody, whoever has a token of any kind, a requester (session or ticket token), or
 * the support team.
 */
export type Access = 'anyone' | 'token' | 'requester' | 'agent'

/** What one route takes and answers. The server, the OpenAPI document and the tests are made from it. */
export interface Operation {
  summary: string
  tag: string
  access: Access
  params?: v.GenericSchema
  query?: v.GenericSchema
  body?: v.GenericSchema
  /** Of the body, where it may be larger than any other. */
  mostBytes?: number
  /** The body is a form with one file, `file`, as `multipart/form-data`. */
  takesFile?: true
  status: 200 | 201 | 204
  reply?: v.GenericSchema
  /** Takes what was read of it, by this field, as `If-Match`; without `required` where it exists. */
  ifMatch?: { names: 'version' | 'revision'; required: boolean }
  /** It answers a stream of server-sent events, the data of each of which is this. */
  streams?: v.GenericSchema
  /** Problems particular to this route; those that any route can answer are added for it. */
  problems?: readonly ErrorCode[]
}
