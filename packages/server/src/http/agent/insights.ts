import type { Reports } from '../../domain/insights/reports.js'
import type { Endpoints } from '../endpoint.js'
import {
  presentArticleInsight,
  presentDeflectionDay,
  presentDeflectionTotals,
  presentSearchInsight,
  presentSearchNumbers,
} from '../present/insights.js'
import { pageRequest, presentPage } from '../present/page.js'

/** What the team learns from searches, reads and tickets. */
export function insightEndpoints({ reports }: { reports: Reports }) {
  return {
    listSearchInsights: async ({ actor, query }) => {
      const page = await reports.searches(actor, query, query.sort, pageRequest(query))
      const totals = presentSearchNumbers(page.totals)
      return { reply: { ...presentPage(page, presentSearchInsight), totals } }
    },
    listArticleInsights: async ({ actor, query }) => {
      const page = await reports.articles(actor, query, query.sort, pageRequest(query))
      return { reply: presentPage(page, presentArticleInsight) }
    },
    listDeflectionInsights: async ({ actor, query }) => {
      const page = await reports.deflections(actor, query, pageRequest(query))
      const totals = presentDeflectionTotals(page.totals)
      return { reply: { ...presentPage(page, presentDeflectionDay), totals } }
    },
  } satisfies Partial<Endpoints>
}
