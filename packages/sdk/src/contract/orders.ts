import * as v from 'valibot'
import { line, Timestamp, WebUrl } from './fields.js'

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
