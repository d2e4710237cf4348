import * as v from 'valibot'
import { listOf, pageQuery, Timestamp } from './fields.js'
import type { Operation } from './operation.js'

/** What the audit log knows of: the deed, in the past tense. */
export const auditDeeds = [
  'access.refused',
  'agent.added',
  'agent.changed',
  'attachment.removed',
  'content.removed',
  'content.saved',
  'customer.erased',
  'customer.exported',
  'customer.revoked',
  'keys.rotated',
  'note.added',
  'progress.exported',
  'retention.swept',
  'ticket.quarantined',
  'ticket.released',
  'ticket.replied',
  'ticket.updated',
  'tickets.exported',
] as const
export type AuditDeed = (typeof auditDeeds)[number]

export const AuditEntrySchema = v.object({
  number: v.number(),
  at: Timestamp,
  site: v.string(),
  /** An agent's id, `operator` or `server`. */
  by: v.string(),
  deed: v.picklist(auditDeeds),
  object: v.nullable(v.string()),
  hash: v.string(),
})
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>

export const auditOperations = {
  listAudit: {
    summary: 'What the team and the server have done, newest first; for admins',
    tag: 'privacy',
    access: 'agent',
    query: v.object(pageQuery),
    status: 200,
    reply: listOf(AuditEntrySchema),
    problems: ['forbidden'],
  },
} as const satisfies Record<string, Operation>
