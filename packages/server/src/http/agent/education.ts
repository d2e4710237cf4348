import type { ProgressReports } from '../../domain/education/progress-reports.js'
import type { Endpoints } from '../endpoint.js'
import { presentContentReport, presentProgressExport } from '../present/education-insights.js'
import { pageRequest, presentPage } from '../present/page.js'

/** What the team learns from how far learners are. */
export function educationInsightEndpoints({ reports }: { reports: ProgressReports }) {
  return {
    listEducationProgress: async ({ actor, query }) => {
      const page = await reports.contents(actor, query, pageRequest(query))
      return { reply: presentPage(page, presentContentReport) }
    },
    exportProgress: async ({ actor, query }) => {
      const page = await reports.export(actor, pageRequest(query))
      return { reply: presentPage(page, presentProgressExport) }
    },
  } satisfies Partial<Endpoints>
}
