import type {
  ArticleInsight,
  DeflectionDay,
  DeflectionInsights,
  SearchInsight,
  SearchInsights,
} from '@waypost/sdk/contract'
import type { CountNumbers } from '../../domain/insights/daily-count.js'
import type { ArticleReport, Sum } from '../../domain/insights/reports.js'

export function presentSearchInsight({ key, locale, numbers }: Sum): SearchInsight {
  return { query: key, locale, ...presentSearchNumbers(numbers) }
}

export function presentSearchNumbers(numbers: CountNumbers): SearchInsights['totals'] {
  const { searches = 0, misses = 0, chosen = 0, positions = 0, tickets = 0 } = numbers
  return {
    count: searches,
    misses,
    chosenShare: searches === 0 ? 0 : rounded(chosen / searches),
    meanPosition: chosen === 0 ? null : rounded(positions / chosen),
    tickets,
  }
}

export function presentArticleInsight(report: ArticleReport): ArticleInsight {
  const { articleId, locale, title, reads, helpful, notHelpful, reasons } = report
  const { unclear, incomplete, outdated, wrong, other } = reasons
  return {
    articleId,
    locale,
    title,
    reads,
    helpful,
    notHelpful,
    reasons: { unclear, incomplete, outdated, wrong, other },
    tickets: report.tickets,
    deflected: report.deflected,
  }
}

export function presentDeflectionDay(it: { day: string; numbers: CountNumbers }): DeflectionDay {
  const { deflected = 0, tickets = 0 } = it.numbers
  return { day: it.day, deflected, tickets }
}

export function presentDeflectionTotals(numbers: CountNumbers): DeflectionInsights['totals'] {
  const { deflected = 0, tickets = 0, afterSearch = 0 } = numbers
  return { deflected, tickets, afterSearch }
}

const rounded = (number: number): number => Math.round(number * 1_000) / 1_000
