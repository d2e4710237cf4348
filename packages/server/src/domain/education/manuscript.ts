import type { FieldCode } from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'
import type { ContentDraft, EducationContent } from './content.js'

/** What is written as a whole: a lesson is a part of its course. */
export const manuscriptKinds = ['course', 'checklist', 'tour', 'tip'] as const
export type ManuscriptKind = (typeof manuscriptKinds)[number]

/** Who owns a content: a synced folder, read-only to everybody else, or the team. */
export type ContentSource = 'folder' | 'team'

/** In its author's own shape, as its file says it; a course has its lessons in it. */
export type Written = Readonly<Record<string, unknown>>

export interface ManuscriptHead {
  readonly kind: ManuscriptKind
  readonly contentId: string
  /** Of a course, which is written once for each language; the others hold all of theirs. */
  readonly locale: string | null
}

/** A content as its author has written it; what readers get is made from it, language by language. */
export interface Manuscript extends StoredRecord, ManuscriptHead {
  readonly site: string
  readonly source: ContentSource
  readonly written: Written
  /** Raised by each change: who changes it names the one that they have read. */
  readonly revision: number
  readonly updatedAt: string
  readonly hash: string
}

/** A content as a folder or somebody of the team delivers it, with all that is made from it. */
export interface Work extends ManuscriptHead {
  readonly written: Written
  readonly drafts: readonly ContentDraft[]
  /** Where it stands, for people. */
  readonly place: string
}

/** Something wrong in what is written, by its place in it. */
export interface Fault {
  /** `error` keeps it out; `warning` lets it in. */
  readonly severity: 'error' | 'warning'
  readonly path: readonly (string | number)[]
  readonly code: FieldCode
  /** One sentence: what is wrong and what to do. */
  readonly message: string
}

/** The port on what knows the author's shape. `defaultLocale` is for words that are the same in all. */
export type ReadManuscript = (
  head: ManuscriptHead,
  written: unknown,
  defaultLocale: string,
) => { readonly work: Work | undefined; readonly faults: readonly Fault[] }

/** The storage id of a manuscript. */
export function manuscriptKey(site: string, { kind, contentId, locale }: ManuscriptHead): string {
  return `${site}|${kind}|${locale ?? ''}|${contentId}`
}

type Made = Pick<EducationContent, 'kind' | 'contentId' | 'locale'> & { courseId?: string }

/** What a content that readers get was made from. */
export function manuscriptOf({ kind, contentId, locale, courseId }: Made): ManuscriptHead {
  if (kind === 'lesson') return { kind: 'course', contentId: courseId ?? '', locale }
  return { kind, contentId, locale: kind === 'course' ? locale : null }
}
