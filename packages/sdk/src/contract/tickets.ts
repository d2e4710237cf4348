import * as v from 'valibot'
import { AttachmentIds } from './attachments.js'
import {
  ContentId,
  Email,
  line,
  listOf,
  objectId,
  pageQuery,
  prose,
  SiteKey,
  Timestamp,
} from './fields.js'
import type { Operation } from './operation.js'
import { OrderCardSchema } from './orders.js'
import { richTextLimits } from './rich-text.js'

export const ticketKinds = [
  'question',
  'problem',
  'complaint',
  'feedback',
  'order',
  'callback',
] as const
export type TicketKind = (typeof ticketKinds)[number]

/** The status as the team sees it. */
export const ticketStatuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** The status as the requester sees it: `on-hold` reads `open`. */
export const requesterStatuses = ['new', 'open', 'pending', 'solved', 'closed'] as const

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
export type TicketPriority = (typeof ticketPriorities)[number]

export const ticketChannels = ['widget', 'portal', 'email', 'api'] as const
export type TicketChannel = (typeof ticketChannels)[number]

/** Whose tickets a list holds: the caller's own, or those of their company. */
export const ticketScopes = ['own', 'group'] as const
export type TicketScope = (typeof ticketScopes)[number]

/** How sure we are of who the requester is. */
export const verifications = ['none', 'email', 'signed'] as const
export type Verification = (typeof verifications)[number]

const fieldName = v.pipe(v.string(), v.regex(/^(?!__proto__$)[a-zA-Z_][\w.-]{0,63}$/))
/** What stands in one field. */
export const TicketFieldSchema = v.union([
  prose(2_000),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.pipe(v.array(line(200)), v.maxLength(50)),
])

/** At most 40 custom fields of the host's form. */
export const TicketFieldsSchema = v.pipe(
  v.record(fieldName, TicketFieldSchema),
  v.check((fields) => Object.keys(fields).length <= 40, 'too_long'),
)
export type TicketFields = v.InferOutput<typeof TicketFieldsSchema>

/** Where the requester was when they asked, and what came before, as far as they sent it along. */
export const TicketContextSchema = v.object({
  /** The page, without what may name somebody: its query and what stands after `#`. */
  url: v.optional(v.pipe(v.string(), v.maxLength(2_048), v.transform(withoutQuery))),
  title: v.optional(line(300)),
  locale: v.optional(v.pipe(v.string(), v.maxLength(35))),
  userAgent: v.optional(v.pipe(v.string(), v.maxLength(500))),
  /** Of the host's app, as it calls it itself. */
  appVersion: v.optional(line(100)),
  /** What they searched for before they asked, the last first. */
  searches: v.optional(v.pipe(v.array(line(200)), v.maxLength(5))),
  /** Ids of what they read before they asked, the last first. */
  articles: v.optional(v.pipe(v.array(ContentId), v.maxLength(10))),
  /** What went wrong on the page, the last first, where the host tells. */
  errors: v.optional(v.pipe(v.array(line(500)), v.maxLength(5))),
  /** The last search before they asked. It is counted, and does not stay on the ticket. */
  searchId: v.optional(objectId('sea')),
})
export type TicketContext = v.InferOutput<typeof TicketContextSchema>

/** An address as far as it names a page: nothing that a page may carry about somebody. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^([a-z][\w+.-]*:\/\/)[^/]*@/i, '$1')
}

export const NewTicketSchema = v.object({
  subject: line(200),
  /** Plain text; addresses in it become links. */
  message: prose(richTextLimits.message),
  kind: v.optional(v.picklist(ticketKinds), 'question'),
  /** Required where no session says whom to answer. */
  email: v.optional(Email),
  name: v.optional(line(200)),
  fields: v.optional(TicketFieldsSchema),
  /** Uploads of the caller that become parts of the first message. */
  attachmentIds: v.optional(AttachmentIds),
  context: v.optional(TicketContextSchema),
  /** What it is about. With the id the host's server is asked, where the site names one. */
  order: v.optional(OrderCardSchema),
  /** That the person agrees to what the site asks them to, `form.consent` of its settings. */
  consent: v.optional(v.boolean()),
})
/** What a caller sends; `NewTicketInput` is what the server makes of it. */
export type NewTicket = v.InferInput<typeof NewTicketSchema>
export type NewTicketInput = v.InferOutput<typeof NewTicketSchema>

export const TicketSchema = v.object({
  id: v.string(),
  /** What people call the ticket, as `WP-1042`; it opens nothing by itself. */
  reference: v.string(),
  subject: v.string(),
  kind: v.picklist(ticketKinds),
  status: v.picklist(requesterStatuses),
  requester: v.object({
    name: v.nullable(v.string()),
    email: v.nullable(v.string()),
    verification: v.picklist(verifications),
  }),
  /** False for what a colleague of the same company has asked. */
  isOwn: v.optional(v.boolean()),
  /** False where the caller may only read it. */
  canReply: v.optional(v.boolean()),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  solvedAt: v.nullable(Timestamp),
  /** Replies of the team that the requester has not read. */
  unread: v.number(),
})
export type Ticket = v.InferOutput<typeof TicketSchema>

export const CreatedTicketSchema = v.object({
  ticket: TicketSchema,
  /** `wpt_…`: opens this one ticket. Keep it like a password. */
  accessToken: v.string(),
})
export type CreatedTicket = v.InferOutput<typeof CreatedTicketSchema>

export const TicketClaimSchema = v.object({
  /** Ticket tokens, `wpt_…`. */
  accessTokens: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(512))),
    v.minLength(1),
    v.maxLength(100),
  ),
})
export type TicketClaim = v.InferInput<typeof TicketClaimSchema>

export const ReadMarkSchema = v.object({
  /** The last message that was seen; without it, all that there is now has been read. */
  messageId: v.optional(objectId('msg')),
})
export type ReadMark = v.InferInput<typeof ReadMarkSchema>

export const ticketParams = v.object({ id: objectId('tic') })

export const ticketOperations = {
  createTicket: {
    summary: 'Open a ticket',
    tag: 'tickets',
    access: 'anyone',
    query: v.object({ site: v.optional(SiteKey) }),
    body: NewTicketSchema,
    status: 201,
    reply: CreatedTicketSchema,
    problems: ['idempotency_key_reused', 'proof_required'],
  },
  listTickets: {
    summary: 'The tickets of the caller, or those of their company, newest first',
    tag: 'tickets',
    access: 'requester',
    query: v.object({
      /** `group`: what all of the company have asked. Empty for who belongs to none. */
      scope: v.optional(v.picklist(ticketScopes), 'own'),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(TicketSchema),
  },
  getTicket: {
    summary: 'One ticket',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    status: 200,
    reply: TicketSchema,
    problems: ['not_found'],
  },
  solveTicket: {
    summary: 'Say that the matter is settled',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    status: 200,
    reply: TicketSchema,
    problems: ['not_found', 'ticket_closed'],
  },
  reopenTicket: {
    summary: 'Say that it is not settled after all',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    status: 200,
    reply: TicketSchema,
    problems: ['not_found', 'ticket_closed'],
  },
  markTicketRead: {
    summary: 'Say up to which message the conversation has been read',
    tag: 'tickets',
    access: 'requester',
    params: ticketParams,
    body: ReadMarkSchema,
    status: 200,
    reply: TicketSchema,
    problems: ['not_found'],
  },
  claimTickets: {
    summary: 'Make tickets that were opened without a name those of the customer',
    tag: 'tickets',
    access: 'requester',
    body: TicketClaimSchema,
    status: 200,
    reply: listOf(TicketSchema),
    problems: ['forbidden'],
  },
} as const satisfies Record<string, Operation>
