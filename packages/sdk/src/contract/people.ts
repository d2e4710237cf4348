import * as v from 'valibot'
import { Email, listOf, objectId, pageQuery, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { AttributesSchema } from './sessions.js'
import { verifications } from './tickets.js'

/** A customer as the team sees them: a person who asked, or whom a host has named. */
export const PersonSchema = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  verification: v.picklist(verifications),
  /** The host's own name for them; `null` for who asked without one. */
  subject: v.nullable(v.string()),
  /** The company that the host says they belong to. */
  group: v.nullable(v.string()),
  attributes: AttributesSchema,
  ticketCount: v.number(),
  createdAt: Timestamp,
})
export type Person = v.InferOutput<typeof PersonSchema>

const Told = v.record(v.string(), v.array(v.record(v.string(), v.unknown())))

export const PersonExportSchema = v.object({
  exportedAt: Timestamp,
  site: v.string(),
  customerId: v.string(),
  /** What is kept of them beside their tickets, by kind: `customers`, `sessions`, … */
  about: Told,
  /** For each ticket what stands with it: `tickets`, `messages`, `notes`, … */
  tickets: v.array(Told),
})
export type PersonExport = v.InferOutput<typeof PersonExportSchema>

const personParams = v.object({ id: objectId('cus') })

export const peopleOperations = {
  listCustomers: {
    summary: 'Customers of the site, newest first; with `email` those who gave that address',
    tag: 'privacy',
    access: 'agent',
    query: v.object({ email: v.optional(Email), ...pageQuery }),
    status: 200,
    reply: listOf(PersonSchema),
    problems: ['forbidden'],
  },
  exportCustomer: {
    summary: 'Everything that is kept of a person; for leads and admins',
    tag: 'privacy',
    access: 'agent',
    params: personParams,
    status: 200,
    reply: PersonExportSchema,
    problems: ['forbidden', 'not_found'],
  },
  eraseCustomer: {
    summary: 'Delete everything that is kept of a person; for admins',
    tag: 'privacy',
    access: 'agent',
    params: personParams,
    status: 200,
    reply: v.object({
      /** How many records of each kind are gone: `tickets`, `messages`, … */
      erased: v.record(v.string(), v.number()),
    }),
    problems: ['forbidden', 'not_found'],
  },
} as const satisfies Record<string, Operation>
