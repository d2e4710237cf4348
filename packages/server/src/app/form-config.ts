import { FieldId, fieldTypes, Locale, ticketKinds } from '@waypost/sdk/contract'
import * as v from 'valibot'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))

/** One text for every language, or one for each: `{ en: 'Device', sv: 'Enhet' }`. */
const words = (most: number) => v.union([text(most), v.record(Locale, text(most))])

/** An address of the web, or a path on the server itself. */
const place = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((said) => /^(https?:\/)?\/[^/\\]/.test(said) && URL.canParse(said, 'https://a.example')),
)

const bound = v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.isoDate())])

const FieldSchema = v.strictObject({
  id: FieldId,
  type: v.picklist(fieldTypes),
  label: words(200),
  help: v.optional(v.nullable(words(500)), null),
  kinds: v.optional(v.nullable(v.pipe(v.array(v.picklist(ticketKinds)), v.minLength(1))), null),
  required: v.optional(v.boolean(), false),
  /** A bare text is value and label in one. */
  options: v.optional(
    v.nullable(
      v.pipe(
        v.array(v.union([text(100), v.strictObject({ value: text(100), label: words(200) })])),
        v.minLength(1),
        v.maxLength(100),
      ),
    ),
    null,
  ),
  when: v.optional(
    v.nullable(
      v.strictObject({
        field: FieldId,
        is: v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1)),
      }),
    ),
    null,
  ),
  min: v.optional(v.nullable(bound), null),
  max: v.optional(v.nullable(bound), null),
  /** Nobody is asked: the host's page fills it in. */
  hidden: v.optional(v.boolean(), false),
})

/** What a site asks beside subject and message, as its configuration says it. */
export const FormConfigSchema = v.strictObject({
  fields: v.optional(v.pipe(v.array(FieldSchema), v.maxLength(40)), []),
  consent: v.optional(v.nullable(words(1_000)), null),
  privacyUrl: v.optional(v.nullable(v.union([place, v.record(Locale, place)])), null),
})
export type FormConfig = v.InferOutput<typeof FormConfigSchema>
export type FieldConfig = FormConfig['fields'][number]
