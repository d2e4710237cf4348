import * as v from 'valibot'
import { Locale, line, listOf, SiteKey, Timestamp, WebUrl } from './fields.js'
import type { Operation } from './operation.js'

/** An order as its customer picks it, and as the team sees it beside the ticket. */
export const OrderCardSchema = v.object({
  id: line(100),
  title: line(200),
  /** The host's own words, as “Shipped”. */
  status: v.optional(line(100)),
  placedAt: v.optional(Timestamp),
  /** With its currency, as people read it: `349,00 kr`. */
  total: v.optional(line(50)),
  url: v.optional(WebUrl),
  items: v.optional(v.pipe(v.array(line(200)), v.maxLength(20))),
})
export type OrderCard = v.InferOutput<typeof OrderCardSchema>

/** The orders of the person who is here, the newest first. */
export type OrdersOfPage = () => readonly OrderCard[] | Promise<readonly OrderCard[]>

/** The order that a ticket is about. */
export const TicketOrderSchema = v.object({
  ...OrderCardSchema.entries,
  /** The host's server has said that it is an order of this customer; else their page said so. */
  verified: v.boolean(),
})
export type TicketOrder = v.InferOutput<typeof TicketOrderSchema>

/** What the host's server is asked, as the body of a signed POST: Standard Webhooks. */
export interface OrderLookup {
  type: 'orders.lookup'
  timestamp: string
  data: {
    site: string
    /** Who the customer is, in the host's own words: those of its identity token. */
    customer: { issuer: string; subject: string }
    /** The language that the cards are read in, where it is known. */
    locale: string | null
    /** The one order that is asked for; `null` for those to choose from, the newest first. */
    orderId: string | null
  }
}

/** What it answers. More than fifty are no choice any more. */
export const OrderAnswerSchema = v.object({
  orders: v.pipe(v.array(OrderCardSchema), v.maxLength(50)),
})
export type OrderAnswer = v.InferInput<typeof OrderAnswerSchema>

export const orderOperations = {
  listOrders: {
    summary: 'The orders of the customer, as the host tells them',
    tag: 'tickets',
    access: 'requester',
    query: v.object({ site: v.optional(SiteKey), locale: v.optional(Locale) }),
    status: 200,
    reply: listOf(OrderCardSchema),
    problems: ['forbidden', 'not_found', 'unavailable'],
  },
} as const satisfies Record<string, Operation>
