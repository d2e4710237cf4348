import type { ContentInsight, ProgressExport } from '@waypost/sdk/contract'
import type { ExportedProgress } from '../../domain/education/progress-reports.js'
import { type ContentReport, learnerKindOf } from '../../domain/education/report-on.js'
import { presentProgress } from './progress.js'

export function presentContentReport(report: ContentReport): ContentInsight {
  const { contentId, kind, title, version, started, completed, skipped, dismissed } = report
  return {
    ...{ contentId, kind, title, version, started, completed, skipped, dismissed },
    groups: report.groups.map(({ locale, learners, started, completed }) => ({
      ...{ locale, learners, started, completed },
    })),
    steps: report.steps.map(({ id, title, reached, completed, skipped, stopped }) => ({
      ...{ id, title, reached, completed, skipped, stopped },
    })),
    questions: report.questions.map(({ lessonId, id, text, answered, right }) => ({
      ...{ lessonId, id, text, answered, right },
    })),
  }
}

export function presentProgressExport(exported: ExportedProgress): ProgressExport {
  const { record, attempts, subject } = exported
  const { learnerId: id, audiences, locale } = record
  return {
    learner: { id, kind: learnerKindOf(record), subject, audiences: [...audiences] },
    locale,
    progress: presentProgress(record),
    attempts: attempts.map(({ id, lessonId, createdAt: startedAt, answers }) => ({
      ...{ id, lessonId, startedAt },
      answers: answers.map(({ questionId, given, isRight }) => ({ questionId, given, isRight })),
    })),
  }
}
