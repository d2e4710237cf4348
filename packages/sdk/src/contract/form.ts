import * as v from 'valibot'
import { ticketKinds } from './tickets.js'

/** What a field of the form asks for. */
export const fieldTypes = [
  'text',
  'paragraph',
  'choice',
  'choices',
  'date',
  'number',
  'checkbox',
  'file',
  'order',
  'phone',
  'time-window',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** A field's name in `ticket.fields`. */
export const FieldId = v.pipe(v.string(), v.regex(/^(?!__proto__$)[a-zA-Z_][\w.-]{0,63}$/))

const FieldOptionSchema = v.object({ value: v.string(), label: v.string() })

/** One field of a site's form, in the words of one language. */
export const FormFieldSchema = v.object({
  id: v.string(),
  type: v.picklist(fieldTypes),
  label: v.string(),
  help: v.nullable(v.string()),
  /** For which kinds of ticket it is asked; `null` for all. */
  kinds: v.nullable(v.array(v.picklist(ticketKinds))),
  required: v.boolean(),
  /** Of `choice`, `choices` and, where the site names its windows, `time-window`. */
  options: v.nullable(v.array(FieldOptionSchema)),
  /** Asked only where another field has one of these values. */
  when: v.nullable(
    v.object({ field: v.string(), is: v.array(v.union([v.string(), v.number(), v.boolean()])) }),
  ),
  /** The least: characters of a text, choices of several, a number, a date as `2026-11-22`. */
  min: v.nullable(v.union([v.number(), v.string()])),
  /** The most, in the same way. */
  max: v.nullable(v.union([v.number(), v.string()])),
})
export type FormField = v.InferOutput<typeof FormFieldSchema>

/** From and to on one day, as `['09:00', '17:00']`; `24:00` is its end. */
const SpanSchema = v.tuple([v.string(), v.string()])

/** When the team is there, in its own time zone. */
export const HoursSchema = v.object({
  /** IANA, as `Europe/Stockholm`. */
  timeZone: v.string(),
  /** Monday first; an empty list is a day off. */
  week: v.array(v.array(SpanSchema)),
  /** Days off, as `2026-12-24`. */
  holidays: v.array(v.string()),
})
export type Hours = v.InferOutput<typeof HoursSchema>

/** What the form of a site asks, in one language. */
export const FormSchema = v.object({
  kinds: v.array(v.picklist(ticketKinds)),
  fields: v.array(FormFieldSchema),
  /** A box that must be ticked before anything is sent; `null` where the site wants none. */
  consent: v.nullable(v.object({ text: v.string() })),
  privacyUrl: v.nullable(v.string()),
  /** What may be attached; `null` where nothing may. */
  attachments: v.nullable(v.object({ maxBytes: v.number(), maxCount: v.number() })),
  /** The server finds the orders of a signed customer: `GET /v1/orders`. */
  orders: v.boolean(),
})
export type Form = v.InferOutput<typeof FormSchema>
