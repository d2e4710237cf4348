import {
  type Audience as AudienceName,
  articleStatuses,
  ContentId,
  contentKinds,
  EventName,
  placements,
  RuleSchema,
} from '@waypost/sdk/contract'
import * as v from 'valibot'

/*
 * What several kinds of content have in common. All of it is strict: a key that is misspelt is an
 * error, because `audiance: team` must not show the team's tour to everybody.
 */

const Audience = v.pipe(
  v.string(),
  v.regex(
    /^(?:public|customers|team|segment:\S.{0,99})$/u,
    'public, customers, team or segment:<name>',
  ),
  v.transform((name) => name as AudienceName),
  v.description('Who may see it: public, customers, team, or segment:<name>.'),
)

const Whole = v.pipe(v.number(), v.integer())

/** What every content may say; `title` each has in its own way. */
export const head = {
  audience: v.optional(Audience, 'public'),
  status: v.optional(
    v.pipe(v.picklist(articleStatuses), v.description('Readers see what is published alone.')),
    'published',
  ),
  version: v.optional(
    v.pipe(
      Whole,
      v.minValue(1),
      v.maxValue(1_000_000),
      v.description('Raise it where what was done before shall count no more.'),
    ),
    1,
  ),
  priority: v.optional(
    v.pipe(
      v.number(),
      v.minValue(-1_000_000),
      v.maxValue(1_000_000),
      v.description('The larger one comes first.'),
    ),
    0,
  ),
  when: v.optional(
    v.pipe(
      RuleSchema,
      v.description('When it is for somebody of its audience; always unless said.'),
    ),
  ),
}

/** Of a step, a task, a question or an option: kept with what people have done. */
export const PartId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(100),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._:-]*$/u, 'letters, digits, spaces and . _ : -'),
)

/** An address of the host's page, absolute or from its root. */
const Address = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.regex(
    /^(?:https?:\/\/|\/(?!\/)|#|mailto:|tel:)/i,
    'an address: https://…, or /path of the host',
  ),
)

/** A path of the host; `*` for anything. */
export const PagePath = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(/^(?:\/|\*|https?:\/\/)/, 'a path of the host, as /invoices/*'),
)

export const actionOf = <T extends v.GenericSchema>(text: T) =>
  v.pipe(
    v.strictObject({
      label: text,
      url: v.optional(Address),
      start: v.optional(v.strictObject({ kind: v.picklist(contentKinds), id: ContentId })),
      article: v.optional(ContentId),
      form: v.optional(v.literal(true)),
      call: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
    }),
    v.check(
      ({ label: _, ...does }) => Object.values(does).some((one) => one !== undefined),
      'something to do: url, start, article, form or call',
    ),
  )

export const anchorOf = <T extends v.GenericSchema>(text: T) =>
  v.pipe(
    v.strictObject({
      selector: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
      testId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
      role: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50))),
      text: v.optional(text),
    }),
    v.check(
      (ways) => Object.values(ways).some((one) => one !== undefined),
      'a way to find it: selector, testId, role or text',
    ),
  )

export const Placement = v.optional(v.picklist(placements), 'auto')

export const Minutes = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000))

export const Event = EventName

/** Every id once. */
export const distinct = (items: readonly { id: string }[]) =>
  new Set(items.map(({ id }) => id)).size === items.length
