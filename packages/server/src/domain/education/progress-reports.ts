import type { Audience, ContentKind } from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import { numberedPage } from '../../foundation/numbered-page.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import type { AuditLog } from '../audit-log.js'
import { asAgent } from '../policy.js'
import type { Storage } from '../storage.js'
import type { KeptAttempt } from './attempt.js'
import type { EducationContent } from './content.js'
import type { KeptProgress } from './kept-progress.js'
import { learnerKey } from './learner.js'
import { type ContentReport, reportOn, type TriedLesson } from './report-on.js'

export interface ProgressReportsDeps {
  storage: Storage
  clock: Clock
  audit: AuditLog
  /** The locale in which a content is named where the wanted one has no name for it. */
  fallbackLocale(site: string): string
}

export interface ProgressFilter {
  /** Days on which it was begun, as `2026-11-22`; any unless said. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The language in which it was read last. */
  readonly locale?: string | undefined
  readonly audience?: string | undefined
  readonly kind?: ContentKind | undefined
}

/** How far one learner is with one content, with every go at its quizzes. */
export interface ExportedProgress {
  readonly record: KeptProgress
  readonly attempts: readonly KeptAttempt[]
  /** The host's own name for the learner. */
  readonly subject: string | null
}

/** What the team learns from how far learners are. */
export function createProgressReports(deps: ProgressReportsDeps) {
  const { storage, clock, audit, fallbackLocale } = deps
  return {
    /** Content by content, that which most have begun first. */
    async contents(
      actor: Actor,
      filter: ProgressFilter,
      page: PageRequest,
    ): Promise<Page<ContentReport>> {
      const { site } = asAgent(actor, 'read-insights')
      const contents = await contentsOf(site, filter)
      const begun = await storage.transaction((tx) =>
        Promise.all(
          contents.map(({ contentId }) => tx.progress.count('content', `${site}|${contentId}`)),
        ),
      )
      const counts = new Map(contents.map((content, at) => [content, begun[at] ?? 0]))
      const sorted = contents.toSorted(
        (a, b) =>
          (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a.contentId < b.contentId ? -1 : 1),
      )
      const { items, next } = numberedPage(sorted, page)
      const reports: ContentReport[] = []
      for (const content of items) {
        const records = await recordsOf(content, filter)
        reports.push(reportOn(content, records, await triedIn(content, filter)))
      }
      return { items: reports, next }
    },

    /** Every learner with every content, oldest first. */
    export(actor: Actor, page: PageRequest): Promise<Page<ExportedProgress>> {
      const agent = asAgent(actor, 'export-progress')
      const at = clock.now()
      return storage.transaction(async (tx) => {
        const { site } = agent
        const noteDeed = await audit.open(tx, agent, at)
        const { items, next } = await tx.progress.list('site', site, page)
        const all = items.map(async (record): Promise<ExportedProgress> => {
          const { contentId, learnerId } = record
          const course = `${learnerKey({ site, id: learnerId })}|${contentId}`
          const [attempts, customer] = await Promise.all([
            allOf((after) => tx.attempts.list('course', course, { limit: 500, after })),
            tx.customers.find(learnerId),
          ])
          return { record, attempts, subject: customer?.identity?.subject ?? null }
        })
        const exported = await Promise.all(all)
        // Once for all its pages.
        if (page.after === undefined) noteDeed('progress.exported', null)
        return { items: exported, next }
      })
    },
  }

  /** One record for each content: in the wanted language, that of the site, or any. */
  async function contentsOf(site: string, { locale, kind }: ProgressFilter) {
    const kept = await allOf((after) =>
      storage.transaction((tx) => tx.education.list('offered', site, { limit: 500, after })),
    )
    const names = [locale, fallbackLocale(site)]
    const found = new Map<string, EducationContent>()
    for (const content of kept) {
      if (kind !== undefined && content.kind !== kind) continue
      const known = found.get(content.contentId)
      if (!known || rank(names, content) < rank(names, known)) found.set(content.contentId, content)
    }
    return [...found.values()]
  }

  async function recordsOf({ site, contentId, version }: EducationContent, filter: ProgressFilter) {
    const records = await allOf((after) =>
      storage.transaction((tx) =>
        tx.progress.list('content', `${site}|${contentId}`, { limit: 500, after }),
      ),
    )
    return records.filter(
      (record) =>
        record.progress.version >= version && isIn(filter, record, record.progress.startedAt),
    )
  }

  /** The quizzes of a course, with what was answered when they were seen for the first time. */
  async function triedIn(course: EducationContent, filter: ProgressFilter): Promise<TriedLesson[]> {
    if (course.kind !== 'course') return []
    const { site, locale, version } = course
    const tried: TriedLesson[] = []
    for (const { id } of course.lessons) {
      const { items } = await storage.transaction((tx) =>
        tx.education.list('translations', `${site}|${id}`, { limit: 200 }),
      )
      const lesson = items.find((one) => one.locale === locale)
      if (lesson?.kind !== 'lesson' || !lesson.quiz) continue
      const attempts = await allOf((after) =>
        storage.transaction((tx) =>
          tx.attempts.list('lesson', `${site}|${id}`, { limit: 500, after }),
        ),
      )
      const first = attempts.filter(
        (one) => one.isFirst && one.version >= version && isIn(filter, one, one.createdAt),
      )
      tried.push({ lesson, attempts: first })
    }
    return tried
  }
}

export type ProgressReports = ReturnType<typeof createProgressReports>

/** The wanted language first, then that of the site. */
function rank(names: readonly (string | undefined)[], { locale }: EducationContent): number {
  const at = names.indexOf(locale)
  return at === -1 ? names.length : at
}

function isIn(
  { from, to, locale, audience }: ProgressFilter,
  of: { readonly locale: string; readonly audiences: readonly Audience[] },
  at: string,
): boolean {
  const day = at.slice(0, 10)
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false
  if (locale !== undefined && of.locale !== locale) return false
  return audience === undefined || of.audiences.some((one) => one === audience)
}
