import * as v from 'valibot'
import { articleStatuses } from './articles.js'
import { ContentId, Locale, listOf, pageQuery, SiteKey, Timestamp } from './fields.js'
import type { Operation } from './operation.js'
import { contentKinds } from './targeting.js'

/*
 * Courses, lessons, checklists, tours and tips as their authors write them: by the same schemas as the
 * files of a content folder, which every server hands out at `/schemas/<kind>.json`.
 */

/** Who owns a content: a synced folder, read-only to everybody else, or the team. */
export const contentSources = ['folder', 'team'] as const

export const ManuscriptSummarySchema = v.object({
  id: v.string(),
  kind: v.picklist(contentKinds),
  /** Of courses and lessons, written once for each language; `null` for what holds all of its own. */
  locale: v.nullable(v.string()),
  /** In the default language of the site, or the nearest. */
  title: v.string(),
  status: v.picklist(articleStatuses),
  audience: v.string(),
  source: v.picklist(contentSources),
  /** Goes into `If-Match` when it is changed; a lesson has that of its course. */
  revision: v.number(),
  updatedAt: Timestamp,
})
export type ManuscriptSummary = v.InferOutput<typeof ManuscriptSummarySchema>

/** Deeper than this nothing is written; a rule has a limit of its own. */
const DEPTH = 40

/** What its file says, as JSON: of a course with `lessons`, of a lesson with `body` in Markdown. */
const WrittenSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((written) => isShallow(written, DEPTH), 'too_complex'),
)

export const ManuscriptSchema = v.object({
  ...ManuscriptSummarySchema.entries,
  content: WrittenSchema,
})
export type Manuscript = v.InferOutput<typeof ManuscriptSchema>

export const SavedManuscriptSchema = v.object({
  ...ManuscriptSchema.entries,
  /** What its author may want to mend; it was taken all the same. */
  warnings: v.array(v.object({ path: v.string(), message: v.string() })),
})
export type SavedManuscript = v.InferOutput<typeof SavedManuscriptSchema>

export const NewManuscriptSchema = v.object({
  kind: v.picklist(contentKinds),
  content: WrittenSchema,
})
export type NewManuscript = v.InferInput<typeof NewManuscriptSchema>

const params = v.object({ id: ContentId })
const query = v.object({ site: v.optional(SiteKey), locale: v.optional(Locale) })

export const authoringOperations = {
  listManuscripts: {
    summary: 'Courses, checklists, tours and tips as they are written, drafts too; by id',
    tag: 'education',
    access: 'agent',
    query: v.object({
      site: v.optional(SiteKey),
      kind: v.optional(v.picklist(contentKinds)),
      status: v.optional(v.picklist(articleStatuses)),
      ...pageQuery,
    }),
    status: 200,
    reply: listOf(ManuscriptSummarySchema),
  },
  getManuscript: {
    summary: 'One course, lesson, checklist, tour or tip as its author has written it',
    tag: 'education',
    access: 'agent',
    params,
    query,
    status: 200,
    reply: ManuscriptSchema,
    problems: ['not_found'],
  },
  saveManuscript: {
    summary: 'Write a course, lesson, checklist, tour or tip, new or anew; for authors and leads',
    tag: 'education',
    access: 'agent',
    params,
    query,
    body: NewManuscriptSchema,
    // A course comes with all its lessons, and what can be read can be written.
    mostBytes: 4 * 1024 * 1024,
    ifMatch: { names: 'revision', required: false },
    status: 200,
    reply: SavedManuscriptSchema,
    problems: ['forbidden', 'content_changed'],
  },
  deleteManuscript: {
    summary: 'Delete what the team has written; for authors and leads',
    tag: 'education',
    access: 'agent',
    params,
    query,
    ifMatch: { names: 'revision', required: true },
    status: 204,
    problems: ['forbidden', 'not_found', 'content_changed'],
  },
} as const satisfies Record<string, Operation>

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1))
}
