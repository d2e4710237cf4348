import * as v from 'valibot'

const MB = 1024 * 1024

const bytes = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))

/** What customers and the team may attach to messages of a site; `null` where that is nothing. */
export const AttachmentsConfigSchema = v.nullable(
  v.strictObject({
    /** Bytes of one file. */
    maxBytes: v.optional(bytes(100 * MB), 10 * MB),
    /** Files of one message. */
    maxCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 5),
    /** Bytes of all files of the site. */
    quota: v.optional(bytes(Number.MAX_SAFE_INTEGER), 10 * 1024 * MB),
  }),
)

const text = v.pipe(v.string(), v.minLength(1))

const BucketSchema = v.strictObject({
  bucket: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
  region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)), 'us-east-1'),
  /** Where it is, if not at Amazon. */
  endpoint: v.optional(
    v.pipe(
      v.string(),
      v.check((said) => /^https?:\/\/[^?#]+$/.test(said) && URL.canParse(said)),
    ),
  ),
  /** What the name of each object begins with. */
  prefix: v.optional(v.pipe(v.string(), v.regex(/^[\w./-]{0,200}$/)), ''),
})

/** Where files are kept: in a folder, by default in that of the data, or in a bucket that speaks S3. */
export const FilesConfigSchema = v.pipe(
  v.strictObject({ folder: v.optional(text), s3: v.optional(BucketSchema) }),
  v.check(({ folder, s3 }) => (folder === undefined) !== (s3 === undefined)),
)
export type FilesConfig = v.InferOutput<typeof FilesConfigSchema>
