import * as v from 'valibot'
import { ContentId, Day, Locale, SiteKey } from './fields.js'

/** What an education content can be: the first word of `start(kind, id)`. */
export const contentKinds = ['course', 'lesson', 'checklist', 'tour', 'tip'] as const
export type ContentKind = (typeof contentKinds)[number]

/** How far somebody is with a content; `unseen` is what no record says. */
export const contentStates = ['unseen', 'started', 'completed', 'skipped', 'dismissed'] as const
export type ContentState = (typeof contentStates)[number]

export const deviceKinds = ['phone', 'tablet', 'desktop'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What the host calls something that happens in it: `invoice.sent`. */
export const EventName = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._:/-]*$/u),
)

/** Nothing that is worth asking is deeper, or has more branches at one place. */
export const ruleLimits = { depth: 10, branches: 50 } as const

/** What an attribute is compared with. */
export type AttributeValue = string | number | boolean

/**
 * When something is shown: a tree of conditions. `segment`, `attribute` and `site` the server answers
 * by itself and takes out of what it sends, so that nobody reads them; the rest is asked on the page.
 * A kind of condition that a reader does not know holds for nobody.
 */
export type Rule =
  | { all: readonly Rule[] }
  | { any: readonly Rule[] }
  | { not: Rule }
  /** Paths of the host, `*` for anything; one of them fits. */
  | { url: string | readonly string[] }
  /** Language tags; `sv` is `sv-FI` as well. */
  | { locale: string | readonly string[] }
  | { site: string | readonly string[] }
  /** Of the identity token. */
  | { segment: string | readonly string[] }
  /** Of the identity token: what the customer is, by the host's own names. */
  | {
      attribute: string
      is?: AttributeValue | readonly AttributeValue[]
      above?: number
      below?: number
    }
  /** Whether the host has said who it is. */
  | { signedIn: boolean }
  /** Tracked by the host, this often, within so many days; once at any time unless said. */
  | { event: string; atLeast?: number; atMost?: number; days?: number }
  /** How far the person is with another content. */
  | { content: string; is: ContentState | readonly ContentState[] }
  /** A selector that finds something seen, through open shadow roots too. */
  | { element: string }
  | { device: DeviceKind | readonly DeviceKind[] }
  /** Days in the person's own zone, `2026-11-21`: the first and the last. */
  | { from?: string; until?: string }

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const Branches = v.pipe(
  v.array(v.lazy(() => RuleSchema)),
  v.minLength(1),
  v.maxLength(ruleLimits.branches),
)
const oneOrMore = <T extends v.GenericSchema>(item: T) =>
  v.union([item, v.pipe(v.array(item), v.minLength(1), v.maxLength(ruleLimits.branches))])
const Value = v.union([v.pipe(v.string(), v.maxLength(200)), v.number(), v.boolean()])
const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(500))

/** Strict, so that a misspelt condition is an error of the author and not true for everybody. */
export const RuleSchema: v.GenericSchema<Rule> = v.union([
  v.strictObject({ all: Branches }),
  v.strictObject({ any: Branches }),
  v.strictObject({ not: v.lazy(() => RuleSchema) }),
  v.strictObject({ url: oneOrMore(Text) }),
  v.strictObject({ locale: oneOrMore(Locale) }),
  v.strictObject({ site: oneOrMore(SiteKey) }),
  v.strictObject({ segment: oneOrMore(Text) }),
  v.strictObject({
    attribute: Text,
    is: v.optional(oneOrMore(Value)),
    above: v.optional(v.number()),
    below: v.optional(v.number()),
  }),
  v.strictObject({ signedIn: v.boolean() }),
  v.strictObject({
    event: EventName,
    atLeast: v.optional(Count),
    atMost: v.optional(Count),
    days: v.optional(v.pipe(Count, v.minValue(1), v.maxValue(365))),
  }),
  v.strictObject({ content: ContentId, is: oneOrMore(v.picklist(contentStates)) }),
  v.strictObject({ element: Text }),
  v.strictObject({ device: oneOrMore(v.picklist(deviceKinds)) }),
  v.pipe(
    v.strictObject({ from: v.optional(Day), until: v.optional(Day) }),
    v.check(({ from, until }) => from !== undefined || until !== undefined),
  ),
])

/** Shown again after so many days, and so often at most; once and never again unless said. */
export const FrequencySchema = v.object({
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365))),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000))),
})
export type Frequency = v.InferOutput<typeof FrequencySchema>
