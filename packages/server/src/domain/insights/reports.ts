import {
  type articleOrders,
  type searchOrders,
  type VoteReason,
  voteReasons,
} from '@waypost/sdk/contract'
import { allOf } from '../../foundation/all-of.js'
import type { Clock } from '../../foundation/clock.js'
import { numberedPage } from '../../foundation/numbered-page.js'
import type { Page, PageRequest } from '../../foundation/records.js'
import type { Actor } from '../actor.js'
import { asAgent } from '../policy.js'
import type { Storage } from '../storage.js'
import { dayKey } from './count-store.js'
import { type CountNumbers, type CountTopic, type DailyCount, sumOf } from './daily-count.js'
import { daysOf, type Period } from './period.js'

export interface ReportsDeps {
  storage: Storage
  clock: Clock
  /** Keeps what was counted up to now. */
  flush(): Promise<void>
}

export interface ReportRequest extends Period {
  readonly locale?: string | undefined
}

export type SearchOrder = (typeof searchOrders)[number]
export type ArticleOrder = (typeof articleOrders)[number]

/** A query or an article of a period, with all that was counted of it. */
export interface Sum {
  readonly key: string
  readonly locale: string
  readonly numbers: CountNumbers
}

export interface ArticleReport {
  readonly articleId: string
  readonly locale: string
  readonly title: string | null
  readonly reads: number
  readonly tickets: number
  readonly deflected: number
  readonly helpful: number
  readonly notHelpful: number
  readonly reasons: Readonly<Record<VoteReason, number>>
}

/** What the team learns from the counts. */
export function createReports({ storage, clock, flush }: ReportsDeps) {
  return {
    /** What was searched for, most first; and every search of the period in sum. */
    async searches(
      actor: Actor,
      request: ReportRequest,
      order: SearchOrder,
      page: PageRequest,
    ): Promise<Page<Sum> & { totals: CountNumbers }> {
      const { site } = asAgent(actor, 'read-insights')
      const counts = await countsOf(site, 'search', request)
      const sums = mostFirst(counts, order === 'count' ? 'searches' : order)
      return { ...numberedPage(sums, page), totals: totalOf(counts) }
    },

    /** What was read and voted on, and what led to a ticket all the same. */
    async articles(
      actor: Actor,
      request: ReportRequest,
      order: ArticleOrder,
      page: PageRequest,
    ): Promise<Page<ArticleReport>> {
      const { site } = asAgent(actor, 'read-insights')
      const counts = await countsOf(site, 'article', request)
      const reports = new Map<string, ArticleReport>()
      const reportOn = (
        articleId: string,
        locale: string,
        change: (it: ArticleReport) => object,
      ) => {
        const key = `${locale}|${articleId}`
        const report = reports.get(key) ?? emptyReport(articleId, locale)
        reports.set(key, { ...report, ...change(report) })
      }
      for (const { key, locale, numbers } of sumsOf(counts)) {
        const { reads = 0, tickets = 0, deflected = 0 } = numbers
        if (key !== '') reportOn(key, locale, () => ({ reads, tickets, deflected }))
      }
      for (const { articleId, locale, helpful, reason } of await votesOf(site, request)) {
        reportOn(articleId, locale, (it) =>
          helpful
            ? { helpful: it.helpful + 1 }
            : {
                notHelpful: it.notHelpful + 1,
                ...(reason && { reasons: { ...it.reasons, [reason]: it.reasons[reason] + 1 } }),
              },
        )
      }
      const sorted = [...reports.values()].toSorted(
        (a, b) => b[order] - a[order] || b.reads - a.reads || (a.articleId < b.articleId ? -1 : 1),
      )
      const { items, next } = numberedPage(sorted, page)
      return { items: await Promise.all(items.map((it) => withTitle(site, it))), next }
    },

    /** Day by day, the last one first: who found the answer, and who asked. */
    async deflections(
      actor: Actor,
      request: ReportRequest,
      page: PageRequest,
    ): Promise<Page<{ day: string; numbers: CountNumbers }> & { totals: CountNumbers }> {
      const { site } = asAgent(actor, 'read-insights')
      const counts = [
        ...(await countsOf(site, 'deflection', request)),
        ...(await countsOf(site, 'ticket', request)),
      ]
      const days = [...new Set(counts.map(({ day }) => day))].toSorted().toReversed()
      const items = days.map((day) => ({
        day,
        numbers: totalOf(counts.filter((count) => count.day === day)),
      }))
      return { ...numberedPage(items, page), totals: totalOf(counts) }
    },

    /** Ids of the articles of a locale that were read most in the last thirty days. */
    async mostRead(site: string, locale: string, limit: number): Promise<readonly string[]> {
      const counts = await countsOf(site, 'article', { locale })
      return mostFirst(counts, 'reads')
        .slice(0, limit)
        .map(({ key }) => key)
    },
  }

  async function countsOf(
    site: string,
    topic: CountTopic,
    { locale, ...period }: ReportRequest,
  ): Promise<DailyCount[]> {
    await flush()
    const found: DailyCount[] = []
    for (const day of daysOf(period, clock.now())) {
      const key = dayKey(site, topic, day)
      const counts = await allOf((after) =>
        storage.transaction((tx) => tx.counts.list('day', key, { limit: 500, after })),
      )
      found.push(...counts.filter((count) => locale === undefined || count.locale === locale))
    }
    return found
  }

  async function votesOf(site: string, { locale, ...period }: ReportRequest) {
    const days = daysOf(period, clock.now())
    const votes = days.map((day) =>
      allOf((after) =>
        storage.transaction((tx) => tx.votes.list('day', `${site}|${day}`, { limit: 500, after })),
      ),
    )
    return (await Promise.all(votes))
      .flat()
      .filter((vote) => locale === undefined || vote.locale === locale)
  }

  async function withTitle(site: string, report: ArticleReport): Promise<ArticleReport> {
    const { items } = await storage.transaction((tx) =>
      tx.articles.list('translations', `${site}|${report.articleId}`, { limit: 200 }),
    )
    const title = items.find(({ locale }) => locale === report.locale)?.title ?? null
    return { ...report, title }
  }
}

export type Reports = ReturnType<typeof createReports>

function emptyReport(articleId: string, locale: string): ArticleReport {
  const reasons = Object.fromEntries(voteReasons.map((reason) => [reason, 0])) as Record<
    VoteReason,
    number
  >
  const numbers = { reads: 0, tickets: 0, deflected: 0, helpful: 0, notHelpful: 0 }
  return { articleId, locale, title: null, ...numbers, reasons }
}

function sumsOf(counts: readonly DailyCount[]): readonly Sum[] {
  const sums = new Map<string, Sum>()
  for (const { key, locale, numbers } of counts) {
    const name = `${locale}|${key}`
    const before = sums.get(name)?.numbers ?? {}
    sums.set(name, { key, locale, numbers: sumOf(before, numbers) })
  }
  return [...sums.values()]
}

function totalOf(counts: readonly DailyCount[]): CountNumbers {
  return counts.reduce<CountNumbers>((sum, { numbers }) => sumOf(sum, numbers), {})
}

/** What was counted under a name, by one of its numbers; those without it are left out. */
function mostFirst(counts: readonly DailyCount[], measure: keyof CountNumbers): readonly Sum[] {
  const number = ({ numbers }: Sum) => numbers[measure] ?? 0
  return sumsOf(counts)
    .filter((sum) => sum.key !== '' && number(sum) > 0)
    .toSorted((a, b) => number(b) - number(a) || (a.key < b.key ? -1 : 1))
}
