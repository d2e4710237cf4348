import type {
  ArticleStatus,
  Audience,
  Checklist,
  ContentKind,
  Course,
  Lesson,
  Rule,
  Tip,
  Tour,
} from '@waypost/sdk/contract'
import type { StoredRecord } from '../../foundation/records.js'
import type { AnsweredQuiz } from './quiz.js'

/** What every content says, whatever it is. */
export interface ContentHead {
  /** The author's id, the same in all languages, and of no other content of the site. */
  readonly contentId: string
  readonly locale: string
  readonly audience: Audience
  readonly status: ArticleStatus
  /** Raised where what was done before counts no more. */
  readonly version: number
  readonly title: string
  /** Who of its audience sees it, segments and attributes included; no reader gets it as it is. */
  readonly when: Rule | null
  readonly priority: number
}

/** A content in one language, as its author means it. */
export type ContentWords = ContentHead &
  (
    | Pick<Tour, 'kind' | 'auto' | 'frequency' | 'minutes' | 'steps' | 'next'>
    | Pick<Tip, 'kind' | 'anchor' | 'placement' | 'page' | 'body' | 'actions'>
    | Pick<Checklist, 'kind' | 'summary' | 'tasks' | 'finished'>
    | CourseWords
    | LessonWords
  )

type CourseWords = Pick<
  Course,
  'kind' | 'summary' | 'icon' | 'lessons' | 'requires' | 'inOrder' | 'next'
> & {
  /** Helps it to be found beside its own words. */
  readonly keywords: readonly string[]
}

/** Audience, status and rule are those of its course. */
type LessonWords = Pick<Lesson, 'courseId' | 'minutes' | 'body' | 'video'> & {
  readonly kind: 'lesson'
  readonly keywords: readonly string[]
  /** What the author wrote; `body` is made from it. */
  readonly markdown: string
  readonly quiz: AnsweredQuiz | null
}

/** A content as a folder delivers it. */
export type ContentDraft = ContentWords & {
  /** Where it stands, for people. */
  readonly place: string
}

/** A content that is kept, once for each language. */
export type EducationContent = StoredRecord &
  ContentWords & {
    readonly site: string
    /** Changes when its words do. */
    readonly hash: string
  }

export type ContentOf<K extends ContentKind> = Extract<EducationContent, { kind: K }>

/** The storage id of a content in one language. */
export function educationKey(
  site: string,
  { locale, kind, contentId }: Pick<ContentHead, 'locale' | 'contentId'> & { kind: ContentKind },
): string {
  return `${site}|${locale}|${kind}|${contentId}`
}
