import * as v from 'valibot'
import { ContentId, Email, SiteKey, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { verifications } from './tickets.js'

export const NewSessionSchema = v.object({
  /** The host's signed proof of who the visitor is; without it the session is anonymous. */
  identityToken: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(8_192))),
  /** The six digits that were mailed to `email`: the session of whoever reads that address. */
  code: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
  email: v.optional(Email),
  /** `wpl_…`, of the link in the mail with the code: does the same. */
  link: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
  /**
   * Of the session without a name that this browser had before: what was learnt in it becomes that of
   * whoever is named now. One that opens nothing any more is passed over.
   */
  visitorToken: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
})
export type NewSession = v.InferInput<typeof NewSessionSchema>

/** What a customer may do with the tickets of their company's other customers. */
export const groupAccesses = ['none', 'read', 'write'] as const
export type GroupAccess = (typeof groupAccesses)[number]

/** What else a host knows of its customer, as their plan: for the team to read. */
export const AttributesSchema = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.boolean(), v.null()]),
)
export type Attributes = v.InferOutput<typeof AttributesSchema>

export const CustomerSchema = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  /** How sure we are of who they are. */
  verification: v.optional(v.picklist(verifications)),
  /** The company that the host says they belong to. */
  group: v.optional(v.nullable(v.string())),
  groupAccess: v.optional(v.picklist(groupAccesses)),
})
export type Customer = v.InferOutput<typeof CustomerSchema>

export const SessionSchema = v.object({
  /** `wps_…`: goes into `Authorization: Bearer`; shown this once. */
  token: v.string(),
  expiresAt: Timestamp,
  /** Who the visitor is, where the host has said so. */
  customer: v.nullable(CustomerSchema),
})
export type Session = v.InferOutput<typeof SessionSchema>

export const NewRevocationSchema = v.object({
  /** The person as the host knows them: the claim `sub` of their identity tokens. */
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The claim `iss`; that of the site's configuration unless said. */
  issuer: v.optional(ContentId),
})
export type NewRevocation = v.InferInput<typeof NewRevocationSchema>

export const RevocationSchema = v.object({
  subject: v.string(),
  issuer: v.string(),
  /** Sessions and identity tokens up to this moment open nothing any more. */
  before: Timestamp,
  /** How many sessions were ended. */
  ended: v.number(),
})
export type Revocation = v.InferOutput<typeof RevocationSchema>

export const sessionOperations = {
  createSession: {
    summary:
      'Start a session: by identity token, by a mailed code or link, or of nobody in particular',
    tag: 'sessions',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: NewSessionSchema,
    status: 201,
    reply: SessionSchema,
    problems: ['identity_token_invalid', 'invalid_input'],
  },
  endSession: {
    summary: 'End the current session',
    tag: 'sessions',
    access: 'requester',
    status: 204,
  },
  createRevocation: {
    summary: 'End every session of a person; for leads and admins',
    tag: 'agent',
    access: 'agent',
    body: NewRevocationSchema,
    status: 201,
    reply: RevocationSchema,
    problems: ['forbidden'],
  },
} as const satisfies Record<string, Operation>
