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
    /** Bytes of all files of the site together. */
    quota: v.optional(bytes(Number.MAX_SAFE_INTEGER), 10 * 1024 * MB),
  }),
)

const folder = v.pipe(v.string(), v.minLength(1))

/** Where files are kept: in a folder, by default in that of the data. */
export const FilesConfigSchema = v.strictObject({ folder })
export type FilesConfig = v.InferOutput<typeof FilesConfigSchema>
